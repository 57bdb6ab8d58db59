import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { planRun } from '../../engine/plan.ts'
import { runProvider } from '../../engine/provider-run.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { ClauseRow } from '../../model/report.ts'
import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import { operationsAnswer } from '../../suites/observers/operations-answer.ts'
import { hasStatus } from '../../suites/vocabulary/judge.ts'
import { answering, contract, json } from './acme.ts'
import { onceEach } from './judge-acme.ts'

const unknown = example('acme/things/unknown', {
  arrange: (trial) => trial.call('readThing', { path: { thing: 'thing_none' } }),
  judge: { 'acme.things.echo': (answer) => hasStatus(answer, 404) },
})
const refused = example('acme/things/refused', {
  arrange: (trial) => trial.call('readThing', { path: { thing: 'not a thing' } }),
  judge: { 'acme.things.should': (answer) => hasStatus(answer, 400) },
})
const known = example('acme/things/known', {
  arrange: (trial) => trial.given('readThing', { path: { thing: 'thing_1' } }),
  judge: { 'acme.things.clock': () => kept() },
})

const made = example('acme/things/made', {
  arrange: (trial) => trial.given('createThing', { body: {} }),
  judge: { 'acme.things.clock': () => kept() },
})

async function judged(
  checks: readonly Check[],
  answer: (request: WireRequest) => WireResponse,
  only: readonly string[] = [],
): Promise<(id: string) => ClauseRow> {
  const { clauses } = await runProvider(
    planRun(contract, { checks, observers: [operationsAnswer] }, only),
    answering(answer),
    onceEach,
  )
  return (id) => clauses.find((row) => row.id === id) as ClauseRow
}

const nowhere = (): WireResponse => json(404, {})
const onlyThingOne = ({ path }: WireRequest): WireResponse =>
  path.endsWith('thing_1') ? json(200, { id: 'thing_1', amount: 1 }) : json(404, {})

describe('an operation that a target lacks', () => {
  it('has one gap, and neither refuses well nor badly', async () => {
    const row = await judged([unknown, refused, known], nowhere)
    expect(row('acme.things.readThing.answers')).toMatchObject({ verdict: 'gap' })
    expect(row('acme.things.echo')).toMatchObject({
      verdict: 'blocked',
      judged: 0,
      blockedBy: ['acme.things.readThing.answers'],
    })
    expect(row('acme.things.should')).toMatchObject({
      verdict: 'blocked',
      blockedBy: ['acme.things.readThing.answers'],
    })
  })

  it('is as doubtful where nothing got as far as calling it well', async () => {
    const row = await judged([unknown, refused, made], nowhere)
    expect(row('acme.things.echo')).toMatchObject({
      verdict: 'blocked',
      reason: 'GET /things/{thing} answered 404, and was never seen to succeed',
    })
  })

  it('is taken at its word where the target lacks nothing', async () => {
    const row = await judged([unknown], nowhere)
    expect(row('acme.things.echo')).toMatchObject({ verdict: 'conforms' })
  })

  it('is not suspected where only a part of the checks was asked for', async () => {
    const row = await judged([unknown, refused], nowhere, ['acme/things/unknown'])
    expect(row('acme.things.echo')).toMatchObject({ verdict: 'conforms' })
  })
})

describe('an operation that succeeds elsewhere', () => {
  it('is judged by its refusals', async () => {
    const row = await judged([unknown, refused, known], onlyThingOne)
    expect(row('acme.things.echo')).toMatchObject({ verdict: 'conforms', judged: 1 })
    expect(row('acme.things.should')).toMatchObject({ verdict: 'gap', severity: 'warn' })
  })
})
