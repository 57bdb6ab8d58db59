import { describe, expect, it } from 'vitest'
import { stripe } from '../../contracts/stripe/provider.ts'
import { loadContract } from '../../contracts/load.ts'
import { providers } from '../../contracts/index.ts'
import { basesOf } from '../../cli/recorded-bases.ts'
import { runRecording } from '../../cli/run-recording.ts'
import { entry, fileWith } from '../wire/har/entries.ts'

function judge(path: string, more: { readonly baseUrl?: string; readonly named?: boolean } = {}) {
  const said: string[] = []
  const named = more.named ?? true
  return {
    said,
    report: runRecording({
      path,
      providers: named ? [stripe] : providers,
      named,
      environment: {},
      waivers: [],
      say: (line) => said.push(line),
      ...more,
    }),
  }
}

const har = (...entries: readonly unknown[]): string => fileWith(JSON.stringify({ log: { entries } }))
const html = { status: 200, headers: [{ name: 'content-type', value: 'text/html' }], content: { text: '<html>' } }

describe('judging a file', () => {
  it('finds the gaps in it, and says what it left out', async () => {
    const { said, report } = judge(
      har(entry({ url: 'https://api.stripe.com/v1/charges/ch_1' }, html), entry({ url: 'https://cdn.example/' })),
    )
    expect(await report).toMatchObject({ target: 'recording', exitCode: 1 })
    expect(said).toEqual(['stripe: 1 of 2 recorded exchanges read; 1 of other hosts.'])
  })

  it('tells only of providers that the file shows, unless one is named', async () => {
    const path = har(entry({ url: 'https://api.stripe.com/v1/charges/ch_1' }, html))
    expect((await judge(path, { named: false }).report).providers.map(({ name }) => name)).toEqual(['stripe'])
    const other = await judge(har(entry({ url: 'https://cdn.example/' }))).report
    expect(other).toMatchObject({
      exitCode: 3,
      providers: [{ outcome: 'not-judged', reason: expect.stringContaining('--base-url') }],
    })
  })

  it('takes the address that is said', async () => {
    const path = har(entry({ url: 'http://localhost:8080/mock/v1/charges/ch_1' }, html))
    expect((await judge(path, { baseUrl: 'http://localhost:8080/mock/' }).report).providers[0]).toMatchObject({
      exchanges: 1,
    })
    await expect(judge(path, { baseUrl: 'http://localhost:8080', named: false }).report).rejects.toThrow(
      /name the one provider/,
    )
  })

  it('knows each documented address for one provider only', () => {
    const bases = providers.flatMap((provider) => basesOf(loadContract(provider), false, []))
    expect(new Set(bases).size).toBe(bases.length)
  })

  it.for(providers.map(({ name }) => name))('knows what is asked for at an address that several have: %s', (name) => {
    const contracts = providers.map((provider) => loadContract(provider))
    const own = contracts.find(({ provider }) => provider.name === name)
    const asked = [...(own?.operations.values() ?? [])]
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => entry({ url: `${own?.servers[0]}${path.replaceAll(/\{\w+\}/g, 'id_1')}` }))
    const shown = contracts.filter((one) => basesOf(one, false, asked).includes(own?.servers[0] ?? ''))
    expect(shown.map(({ provider }) => provider.name)).toEqual([name])
  })
})
