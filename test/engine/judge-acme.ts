import fc from 'fast-check'
import { planRun } from '../../engine/plan.ts'
import { runProvider } from '../../engine/provider-run.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import type { RunOptions } from '../../engine/provider-run.ts'
import { property } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { ClauseRow } from '../../model/report.ts'
import { operationsAnswer } from '../../suites/observers/operations-answer.ts'
import { schemasHold } from '../../suites/observers/schemas-hold.ts'
import { equals } from '../../suites/vocabulary/judge.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import type { Target } from '../../wire/session.ts'
import { answering, contract, json } from './acme.ts'

/** A run in which every property has one input. */
export const onceEach: RunOptions = {
  seed: 1,
  runs: 1,
  shrinks: 0,
  nonce: '',
  redactor: createRedactor(contract, []),
  waivers: new Map(),
}

/** A property of Acme: a new thing has the amount that was asked for. */
export const echo: Check = property<Exchange, { amount: number }>('acme/things/echo', {
  inputs: () => fc.record({ amount: fc.integer({ min: 1, max: 100_000 }) }),
  arrange: (trial, body) => trial.given('createThing', { body }),
  judge: { 'acme.things.echo': (created, { amount }) => equals(created, '/amount', amount) },
})

/** An Acme that keeps its promises. */
export const honest: Target = answering(({ body }) =>
  json(200, { id: 'thing_1', ...(JSON.parse(body || '{"amount":1}') as object) }),
)

/** Runs these checks of Acme, and the observers of every suite. */
export async function judgeAcme(
  target: Target,
  checks: readonly Check[],
  more: Partial<Parameters<typeof runProvider>[2]> = {},
): Promise<ProviderRun> {
  return runProvider(planRun(contract, { checks, observers: [schemasHold, operationsAnswer] }), target, {
    ...onceEach,
    runs: 20,
    shrinks: 100,
    ...more,
  })
}

/** What a run says of a clause. */
export const rowOf = ({ clauses }: ProviderRun, id: string): ClauseRow =>
  clauses.find((clause) => clause.id === id) as ClauseRow
