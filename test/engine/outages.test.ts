import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { example } from '../../model/check.ts'
import { WireError } from '../../wire/errors.ts'
import { answering, json } from './acme.ts'
import { echo, honest, judgeAcme, rowOf } from './judge-acme.ts'

describe('a target that cannot be judged', () => {
  it.each([
    ['429', json(429, {}), 'rate-limited'],
    ['500', json(500, {}), 'server-error'],
    ['a lost connection', new WireError('reset'), 'reset'],
  ] as const)('is inconclusive after %s, never a gap', async (_, answer, outage) => {
    const run = await judgeAcme(
      answering(() => answer),
      [echo],
    )
    expect(run.row).toMatchObject({ outcome: 'not-judged', figures: { verdicts: { gap: 0 } } })
    expect(rowOf(run, 'acme.things.echo')).toMatchObject({ verdict: 'inconclusive', severity: 'open', outage })
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
        judge: { 'acme.things.echo': () => kept() },
      }),
    )
    await judgeAcme(down, many)
    expect(asked).toBe(5)
  })

  it.each([
    ['is lost on the way', 5, true],
    ['answers again in time', 4, false],
  ])('has a partial run where it %s', async (_, refusals, partial) => {
    let asked = 0
    const target = answering(() => {
      asked += 1
      return asked > 1 && asked <= 1 + refusals ? new WireError('refused') : json(200, { id: 'thing_1', amount: 1 })
    })
    const checks = Array.from({ length: 8 }, (__, index) =>
      example(`acme/things/${index}`, {
        arrange: (trial) => trial.call('createThing'),
        judge: { [index === 0 ? 'acme.things.echo' : 'acme.things.stands']: () => kept() },
      }),
    )
    const run = await judgeAcme(target, checks)
    expect(rowOf(run, 'acme.things.echo').verdict).toBe('conforms')
    expect(run).toMatchObject({ partial, row: { outcome: partial ? 'interrupted' : 'conforms' } })
  })

  it('is marked so where the run was interrupted', async () => {
    const controller = new AbortController()
    controller.abort()
    expect(rowOf(await judgeAcme(honest, [echo], { signal: controller.signal }), 'acme.things.echo')).toMatchObject({
      verdict: 'inconclusive',
      outage: 'interrupted',
    })
  })

  it('conforms to nothing where it was interrupted on the way', async () => {
    const controller = new AbortController()
    const later = example('acme/things/later', {
      arrange: (trial) => trial.call('createThing'),
      judge: { 'acme.things.stands': () => kept() },
    })
    const onCheck = (): void => controller.abort()
    const run = await judgeAcme(honest, [echo, later], { signal: controller.signal, onCheck })
    expect(rowOf(run, 'acme.things.echo').verdict).toBe('conforms')
    expect(rowOf(run, 'acme.things.stands')).toMatchObject({ verdict: 'inconclusive', outage: 'interrupted' })
    expect(run.row.outcome).toBe('interrupted')
  })

  it('says what it lacks where a check needs it', async () => {
    const clock = example('acme/things/clock', {
      needs: ['clock'],
      arrange: (trial) => trial.advance(1),
      judge: { 'acme.things.clock': () => kept() },
    })
    expect(rowOf(await judgeAcme(honest, [clock]), 'acme.things.clock')).toMatchObject({
      verdict: 'unobservable',
      severity: 'none',
      reason: 'the clock of this target cannot be advanced',
    })
  })
})
