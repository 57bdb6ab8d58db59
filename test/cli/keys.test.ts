import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { openTarget } from '../../cli/open-target.ts'
import { loadContract } from '../../contracts/load.ts'
import type { Provider } from '../../model/contract.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { realPause } from '../../wire/pause.ts'
import { judged } from './run-main.ts'
import { served } from './served.ts'
import { keysFor } from '../../cli/keys.ts'

const environmentOf = ({ live }: Provider) =>
  Object.fromEntries(
    [live.keyVariable, live.secondKeyVariable, live.tokenVariable].flatMap((name) =>
      name === undefined ? [] : [[name, `mine-${name}`]],
    ),
  )

const keys = (provider: Provider, address: string, allowHost: readonly string[] = [], allowProduction = false) =>
  keysFor(provider, new URL(address), environmentOf(provider), { allowProduction, allowHost })

describe.each(providers)('the keys of $name', (provider) => {
  const { live } = provider

  it.each([
    'https://mock.example',
    'http://mock.example',
    'http://127.0.0.1:1',
    'https://93.184.216.34',
    'https://api.stripe.com.evil.example',
  ])('stay at home unless it is said: %s', (address) => {
    const { keys: sent, isMadeUp } = keys(provider, address)
    expect(isMadeUp).toBe(true)
    expect(JSON.stringify(sent)).not.toContain('mine')
  })

  it('go to the sandbox, however its host is written', () => {
    for (const host of live.sandboxHosts)
      for (const address of [`https://${host}`, `https://${host}./v1`, `https://${host.toUpperCase()}:8443`])
        expect(keys(provider, address)).toMatchObject({ isMadeUp: false, keys: { first: `mine-${live.keyVariable}` } })
  })

  it('go to a host that is allowed, but not over plain HTTP to another machine', () => {
    expect(keys(provider, 'https://Mock.example.', ['mock.example']).isMadeUp).toBe(false)
    expect(keys(provider, 'http://127.0.0.1:4010', ['localhost']).isMadeUp).toBe(false)
    expect(() => keys(provider, 'http://mock.example', ['mock.example'])).toThrow(
      'over plain HTTP; use an https:// address',
    )
    for (const host of live.sandboxHosts) expect(() => keys(provider, `http://${host}`)).toThrow('over plain HTTP')
  })

  it('are made up where there are none, and the target says so', async () => {
    const opened = await openTarget(
      { kind: 'url', origin: new URL('http://mock.example'), emulated: false },
      loadContract(provider),
      {
        environment: {},
        pause: realPause,
        seed: 1,
        permissions: { allowProduction: false, allowHost: ['mock.example'] },
        limits: defaultLimits,
        budget: { requests: 1, creations: 1 },
      },
    )
    expect(opened).toMatchObject({ madeUpKey: true })
  })
})

it('a server that nobody named never sees a key of the environment, and the report says so', async () => {
  const sent: string[] = []
  const server = await served('stripe', {
    between: (request, honestly) => {
      sent.push(...request.headers.values())
      return honestly()
    },
  })
  const environment = { STRIPE_TEST_KEY: 'sk_test_PLANTEDfirst', STRIPE_SECOND_TEST_KEY: 'sk_test_PLANTEDsecond' }
  try {
    const { stdout, report } = await judged(`stripe --target ${server.origin} --runs 1 --only Charges`, environment)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((value) => /PLANTED|UExBTlRFR|BMQU5URU|QTEFOVEVE/.test(value))).toEqual([])
    expect(stdout).toContain('A key that Assay made up was sent.')
    expect(report?.providers[0]?.madeUpKey).toBe(true)
  } finally {
    await server.close()
  }
})
