import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../model/exchange.ts'
import type { StoredExchange } from '../../../model/report.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { carriers } from './carriers.ts'
import type { Carrier } from './carriers.ts'
import { contractOf, exchangeOf } from './exchanges.ts'
import { harmlessValues } from './harmless-values.ts'
import { plantedKinds } from './planted-kinds.ts'
import { hits } from './planted.ts'
import { sinksOf } from './sinks.ts'

const whole = contractOf('stripe')
/** With as many clauses as there are carriers, so that reports are soon written. */
const contract = { ...whole, clauses: new Map([...whole.clauses].slice(0, carriers.length)) }

/** Where a value shows in what is written of exchanges that carry it. */
function leaks(used: readonly Carrier[], value: string, name: string | undefined): readonly string[] {
  const exchanges = used.map(({ carry }) => exchangeOf(carry(value, name ?? 'note')))
  const said = name === undefined ? value : `${name}: ${value}`
  const sinks = sinksOf(contract, createRedactor(contract, []), exchanges, () => said)
  return Object.entries(sinks).flatMap(([sink, text]) => hits(text, [value]).map((hit) => `${sink}: ${hit}`))
}

it('eighty kinds are promised, each once', () => {
  expect(plantedKinds.length).toBeGreaterThanOrEqual(80)
  expect(new Set(plantedKinds.map(({ kind }) => kind)).size).toBe(plantedKinds.length)
})

describe('is in no output of a run, whatever carries it:', () => {
  it.for(plantedKinds)('$kind', ({ values, name, random }) => {
    const used = carriers.filter(
      ({ nameless, ofIds }) => !(nameless === true && name !== undefined) && !(ofIds === true && random === true),
    )
    const [value = ''] = fc.sample(values, { seed: 7, numRuns: 1 })
    const leaked = leaks(used, value, name)
    const by = used.filter((one) => leaked.length > 0 && leaks([one], value, name).length > 0)
    expect({ leaked, by: by.map(({ carrier }) => carrier) }).toEqual({ leaked: [], by: [] })
  })
})

describe('less than one of a hundred harmless values is redacted', () => {
  const ofFields = new Set(['location', 'request-id', 'idempotency-key'])

  /** All that an exchange says, but for header fields of which the value is never kept. */
  const said = ({ request, response }: Pick<Exchange, 'request' | 'response'> | StoredExchange): string =>
    JSON.stringify([
      request.path,
      request.body,
      response.body,
      [...request.headers, ...response.headers].filter(([field]) => ofFields.has(field)),
    ])

  it.for(carriers.filter(({ opaque }) => opaque !== true))('in $carrier', ({ carry }) => {
    const redactor = createRedactor(contract, [])
    const eaten = harmlessValues.filter((value) => {
      const exchange = exchangeOf(carry(value, 'note'))
      return said(redactor.exchange(exchange, Infinity)) !== said(exchange)
    })
    expect(eaten.slice(0, Math.floor(harmlessValues.length / 100))).toEqual(eaten)
  })
})
