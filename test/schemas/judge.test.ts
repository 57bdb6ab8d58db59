import { describe, expect, it } from 'vitest'
import { createSchemaJudge } from '../../schemas/judge.ts'
import type { Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'

const id = 'https://assay.example/schemas/acme/thing.json'
const thing: Schema = {
  $id: id,
  type: 'object',
  'x-clause': 'shape',
  required: ['id', 'amount'],
  properties: {
    id: { type: 'string' },
    amount: { type: 'integer', minimum: 1, 'x-clause': 'amount' },
    state: { type: 'string', enum: ['open', 'paid'] },
    kind: { type: 'string', 'x-open-enum': ['a', 'b'] },
    time: {
      anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }],
      'x-readings': { clause: 'time', names: ['seconds', 'text'] },
    },
    fee: { $ref: './fee.json' },
  },
  if: { properties: { state: { const: 'paid' } }, required: ['state'] },
  then: { 'x-clause': 'paid', required: ['paid_at'], properties: { paid_at: { type: 'integer' } } },
}
const fee: Schema = {
  $id: 'https://assay.example/schemas/acme/fee.json',
  type: 'object',
  'x-clause': 'fee',
  properties: { net: { type: 'integer' } },
}
const judge = createSchemaJudge(
  new Map([
    [id, thing],
    [String(fee['$id']), fee],
  ]),
)
const good = { id: 'thing_1', amount: 5 }
const found = (instance: Json) =>
  judge(id, instance).mismatches.map(({ clause, mismatch }) => [
    clause,
    mismatch.at,
    mismatch.expected,
    mismatch.actual,
  ])

describe('a schema judges clause by clause', () => {
  it.each([
    ['nothing wrong', good, []],
    ['a wrong type, blamed on the property', { ...good, amount: '5' }, [['amount', '/amount', 'type integer', '5']]],
    ['a missing property with a clause of its own', { id: 'thing_1' }, [['amount', '/amount', 'present', 'absent']]],
    ['a missing property without one, blamed on the object', { amount: 5 }, [['shape', '/id', 'present', 'absent']]],
    ['a property without one, blamed on the object', { ...good, id: 7 }, [['shape', '/id', 'type string', 7]]],
    [
      'a value outside a closed vocabulary',
      { ...good, state: 'lost' },
      [['shape', '/state', { 'one of': ['open', 'paid'] }, 'lost']],
    ],
    ['a rule that holds only sometimes', { ...good, state: 'paid' }, [['paid', '/paid_at', 'present', 'absent']]],
    [
      'another file, blamed on its own clause',
      { ...good, fee: { net: 'x' } },
      [['fee', '/fee/net', 'type integer', 'x']],
    ],
    [
      'none of the readings, said once',
      { ...good, time: true },
      [['time', '/time', { 'one of': ['seconds', 'text'] }, true]],
    ],
    [
      'two things at once',
      { id: 7, amount: 0 },
      [
        ['shape', '/id', 'type string', 7],
        ['amount', '/amount', 'must be >= 1', 0],
      ],
    ],
  ] as const)('%s', (_, instance, mismatches) => {
    expect(found(instance as Json)).toEqual(mismatches)
  })

  it('says which clauses a value was held against, and no others', () => {
    expect([...judge(id, good).judged].toSorted()).toEqual(['amount', 'shape'])
    expect([...judge(id, { ...good, state: 'paid', paid_at: 1, fee: {} }).judged].toSorted()).toEqual([
      'amount',
      'fee',
      'paid',
      'shape',
    ])
  })

  it.each([
    [12, 'seconds'],
    ['2018-02-01T00:00:00Z', 'text'],
  ])('says which reading %j follows', (time, reading) => {
    expect(judge(id, { ...good, time }).readings).toEqual([{ clause: 'time', reading }])
  })

  it('notes a value outside an open vocabulary, and is content', () => {
    const judgement = judge(id, { ...good, kind: 'c' })
    expect(judgement.newValues).toEqual([{ at: '/kind', value: 'c' }])
    expect(judgement.mismatches).toEqual([])
  })

  it('looks at the properties of a value itself, not at what it inherits', () => {
    expect(found({})).toHaveLength(2)
  })
})
