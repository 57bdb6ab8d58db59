import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { planRun } from '../../engine/plan.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import { example } from '../../model/check.ts'
import { answering, contract, json } from './acme.ts'
import { echo, honest, judgeAcme, rowOf } from './judge-acme.ts'

describe('a run', () => {
  it('says that an honest target conforms, and how often each clause was judged', async () => {
    const run = await judgeAcme(honest, [echo])
    expect(rowOf(run, 'acme.things.echo')).toMatchObject({ verdict: 'conforms', severity: 'ok', judged: 20 })
    expect(rowOf(run, 'acme.things.object.amount')).toMatchObject({ verdict: 'conforms', judged: 20 })
    expect(run.row).toMatchObject({ outcome: 'conforms', exchanges: 20 })
  })

  it('shrinks a counterexample and gives the proof, the curl line and the command that replays it alone', async () => {
    const liar = answering(({ body }) => {
      const { amount } = JSON.parse(body) as { amount: number }
      return json(200, { id: 'thing_1', amount: amount > 777 ? amount - 1 : amount })
    })
    const found = rowOf(await judgeAcme(liar, [echo]), 'acme.things.echo')
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
    const run = await judgeAcme(
      answering(() => json(200, { id: 'thing_1', amount: '12' })),
      [echo],
    )
    expect(rowOf(run, 'acme.things.object.amount').verdict).toBe('gap')
    expect(rowOf(run, 'acme.things.object.shape').verdict).toBe('conforms')
  })

  it('blames a missing property on the clause of the property', async () => {
    const run = await judgeAcme(
      answering(() => json(200, { id: 'thing_1' })),
      [echo],
    )
    expect(rowOf(run, 'acme.things.object.amount').findings).toMatchObject([
      { at: '/amount', expected: 'present', actual: 'absent' },
    ])
  })

  it('says which reading of a contradiction the target follows', async () => {
    const run = await judgeAcme(
      answering(({ body }) => json(200, { id: 'thing_1', time: 12, ...(JSON.parse(body) as object) })),
      [echo],
    )
    expect(rowOf(run, 'acme.things.object.time')).toMatchObject({
      verdict: 'conforms',
      follows: [{ name: 'seconds', times: 20 }],
    })
  })

  it('notes what is new as additive and never as a gap', async () => {
    const run = await judgeAcme(
      answering(({ body }) =>
        json(200, { id: 'thing_1', unit: 'mill', colour: 'red', ...(JSON.parse(body) as object) }),
      ),
      [echo],
    )
    expect(run.row.outcome).toBe('conforms')
    expect(run.row.additive).toMatchObject([
      { at: '/colour', kind: 'property', allowedBy: 'acme.changes.properties', times: 20 },
      { at: '/unit', kind: 'enum-value', value: 'mill', times: 20 },
    ])
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
    const run = await judgeAcme(honest, [faulty])
    expect(rowOf(run, 'acme.things.echo')).toMatchObject({
      verdict: 'broken',
      severity: 'fault',
      reason: 'a fault of ours: ours',
    })
    expect(run.row.outcome).toBe('fault')
  })

  it('is refused when the run is planned, where a check names a clause that is not there', () => {
    const wrong = example('acme/things/wrong', {
      arrange: (trial) => trial.call('createThing'),
      judge: { 'acme.things.nowhere': () => kept() },
    })
    expect(() => planRun(contract, { checks: [wrong], observers: [] })).toThrow(
      'acme/things/wrong judges the clause acme.things.nowhere, which does not exist.',
    )
  })

  it('is refused when the run is planned, where a check judges an excluded clause', () => {
    const wrong = example('acme/things/wrong', {
      arrange: (trial) => trial.call('createThing'),
      judge: { 'acme.changes.properties': () => kept() },
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
  expect(timeless(await judgeAcme(liar(), [echo]))).toEqual(timeless(await judgeAcme(liar(), [echo])))
})
