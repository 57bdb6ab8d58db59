import { nothing, kept, unobservable } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { example } from '../../model/check.ts'
import { equals } from '../../suites/vocabulary/judge.ts'
import { textAt } from '../../suites/vocabulary/read.ts'
import type { WireResponse } from '../../model/exchange.ts'
import type { Target } from '../../wire/session.ts'
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

  it('takes no proof away from a clause that stands on another with a gap', async () => {
    const both = example('acme/things/both', {
      arrange: (trial) => trial.given('createThing', { body: { amount: 1 } }),
      judge: {
        'acme.things.echo': (answer) => equals(answer, '/amount', 2),
        'acme.things.stands': (answer) => equals(answer, '/amount', 2),
      },
    })
    const run = await judgeAcme(honest, [both])
    expect(rowOf(run, 'acme.things.stands')).toMatchObject({ verdict: 'gap', findings: [{ at: '/amount' }] })
  })

  it.for([
    [nothing, { verdict: 'blocked', blockedBy: ['acme.things.echo'] }],
    [unobservable('it has no echo'), { verdict: 'unobservable', reason: 'it has no echo' }],
  ] as const)(
    'is what blocks a clause of which nothing was seen, unless its judge says why',
    async ([says, expected]) => {
      const both = example('acme/things/both', {
        arrange: (trial) => trial.given('createThing', { body: { amount: 1 } }),
        judge: { 'acme.things.echo': (answer) => equals(answer, '/amount', 2), 'acme.things.stands': () => says },
      })
      const run = await judgeAcme(honest, [both])
      expect(rowOf(run, 'acme.things.stands')).toMatchObject(expected)
    },
  )
})

describe('an answer from which a check cannot go on', () => {
  const answered = (response: WireResponse): Target => answering(() => response)
  const echoes = example('acme/things/echoes', {
    arrange: async (trial) => textAt(await trial.given('createThing', { body: { amount: 1 } }), '/colour'),
    judge: { 'acme.things.echo': () => kept() },
  })

  it('is named with its step, its request and no clause where it breaks none', async () => {
    const row = rowOf(await judgeAcme(answered(json(200, { id: 'thing_1', amount: 1 })), [echoes]), 'acme.things.echo')
    expect(row).toMatchObject({ verdict: 'blocked', judged: 0 })
    expect(row).not.toHaveProperty('blockedBy')
    expect(row.stops).toMatchObject([
      { reason: 'POST /things answered 200: no string at /colour', times: 1, exchange: 1 },
    ])
    expect(row.stops?.[0]?.curl).toContain('curl -i -X POST')
  })

  it('blocks by what observers found at that place, and not by what they found elsewhere', async () => {
    const run = await judgeAcme(answered(json(200, { id: 7, amount: 'x' })), [
      example('acme/things/ids', {
        arrange: async (trial) => textAt(await trial.given('createThing', { body: { amount: 1 } }), '/id'),
        judge: { 'acme.things.echo': () => kept() },
      }),
    ])
    expect(rowOf(run, 'acme.things.object.amount').verdict).toBe('gap')
    expect(rowOf(run, 'acme.things.echo').blockedBy ?? []).not.toContain('acme.things.object.amount')
  })

  it('shows nothing of what this key is not permitted to do', async () => {
    const row = rowOf(await judgeAcme(answered(json(403, {})), [echoes]), 'acme.things.echo')
    expect(row).toMatchObject({ verdict: 'unobservable' })
    expect(row.reason).toContain('POST /things answered 403')
  })
})
