import http from 'node:http'
// @ts-expect-error this version has no types
import StripeFive from 'stripe5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Served } from '../../../emulator/server.ts'
import { serve } from '../../../emulator/server.ts'
import { newEmulator } from './client.ts'

type Shown = Readonly<Record<string, unknown>> & { readonly id: string }
interface Page {
  readonly data: readonly Shown[]
  readonly has_more: boolean
}
type Call<Result> = (...args: readonly unknown[]) => Promise<Result>

/** The part of the client of December 2017 that is used here. */
interface Five {
  setHost(host: string, port: number, protocol: string): void
  setHttpAgent(agent: http.Agent): void
  readonly charges: Readonly<Record<'create' | 'retrieve' | 'refund' | 'capture', Call<Shown>>> & {
    readonly list: Call<Page>
  }
  readonly customers: Readonly<Record<'create' | 'del' | 'createSource', Call<Shown>>> & { readonly list: Call<Page> }
  readonly balance: { readonly retrieve: Call<Shown>; readonly listTransactions: Call<Page> }
}

const agent = new http.Agent({ keepAlive: false })
let served: Served

beforeAll(async () => {
  served = await serve(newEmulator(), { port: 0 })
})
afterAll(() => served.close())

function contemporary(key: string): Five {
  const stripe = (StripeFive as (key: string, version: string) => Five)(key, '2018-01-23')
  stripe.setHost('127.0.0.1', served.port, 'http')
  stripe.setHttpAgent(agent)
  return stripe
}

describe('the official client of the time', () => {
  it('charges, captures, refunds and expands', async () => {
    const stripe = contemporary('sk_test_charges')
    const charge = await stripe.charges.create({
      amount: 2000,
      currency: 'usd',
      source: 'tok_visa',
      capture: false,
      metadata: { a: 'b' },
    })
    await stripe.charges.capture(charge.id, { amount: 1500 })
    expect(await stripe.charges.refund(charge.id, { amount: 100 })).toMatchObject({
      object: 'charge',
      amount_refunded: 600,
    })
    const shown = await stripe.charges.retrieve(charge.id, {
      expand: ['balance_transaction', 'refunds.data.balance_transaction'],
    })
    expect(shown).toMatchObject({
      metadata: { a: 'b' },
      balance_transaction: { amount: 1500 },
      refunds: { data: [{ balance_transaction: { amount: -100 } }, { balance_transaction: null }] },
    })
  })

  it('sees a decline as a card error, and its charge', async () => {
    const failure: unknown = await contemporary('sk_test_declines')
      .charges.create({ amount: 100, currency: 'usd', source: 'tok_chargeDeclined' })
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'card_declined',
      requestId: expect.stringMatching(/^req_/u) as string,
      raw: { decline_code: 'generic_decline', charge: expect.stringMatching(/^ch_/u) as string },
    })
  })

  it.for([
    [
      'an invalid request',
      (stripe: Five) => stripe.charges.create({ currency: 'usd' }),
      'StripeInvalidRequestError',
      400,
    ],
    ['a missing object', (stripe: Five) => stripe.charges.retrieve('ch_none'), 'StripeInvalidRequestError', 404],
    ['a wrong key', () => contemporary('sk_test_invalid').balance.retrieve(), 'StripeAuthenticationError', 401],
  ] as const)('sees %s as the class it is', async ([, call, type, statusCode]) => {
    await expect(call(contemporary('sk_test_errors'))).rejects.toMatchObject({ type, statusCode })
  })

  it('retries under a key without charging twice', async () => {
    const stripe = contemporary('sk_test_keys')
    const charge = { amount: 2000, currency: 'usd', source: 'tok_visa' }
    const first = await stripe.charges.create(charge, { idempotency_key: 'k' })
    expect((await stripe.charges.create(charge, { idempotency_key: 'k' })).id).toBe(first.id)
    const other = stripe.charges.create({ ...charge, amount: 60 }, { idempotency_key: 'k' })
    await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  it('pages through more than a hundred customers, its parameters in the body of a GET', async () => {
    const stripe = contemporary('sk_test_pages')
    const made: string[] = []
    for (let count = 0; count < 103; count += 1)
      made.unshift((await stripe.customers.create({ email: `${count}@b.c` })).id)
    const seen: string[] = []
    for (let more = true; more;) {
      const after = seen.at(-1)
      const page = await stripe.customers.list({ limit: 50, ...(after === undefined ? {} : { starting_after: after }) })
      seen.push(...page.data.map(({ id }) => id))
      more = page.has_more
    }
    expect(seen).toEqual(made)
  })

  it('reads the balance and its history', async () => {
    const stripe = contemporary('sk_test_balance')
    await stripe.charges.create({ amount: 5000, currency: 'usd', source: 'tok_visa' })
    expect(await stripe.balance.retrieve()).toMatchObject({ pending: [{ amount: 4825 }] })
    expect((await stripe.balance.listTransactions({ type: 'charge' })).data).toMatchObject([{ net: 4825, fee: 175 }])
    const customer = await stripe.customers.create({})
    expect(await stripe.customers.createSource(customer.id, { source: 'tok_visa' })).toMatchObject({ object: 'card' })
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true })
  })
})
