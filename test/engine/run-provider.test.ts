import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRun } from '../../engine/plan.ts'
import { runProvider } from '../../engine/run-provider.ts'
import type { ProviderRun, RunOptions } from '../../engine/run-provider.ts'
import { example, property } from '../../suites/model/check.ts'
import type { Check } from '../../suites/model/check.ts'
import type { ClauseRow } from '../../suites/model/report.ts'
import { operationsAnswer } from '../../suites/observers/operations-answer.ts'
import { schemasHold } from '../../suites/observers/schemas-hold.ts'
import { equals } from '../../suites/vocabulary/judge.ts'
import { textAt } from '../../suites/vocabulary/read.ts'
import { WireError } from '../../wire/errors.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import type { Target } from '../../wire/session.ts'
import { answering, contract, json } from './acme.ts'

const redactor = createRedactor(contract, [])
const options: RunOptions = { seed: 1, runs: 20, shrinks: 100, nonce: '', redactor, waivers: new Map() }

const echo: Check = property<Awaited<ReturnType<Parameters<Check['arrange']>[0]['call']>>, { amount: number }>(
  'acme/things/echo',
  {
    inputs: () => fc.record({ amount: fc.integer({ min: 1, max: 100_000 }) }),
    arrange: (trial, body) => trial.given('createThing', { body }),
    judge: { 'acme.things.echo': (created, { amount }) => equals(created, '/amount', amount) },
  },
)

async function run(target: Target, checks: readonly Check[], more: Partial<RunOptions> = {}): Promise<ProviderRun> {
  return runProvider(planRun(contract, { checks, observers: [schemasHold, operationsAnswer] }), target, {
    ...options,
    ...more,
  })
}

const row = ({ clauses }: ProviderRun, id: string): ClauseRow => clauses.find((clause) => clause.id === id) as ClauseRow
const honest = answering(({ body }) => json(200, { id: 'thing_1', ...(JSON.parse(body || '{"amount":1}') as object) }))

describe('a run', () => {
  it('says that an honest target conforms, and how often each clause was judged', async () => {
    const run_ = await run(honest, [echo])
    expect(row(run_, 'acme.things.echo')).toMatchObject({ verdict: 'conforms', severity: 'ok', judged: 20 })
    expect(row(run_, 'acme.things.object.amount')).toMatchObject({ verdict: 'conforms', judged: 20 })
    expect(run_.row).toMatchObject({ outcome: 'conforms', exchanges: 20 })
  })

  it('shrinks a counterexample and gives the proof, the curl line and the command that replays it alone', async () => {
    const liar = answering(({ body }) => {
      const { amount } = JSON.parse(body) as { amount: number }
      return json(200, { id: 'thing_1', amount: amount > 777 ? amount - 1 : amount })
    })
    const found = row(await run(liar, [echo]), 'acme.things.echo')
    expect(found).toMatchObject({ verdict: 'gap', severity: 'fail' })
    expect(found.findings).toMatchObject([
      { by: 'acme/things/echo', at: '/amount', expected: 778, actual: 777, counterexample: { amount: 778 } },
    ])
    expect(found.findings[0]?.curl).toContain('--data-raw \'{"amount":778}\'')
    expect(found.findings[0]?.replay).toBe(
      'npx assay run acme --target "$ORIGIN" --only acme/things/echo --seed 1 --runs 20',
    )
  })

  it('blames a wrong schema on the nearest clause, not on the check that met it', async () => {
    const run_ = await run(
      answering(() => json(200, { id: 'thing_1', amount: '12' })),
      [echo],
    )
    expect(row(run_, 'acme.things.object.amount').verdict).toBe('gap')
    expect(row(run_, 'acme.things.object.shape').verdict).toBe('conforms')
  })

  it('blames a missing property on the clause of the property', async () => {
    const run_ = await run(
      answering(() => json(200, { id: 'thing_1' })),
      [echo],
    )
    expect(row(run_, 'acme.things.object.amount').findings).toMatchObject([
      { at: '/amount', expected: 'present', actual: 'absent' },
    ])
  })

  it('says which reading of a contradiction the target follows', async () => {
    const run_ = await run(
      answering(({ body }) => json(200, { id: 'thing_1', time: 12, ...(JSON.parse(body) as object) })),
      [echo],
    )
    expect(row(run_, 'acme.things.object.time')).toMatchObject({
      verdict: 'conforms',
      follows: [{ name: 'seconds', times: 20 }],
    })
  })

  it('notes what is new as additive and never as a gap', async () => {
    const run_ = await run(
      answering(({ body }) =>
        json(200, { id: 'thing_1', unit: 'mill', colour: 'red', ...(JSON.parse(body) as object) }),
      ),
      [echo],
    )
    expect(run_.row.outcome).toBe('conforms')
    expect(run_.row.additive).toMatchObject([
      { at: '/colour', kind: 'property', allowedBy: 'acme.changes.properties', times: 20 },
      { at: '/unit', kind: 'enum-value', value: 'mill', times: 20 },
    ])
  })
})

