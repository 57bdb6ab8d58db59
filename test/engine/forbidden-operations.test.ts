import { describe, expect, it } from 'vitest'
import { setForbiddenOperationsApart } from '../../engine/forbidden-operations.ts'
import { refusalBehind } from '../../engine/refusal-behind.ts'
import type { Outcome } from '../../engine/outcome.ts'
import { createTally } from '../../engine/tally.ts'
import type { ClauseTally } from '../../engine/tally.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import { answered, requestOf } from '../answered.ts'
import { contract } from './acme.ts'
import { outcome } from './outcomes.ts'

const answers = 'acme.things.readThing.answers'
const echo = 'acme.things.echo'
const own: Credentials = { kind: 'account', account: 'first' }

const exchange = (status: number, credentials: Credentials = own, operation = 'readThing'): Exchange =>
  answered({}, status, { operation, request: requestOf({ credentials }) })
const mismatch = (shown: Exchange | undefined, at = 'status'): Mismatch => ({
  at,
  expected: 404,
  actual: 403,
  ...(shown === undefined ? {} : { in: shown }),
})
const gap = (...mismatches: readonly Mismatch[]): Outcome =>
  outcome({ clause: echo, verdict: 'gap', mismatches, evidence: mismatches.flatMap((one) => one.in ?? []) })
const kept = outcome({ clause: answers })
const given = outcome({ clause: echo, verdict: 'unobservable', instances: 0, reason: 'no', stoppedAt: exchange(403) })

function echoAfter(whole: boolean, ...outcomes: readonly Outcome[]): ClauseTally {
  const tally = createTally(contract.clauses)
  for (const one of outcomes) tally.add(one)
  setForbiddenOperationsApart(contract, tally, whole)
  return tally.clauses.get(echo)!
}

describe('a mismatch', () => {
  it.for<readonly [string, Mismatch, string, boolean]>([
    ['with the status of a refusal', mismatch(exchange(403)), 'check', true],
    ['in the body of one, by a check', mismatch(exchange(403), '/id'), 'check', true],
    ['in the body of one, by an observer', mismatch(exchange(403), '/error'), 'observer', false],
    ['in an answer that is none', mismatch(exchange(404)), 'check', false],
    ['in an answer to nobody', mismatch(exchange(403, { kind: 'none' })), 'check', false],
    ['in no answer that is known', mismatch(undefined), 'check', false],
  ])('rests on a refusal of the own key or not: %s', ([, shown, by, expected]) => {
    expect(refusalBehind({ by, during: 'check' }, shown) !== undefined).toBe(expected)
  })
})

describe('an operation is forbidden', () => {
  it.for<readonly [string, boolean, readonly Outcome[], number]>([
    ['where it only refused, in a whole run', true, [gap(mismatch(exchange(403)))], 0],
    ['not where it succeeded once', true, [kept, gap(mismatch(exchange(403)))], 1],
    ['not in a part of a run, which may lack its success', false, [gap(mismatch(exchange(403)))], 1],
    ['where a call with nothing wrong was refused, in any run', false, [given, gap(mismatch(exchange(403)))], 0],
  ])('%s', ([, whole, outcomes, gaps]) => {
    const { counts, proofs } = echoAfter(whole, ...outcomes)
    expect(counts.gap).toBe(gaps)
    expect(proofs.size).toBe(gaps)
  })

  it('and what only its refusals show is unobservable, with the reason', () => {
    const { counts, hindrances } = echoAfter(true, gap(mismatch(exchange(403))), gap(mismatch(exchange(403))))
    expect(counts).toMatchObject({ gap: 0, unobservable: 2 })
    expect(hindrances.of('unobservable')).toMatchObject([
      { reason: 'this key is not permitted to do it: GET /things/{thing} answered 403', times: 2 },
    ])
  })

  it('and what is shown besides stays proven', () => {
    const other = mismatch(exchange(500), '/amount')
    const { counts, proofs } = echoAfter(true, gap(mismatch(exchange(403)), other))
    expect(counts.gap).toBe(1)
    expect([...proofs.values()].flatMap(({ first }) => first.mismatches)).toEqual([other])
  })

  it('and stands for no other answer at the same place', () => {
    const { counts, proofs } = echoAfter(true, gap(mismatch(exchange(403))), gap(mismatch(exchange(418))))
    expect(counts.gap).toBe(1)
    expect(proofs.size).toBe(1)
  })
})
