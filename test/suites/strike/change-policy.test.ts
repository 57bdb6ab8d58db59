import { describe, expect, it } from 'vitest'
import { strike } from '../../../contracts/strike/provider.ts'
import { loadContract } from '../../../contracts/load.ts'
import { createSchemaJudge } from '../../../schemas/judge.ts'
import type { Emulator, EmulatorResponse } from '../../../emulator/http.ts'
import { judge } from './judging.ts'
import type { Told } from './judging.ts'

const rules = 'strike.versioning.non-breaking'

type Change = (value: unknown) => unknown

/** Rewrites every JSON body on its way out, from the innermost value to the outermost. */
function everywhere(change: Change): NonNullable<Told['lie']> {
  const walk: Change = (value) => {
    if (Array.isArray(value)) return change(value.map(walk))
    if (typeof value !== 'object' || value === null) return change(value)
    return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)])))
  }
  return { tamper: () => (_request, response) => withBody(response, walk) }
}

function withBody(response: EmulatorResponse, change: Change): EmulatorResponse {
  return response.body === '' ? response : { ...response, body: JSON.stringify(change(JSON.parse(response.body))) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids of another length and form: the emulator's own, spelled otherwise on their way out and back. */
function withOtherIds(emulator: Emulator): Emulator {
  const out = (text: string): string => text.replace(uuid, (id) => `ID.${id.replaceAll('-', '').toUpperCase()}`)
  const back = (text: string): string =>
    text.replace(/ID\.([0-9A-F]{32})/g, (_, digits: string) =>
      digits.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    )
  return {
    ...emulator,
    lever: (name, account, details) =>
      emulator.lever(name, account, JSON.parse(back(JSON.stringify(details))) as typeof details),
    async handle(request) {
      const response = await emulator.handle({ ...request, url: back(request.url), body: back(request.body) })
      return { ...response, body: out(response.body) }
    },
  }
}

describe('what the provider calls a non-breaking change is no gap', () => {
  it(`${rules}.new-endpoint`, async () => {
    const around = (emulator: Emulator): Emulator => ({
      ...emulator,
      handle: async (request) =>
        request.url.startsWith('/v1/fees')
          ? { status: 200, headers: [['content-type', 'application/json']], body: '{"fee":"0"}' }
          : emulator.handle(request),
    })
    expect((await judge({ around })).departures).toEqual([])
  })

  it(`${rules}.new-optional-parameter`, async () => {
    const lie: Told['lie'] = {
      rules: ({ invoiceProperties }) => ({ invoiceProperties: [...invoiceProperties, 'memo'] }),
    }
    expect((await judge({ lie, only: ['strike/invoices', 'strike/validation', 'strike/pacts'] })).departures).toEqual(
      [],
    )
  })

  it(`${rules}.parameter-becomes-optional`, async () => {
    const lie: Told['lie'] = { rules: () => ({ subscriptionRequires: ['webhookUrl', 'webhookVersion', 'eventTypes'] }) }
    expect((await judge({ lie })).departures).toEqual([])
  })

  it(`${rules}.new-property`, async () => {
    // the keys of validationErrors are names of fields, not properties
    const isMap = (value: object): boolean =>
      Object.values(value).every((entry) => Array.isArray(entry) && isRecord(entry[0]) && 'message' in entry[0])
    const lie = everywhere((value) => (isRecord(value) && !isMap(value) ? { ...value, addedLater: 'x' } : value))
    const { departures, additive } = await judge({ lie })
    expect(departures).toEqual([])
    expect(
      additive.filter(({ value, allowedBy }) => value === 'addedLater' && allowedBy === `${rules}.new-property`).length,
    ).toBeGreaterThan(10)
  })

  it(`${rules}.new-enum-value`, async () => {
    const yen = { currency: 'JPY', isDefaultCurrency: false, isAvailable: false, isInvoiceable: false }
    const lie = everywhere((value) =>
      isRecord(value) && Array.isArray(value['currencies'])
        ? { ...value, currencies: [...value['currencies'], yen] }
        : value,
    )
    const { departures, additive } = await judge({ lie })
    expect(departures).toEqual([])
    expect(additive).toContainEqual(
      expect.objectContaining({ kind: 'enum-value', value: 'JPY', allowedBy: `${rules}.new-enum-value` }),
    )
  })

  it(`${rules}.property-order`, async () => {
    const lie = everywhere((value) =>
      isRecord(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
    )
    expect((await judge({ lie })).departures).toEqual([])
  })

  it(`${rules}.message-text`, async () => {
    const lie: Told['lie'] = { rules: () => ({ messageOf: () => 'Nein.', faultMessageOf: () => '' }) }
    expect((await judge({ lie })).departures).toEqual([])
  })

  it(`${rules}.generated-strings`, async () => {
    // deliveries bypass the wrapper, so their ids cannot be told otherwise here
    const only = [
      'strike/invoices',
      'strike/quotes',
      'strike/subscriptions',
      'strike/events',
      'strike/unknown',
      'strike/accounts',
      'strike/payments',
      'strike/pacts',
    ]
    expect((await judge({ around: withOtherIds, only })).departures).toEqual([])
  })

  it(`${rules}.new-scope`, async () => {
    const around = (emulator: Emulator): Emulator => ({
      ...emulator,
      lever: (name, account, details) =>
        emulator.lever(
          name,
          account,
          name === 'scopes' && Array.isArray(details['scopes'])
            ? { scopes: [...details['scopes'], 'partner.fees.read'] }
            : details,
        ),
    })
    expect((await judge({ around })).departures).toEqual([])
  })

  it(`${rules}.new-event-type`, async () => {
    const lie: Told['lie'] = { rules: () => ({ alsoRaised: () => ['invoice.viewed'] }) }
    expect((await judge({ lie })).departures).toEqual([])
  })

  it(`${rules}.schema-name`, () => {
    const { schemas } = loadContract(strike)
    const renamed = new Map([...schemas].map(([id, schema]) => [id, { ...schema, title: 'Renamed' }]))
    const [id, error] = [
      'https://assay.example/schemas/strike/error.json',
      { data: { status: 404, code: 'NOT_FOUND', message: '' } },
    ]
    expect(createSchemaJudge(renamed)(id, error)).toEqual(createSchemaJudge(schemas)(id, error))
  })
})

it('has a test for each rule of the contract', () => {
  const listed = [...loadContract(strike).clauses.keys()].filter((id) => id.startsWith(`${rules}.`))
  expect(listed.filter((id) => !id.endsWith('.additive'))).toHaveLength(11)
})
