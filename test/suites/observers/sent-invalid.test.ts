import { describe, expect, it } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Contract } from '../../../model/contract.ts'
import { schemasHold } from '../../../suites/observers/schemas-hold.ts'
import { answered, requestOf } from '../../answered.ts'
import { contract as acme } from '../../engine/acme.ts'
import { operation } from '../../operation.ts'

const base = 'https://assay.example/schemas/acme/'
const request = { $id: `${base}new-thing.json`, type: 'object', properties: { amount: { type: 'integer' } } }
const answers = { '200': `${base}thing.json` }
const contract: Contract = {
  ...acme,
  schemas: new Map([...acme.schemas, [request.$id, request]]),
  operations: new Map(
    [
      operation('createThing', 'POST', '/things', {
        answers,
        body: { mediaTypes: ['application/json'], required: true, schema: request },
      }),
      operation('readThing', 'GET', '/things/{thing}', { answers }),
    ].map((one) => [one.id, one] as const),
  ),
}

const created = (sent: string, amount: Json, type = 'application/json') =>
  answered({ id: 'thing_1', amount }, 200, {
    operation: 'createThing',
    request: requestOf({ method: 'POST', path: '/things', headers: [['content-type', type]], body: sent }),
  })
const read = (amount: Json) => answered({ id: 'thing_1', amount }, 200, { operation: 'readThing' })

function gapsIn(...exchanges: readonly ReturnType<typeof read>[]): readonly string[] {
  const see = schemasHold.watch(contract)
  return exchanges.flatMap((exchange) =>
    see(exchange).flatMap(({ judgement }) => mismatchesOf(judgement).map(({ at }) => at)),
  )
}

describe('a value that a request must not send', () => {
  const form = 'application/x-www-form-urlencoded'

  it.for([
    ['in JSON', '{"amount":"many"}', 'many', 'application/json'],
    ['in a form', 'amount=many', 'many', form],
    ['in a form, as a number', 'amount=1.5', 1.5, form],
  ] as const)('is no gap of what shows it, then or later: %s', ([, sent, shown, type]) => {
    expect(gapsIn(created(sent, shown, type), read(shown))).toEqual([])
  })

  it.for([
    ['another value than was sent', [created('{"amount":"many"}', 'more')]],
    ['a value that may be sent, in another type', [created('amount=15', '15', form)]],
    ['what nobody sent', [read('many')]],
    ['what is shown before it is sent', [read('many'), created('{"amount":"many"}', 'many')]],
  ] as const)('is not mistaken for %s', ([, exchanges]) => {
    expect(gapsIn(...exchanges)).toEqual(['/amount'])
  })
})
