import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { createSignOfLife } from '../../engine/sign-of-life.ts'
import { planRun } from '../../engine/plan.ts'
import { runProvider } from '../../engine/provider-run.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import { equals } from '../../suites/vocabulary/judge.ts'
import { WireError } from '../../wire/errors.ts'
import { answering, contract, json } from './acme.ts'
import { onceEach } from './judge-acme.ts'

const reads = example('acme/things/read', {
  arrange: (trial) => trial.call('readThing', { path: { thing: 'thing_1' } }),
  judge: { 'acme.things.should': (answer) => equals(answer, '/id', 'thing_1') },
})
const failing: readonly Check[] = Array.from({ length: 12 }, (_, index) =>
  example(`acme/things/${index}`, {
    arrange: (trial) => trial.call('createThing'),
    judge: { 'acme.things.clock': () => kept() },
  }),
)
const last = example('acme/things/last', {
  arrange: (trial) => trial.call('readThing', { path: { thing: 'thing_1' } }),
  judge: { 'acme.things.echo': (answer) => equals(answer, '/id', 'thing_1') },
})

async function judged(answer: (request: WireRequest, count: number) => WireResponse | Error): Promise<ProviderRun> {
  return runProvider(
    planRun(contract, { checks: [reads, ...failing, last], observers: [] }),
    answering(answer),
    onceEach,
  )
}

const verdictOf = ({ clauses }: ProviderRun, id: string): string | undefined =>
  clauses.find((row) => row.id === id)?.verdict
const thing = json(200, { id: 'thing_1', amount: 1 })

describe('a target that fails on one kind of request again and again', () => {
  it('is judged to the end while it answers what it answered before', async () => {
    const run = await judged(({ method }) => (method === 'POST' ? json(500, {}) : thing))
    expect(verdictOf(run, 'acme.things.clock')).toBe('inconclusive')
    expect(verdictOf(run, 'acme.things.echo')).toBe('conforms')
  })

  it('is given up when it answers nothing any more', async () => {
    const run = await judged((_, count) => (count === 1 ? thing : new WireError('refused')))
    expect(verdictOf(run, 'acme.things.echo')).toBe('inconclusive')
  })

  it('is given up when it never answered a read well', async () => {
    const run = await judged(() => json(500, {}))
    expect(verdictOf(run, 'acme.things.echo')).toBe('inconclusive')
  })

  it.each(['rate-limited', 'budget', 'interrupted'] as const)('is not asked again after %s', async (outage) => {
    let asked = 0
    const life = createSignOfLife(answering(() => ((asked += 1), thing)))
    expect(await life.given(outage)).toBe(false)
    expect(asked).toBe(0)
  })
})