describe('a prerequisite that is missing', () => {
  it.each([404, 405, 501])(
    'is one gap of its operation where it answers %d, and blocks what stands on it',
    async (status) => {
      const run_ = await run(
        answering(() => json(status, {})),
        [echo],
      )
      expect(row(run_, 'acme.things.createThing.answers')).toMatchObject({ verdict: 'gap' })
      expect(row(run_, 'acme.things.echo')).toMatchObject({
        verdict: 'blocked',
        severity: 'open',
        blockedBy: ['acme.things.createThing.answers'],
      })
    },
  )

  it('blocks what found nobody, although the check took any answer', async () => {
    const reads = example('acme/things/read', {
      arrange: (trial) => trial.call('readThing', { path: { thing: 'thing_1' } }),
      judge: { 'acme.things.should': (answer) => equals(answer, '/id', 'thing_1') },
    })
    const stands = example('acme/things/stands', {
      arrange: (trial) => trial.given('readThing', { path: { thing: 'thing_1' } }),
      judge: { 'acme.things.clock': () => [] },
    })
    const run_ = await run(
      answering(() => json(404, {})),
      [reads, stands],
    )
    expect(row(run_, 'acme.things.should')).toMatchObject({
      verdict: 'blocked',
      blockedBy: ['acme.things.readThing.answers'],
    })
  })

  it('blocks on an unusable answer, and says which clause is broken', async () => {
    const uses = example('acme/things/uses', {
      arrange: async (trial) => textAt(await trial.given('createThing', { body: {} }), '/id'),
      judge: { 'acme.things.echo': () => [] },
    })
    const run_ = await run(
      answering(() => json(200, { id: 7, amount: 1 })),
      [uses],
    )
    expect(row(run_, 'acme.things.echo')).toMatchObject({ verdict: 'blocked', blockedBy: ['acme.things.object.shape'] })
  })

  it('turns a gap of a clause that stands on another with a gap into blocked', async () => {
    const both = example('acme/things/both', {
      arrange: (trial) => trial.given('createThing', { body: { amount: 1 } }),
      judge: {
        'acme.things.echo': (answer) => equals(answer, '/amount', 2),
        'acme.things.stands': (answer) => equals(answer, '/amount', 2),
      },
    })
    const run_ = await run(honest, [both])
    expect(row(run_, 'acme.things.stands')).toMatchObject({ verdict: 'blocked', blockedBy: ['acme.things.echo'] })
  })
})

