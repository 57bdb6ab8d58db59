import { describe, expect, it } from 'vitest'
import { stripe } from '../../contracts/stripe/provider.ts'
import { stripeApiModel } from '../../contracts/stripe-api-model/provider.ts'
import { guardClient } from '../../cli/guard-client.ts'
import type { ClientGuard } from '../../cli/guard-client.ts'
import type { Provider } from '../../model/contract.ts'

const careful = { allowProduction: false, allowHost: [] }
const guard: ClientGuard = {
  provider: stripe,
  to: new URL('https://mock.example'),
  environment: {},
  permissions: careful,
}
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`

describe('a client of the proxy', () => {
  it.for([
    ['Authorization', 'Bearer sk_live_1'],
    ['authorization', basic('sk_live_1:')],
    ['authorization', basic(':sk_live_1')],
    ['AUTHORIZATION', 'rk_live_1'],
  ] as const)('is refused with a production key in %s', ([name, value]) => {
    expect(() => guardClient(guard, [[name, value]])).toThrow(/production key/)
    const permissions = { ...careful, allowProduction: true }
    expect(() => guardClient({ ...guard, permissions }, [[name, value]])).not.toThrow()
  })

  it('is refused with one of several', () => {
    expect(() =>
      guardClient(guard, [
        ['authorization', 'Bearer sk_test_1'],
        ['authorization', 'Bearer sk_live_1'],
      ]),
    ).toThrow(/production key/)
  })

  it('passes with any other', () => {
    expect(() =>
      guardClient(guard, [
        ['authorization', basic('sk_test_1:')],
        ['accept', '*/*'],
      ]),
    ).not.toThrow()
  })

  describe('that sends a key of the environment', () => {
    const environment = { STRIPE_SECOND_TEST_KEY: 'sk_test_mine', STRIPE_API_MODEL_TOKEN: 'token-mine' }
    const asks =
      (to: string | undefined, allowHost: readonly string[] = [], provider: Provider = stripe) =>
      () =>
        guardClient(
          {
            provider,
            to: to === undefined ? undefined : new URL(to),
            environment,
            permissions: { ...careful, allowHost },
          },
          [['authorization', provider === stripe ? basic('sk_test_mine:') : 'Bearer token-mine']],
        )

    it.each([
      ['another host', 'https://mock.example', []],
      ['this machine', 'http://127.0.0.1:4010', []],
      ['an allowed host over plain HTTP', 'http://mock.example', ['mock.example']],
      ['the sandbox over plain HTTP', 'http://api.stripe.com', []],
    ])('is refused on the way to %s', (_, to, allowHost) => {
      expect(asks(to, allowHost)).toThrow(
        /holds the key of STRIPE_SECOND_TEST_KEY, which is sent only to the sandbox of Stripe/,
      )
    })

    it.each([
      ['the sandbox', 'https://api.stripe.com', []],
      ['the sandbox, with a dot at the end', 'https://API.stripe.com.', []],
      ['an allowed host', 'https://mock.example', ['mock.example']],
      ['this machine, allowed', 'http://127.0.0.1:4010', ['localhost']],
      ['an emulator in this process', undefined, []],
    ])('passes on the way to %s', (_, to, allowHost) => expect(asks(to, allowHost)).not.toThrow())

    it('is refused whichever of the keys it is', () => {
      expect(asks('https://mock.example', [], stripeApiModel)).toThrow(/STRIPE_API_MODEL_TOKEN/)
    })
  })
})
