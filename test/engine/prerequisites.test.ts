import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { example } from '../../model/check.ts'
import { equals } from '../../suites/vocabulary/judge.ts'
import { textAt } from '../../suites/vocabulary/read.ts'
import { answering, json } from './acme.ts'
import { echo, honest, judgeAcme, rowOf } from './judge-acme.ts'

describe('a prerequisite that is missing', () => {
  it.each([404, 405, 501])(
    'is one gap of its operation where it answers %d, and blocks what stands on it',
    async (status) => {
      const run = await judgeAcme(
        answering(() => json(status, {})),
        [echo],
      )
      expect(rowOf(run, 'acme.things.createThing.answers')).toMatchObject({ verdict: 'gap' })
      expect(rowOf(run, 'acme.things.echo')).toMatchObject({
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
      judge: { 'acme.things.clock': () => kept() },
    })
    const run = await judgeAcme(
      answering(() => json(404, {})),
      [reads, stands],
    )
    expect(rowOf(run, 'acme.things.should')).toMatchObject({
      verdict: 'blocked',
      blockedBy: ['acme.things.readThing.answers'],
    })
  })

  it('blocks on an unusable answer, and says which clause is broken', async () => {
    const uses = example('acme/things/uses', {
      arrange: async (trial) => textAt(await trial.given('createThing', { body: {} }), '/id'),
      judge: { 'acme.things.echo': () => kept() },
    })
    const run = await judgeAcme(
      answering(() => json(200, { id: 7, amount: 1 })),
      [uses],
    )
    expect(rowOf(run, 'acme.things.echo')).toMatchObject({
      verdict: 'blocked',
      blockedBy: ['acme.things.object.shape'],
    })
  })

  it('turns a gap of a clause that stands on another with a gap into blocked', async () => {
    const both = example('acme/things/both', {
      arrange: (trial) => trial.given('createThing', { body: { amount: 1 } }),
      judge: {
        'acme.things.echo': (answer) => equals(answer, '/amount', 2),
        'acme.things.stands': (answer) => equals(answer, '/amount', 2),
      },
    })
    const run = await judgeAcme(honest, [both])
    expect(rowOf(run, 'acme.things.stands')).toMatchObject({ verdict: 'blocked', blockedBy: ['acme.things.echo'] })
  })
})
