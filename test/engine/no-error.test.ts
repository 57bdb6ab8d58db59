import { describe, expect, it } from 'vitest'
import { isWithinNoError } from '../../engine/no-error.ts'
import type { Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'
import { answered } from '../answered.ts'
import { operation } from '../operation.ts'
import { contract as acme } from './acme.ts'

const base = 'https://assay.example/schemas/acme/'
const schema = (name: string, more: Schema): readonly [string, Schema] => [base + name, { $id: base + name, ...more }]

const contract = {
  ...acme,
  schemas: new Map([
    schema('made.json', { properties: { id: {}, both: {} } }),
    schema('refused.json', { allOf: [{ $ref: 'refused-at-all.json' }, { properties: { both: {} } }] }),
    schema('refused-at-all.json', { properties: { error: {} } }),
  ]),
  operations: new Map([
    [
      'createThing',
      operation('createThing', 'POST', '/things', {
        answers: { '200': `${base}made.json`, '4XX': `${base}refused.json` },
      }),
    ],
  ]),
}

describe('what a refusal would have said', () => {
  it.for<readonly [string, string, Json, number, boolean]>([
    ['is not there to look at in a success', '/error/param', { id: '1' }, 200, true],
    ['is there in a refusal', '/error/param', { error: {} }, 400, false],
    ['is there in a success that has an error', '/error/param', { error: {} }, 200, false],
    ['is not told from what a success says too', '/both', { id: '1' }, 200, false],
    ['is no property of a success', '/id', {}, 200, false],
    ['is not its status', 'status', { id: '1' }, 200, false],
  ])('%s', ([, at, body, status, expected]) => {
    const shown = answered(body, status, { operation: 'createThing' })
    expect(isWithinNoError(contract, { at, expected: 'x', actual: 'absent', in: shown })).toBe(expected)
  })

  it('is told of no answer that is not known', () => {
    expect(isWithinNoError(contract, { at: '/error', expected: 'x', actual: 'absent' })).toBe(false)
  })
})
