import { describe, expect, it } from 'vitest'
import { isWithinNoError } from '../../engine/no-error.ts'
import { planRun } from '../../engine/plan.ts'
import { runProvider } from '../../engine/provider-run.ts'
import { example } from '../../model/check.ts'
import type { Schema } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import type { Judgement } from '../../model/judgement.ts'
import { equals, hasStatus } from '../../suites/vocabulary/judge.ts'
import { answered } from '../answered.ts'
import { operation } from '../operation.ts'
import { answering, contract as acme, json } from './acme.ts'
import { onceEach, rowOf } from './judge-acme.ts'

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

describe('a request that should have been refused and succeeds', () => {
  const judged = (judge: Readonly<Record<string, (answer: Exchange) => Judgement>>) => {
    const check = example('acme/things/refused', { arrange: (trial) => trial.call('createThing', { body: {} }), judge })
    const plan = planRun(contract, { checks: [check], observers: [] })
    return runProvider(
      plan,
      answering(() => json(200, { id: '1' })),
      onceEach,
    )
  }
  const namesParameter = { 'acme.things.should': (answer: Exchange) => equals(answer, '/error/param', 'amount') }

  it('blocks what would be in the error, by the clause that says that it is refused', async () => {
    const run = await judged({ ...namesParameter, 'acme.things.echo': (answer) => hasStatus(answer, 400) })
    expect(rowOf(run, 'acme.things.echo').verdict).toBe('gap')
    expect(rowOf(run, 'acme.things.should')).toMatchObject({ verdict: 'blocked', blockedBy: ['acme.things.echo'] })
  })

  it('is a gap of what would be in the error, where no other clause says that it is refused', async () => {
    expect(rowOf(await judged(namesParameter), 'acme.things.should').verdict).toBe('gap')
  })
})