describe('a target that cannot be judged', () => {
  it.each([
    ['429', json(429, {}), 'rate-limited'],
    ['500', json(500, {}), 'server-error'],
    ['a lost connection', new WireError('reset'), 'reset'],
  ] as const)('is inconclusive after %s, never a gap', async (_, answer, outage) => {
    const run_ = await run(
      answering(() => answer),
      [echo],
    )
    expect(run_.row).toMatchObject({ outcome: 'not-judged', figures: { verdicts: { gap: 0 } } })
    expect(row(run_, 'acme.things.echo')).toMatchObject({ verdict: 'inconclusive', severity: 'open', outage })
  })

  it('is given up after five checks in a row, so that a run ends', async () => {
    let asked = 0
    const down = answering(() => {
      asked += 1
      return new WireError('refused')
    })
    const many = Array.from({ length: 50 }, (_, index) =>
      example(`acme/things/${index}`, {
        arrange: (trial) => trial.call('createThing'),
        judge: { 'acme.things.echo': () => [] },
      }),
    )
    await run(down, many)
    expect(asked).toBe(5)
  })

  it('is marked so where the run was interrupted', async () => {
    const controller = new AbortController()
    controller.abort()
    expect(row(await run(honest, [echo], { signal: controller.signal }), 'acme.things.echo')).toMatchObject({
      verdict: 'inconclusive',
      outage: 'interrupted',
    })
  })

  it('conforms to nothing where it was interrupted on the way', async () => {
    const controller = new AbortController()
    const later = example('acme/things/later', {
      arrange: (trial) => trial.call('createThing'),
      judge: { 'acme.things.stands': () => [] },
    })
    const onCheck = (): void => controller.abort()
    const run_ = await run(honest, [echo, later], { signal: controller.signal, onCheck })
    expect(row(run_, 'acme.things.echo').verdict).toBe('conforms')
    expect(row(run_, 'acme.things.stands')).toMatchObject({ verdict: 'inconclusive', outage: 'interrupted' })
    expect(run_.row.outcome).toBe('interrupted')
  })

  it('says what it lacks where a check needs it', async () => {
    const clock = example('acme/things/clock', {
      needs: ['clock'],
      arrange: (trial) => trial.advance(1),
      judge: { 'acme.things.clock': () => [] },
    })
    expect(row(await run(honest, [clock]), 'acme.things.clock')).toMatchObject({
      verdict: 'unobservable',
      severity: 'none',
      reason: 'the clock of this target cannot be advanced',
    })
  })
})

describe('a fault of ours', () => {
  it('is broken, never a gap, where a judge throws', async () => {
    const faulty = example('acme/things/faulty', {
      arrange: (trial) => trial.given('createThing', { body: { amount: 1 } }),
      judge: {
        'acme.things.echo': () => {
          throw new TypeError('ours')
        },
      },
    })
    const run_ = await run(honest, [faulty])
    expect(row(run_, 'acme.things.echo')).toMatchObject({
      verdict: 'broken',
      severity: 'fault',
      reason: 'a fault of ours: ours',
    })
    expect(run_.row.outcome).toBe('fault')
  })

  it('is refused when the run is planned, where a check names a clause that is not there', () => {
    const wrong = example('acme/things/wrong', {
      arrange: (trial) => trial.call('createThing'),
      judge: { 'acme.things.nowhere': () => [] },
    })
    expect(() => planRun(contract, { checks: [wrong], observers: [] })).toThrow(
      'acme/things/wrong judges the clause acme.things.nowhere, which does not exist.',
    )
  })

  it('is refused when the run is planned, where a check judges an excluded clause', () => {
    const wrong = example('acme/things/wrong', {
      arrange: (trial) => trial.call('createThing'),
      judge: { 'acme.changes.properties': () => [] },
    })
    expect(() => planRun(contract, { checks: [wrong], observers: [] })).toThrow('which is excluded')
  })
})

it('two runs with one seed say the same but for times', async () => {
  const timeless = (found: ProviderRun): unknown =>
    JSON.parse(
      JSON.stringify({
        ...found,
        row: { ...found.row, durationMs: 0 },
        exchanges: found.exchanges.map((exchange) => ({ ...exchange, durationMs: 0 })),
      }),
    )
  const liar = () =>
    answering(({ body }) =>
      json(200, { id: 'thing_1', amount: (JSON.parse(body) as { amount: number }).amount % 1000 }),
    )
  expect(timeless(await run(liar(), [echo]))).toEqual(timeless(await run(liar(), [echo])))
})
