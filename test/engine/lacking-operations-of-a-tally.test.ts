import { describe, expect, it } from 'vitest'
import { setLackingOperationsApart } from '../../engine/lacking-operations.ts'
import type { Outcome } from '../../engine/outcome.ts'
import { createTally } from '../../engine/tally.ts'
import type { ClauseTally, Tally } from '../../engine/tally.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { answered } from '../answered.ts'
import { contract } from './acme.ts'
import { outcome } from './outcomes.ts'

const answers = 'acme.things.readThing.answers'
const echo = 'acme.things.echo'

const exchange = (operation: string | undefined, status: number): Exchange => answered({}, status, { operation })
const status = (actual: Json, at = 'status'): Mismatch => ({ at, expected: 200, actual })
const outcomeOf = (clause: string, more: Partial<Outcome> = {}): Outcome => outcome({ clause, ...more })
const gap = (clause: string, mismatches: readonly Mismatch[], ...evidence: readonly Exchange[]): Outcome =>
  outcomeOf(clause, { verdict: 'gap', mismatches, evidence })
const absentRead = gap(answers, [status(404)], exchange('readThing', 404))

function tallyOf(...outcomes: readonly Outcome[]): Tally {
  const tally = createTally(contract.clauses)
  outcomes.forEach((one) => tally.add(one))
  return tally
}
const of = (tally: Tally, id: string): ClauseTally => tally.clauses.get(id) as ClauseTally
const blockersOf = (tally: Tally, id: string): readonly string[] =>
  of(tally, id)
    .hindrances.of('blocked')
    .flatMap(({ blockedBy }) => [...blockedBy])

describe('an operation is lacking', () => {
  it.each<[string, readonly Outcome[], readonly string[]]>([
    ['where it answered that nobody is there', [absentRead], [answers]],
    ['where it did so in one of several proofs', [absentRead, gap(answers, [status(418)])], [answers]],
    ['where that is one of several mismatches', [gap(answers, [status('x', '/id'), status(501)])], [answers]],
    ['not where it succeeded once', [absentRead, outcomeOf(answers)], []],
    ['not where nothing was said of it', [], []],
    ['not where it answered with something else', [gap(answers, [status(418)])], []],
    ['not where another value happens to be 404', [gap(answers, [status(404, '/amount')])], []],
  ])('%s', (_, outcomes, lacking) => {
    expect([...setLackingOperationsApart(contract, tallyOf(...outcomes), false)]).toEqual(lacking)
  })

  it('not where its clause is no part of the tally', () => {
    expect(setLackingOperationsApart(contract, createTally(new Map()), true).size).toBe(0)
  })

  it('and keeps its own gap', () => {
    const tally = tallyOf(absentRead)
    setLackingOperationsApart(contract, tally, true)
    expect(of(tally, answers)).toMatchObject({ counts: { gap: 1, blocked: 0 } })
    expect(of(tally, answers).proofs.size).toBe(1)
  })
})

describe('a gap beside a lacking operation', () => {
  const wrong = (...evidence: readonly Exchange[]): Outcome => gap(echo, [status(404)], ...evidence)

  it.each<[string, Outcome, boolean]>([
    ['is blocked where a call of it found nobody', wrong(exchange('readThing', 404)), true],
    [
      'is blocked where one of several calls was such',
      wrong(exchange('createThing', 200), exchange('readThing', 405)),
      true,
    ],
    ['stays where the call found somebody', wrong(exchange('readThing', 418)), false],
    ['stays where nobody was found by another operation', wrong(exchange('createThing', 404)), false],
    ['stays where nobody was found by a request for no operation', wrong(exchange(undefined, 404)), false],
    ['stays where there is no evidence', wrong(), false],
  ])('%s', (_, found, blocked) => {
    const tally = tallyOf(absentRead, found, found)
    setLackingOperationsApart(contract, tally, false)
    expect(of(tally, echo)).toMatchObject({ counts: { gap: blocked ? 0 : 2, blocked: blocked ? 2 : 0 } })
    expect(blockersOf(tally, echo)).toEqual(blocked ? [answers] : [])
    expect(of(tally, echo).proofs.size).toBe(blocked ? 0 : 1)
  })

  it('stays in a whole run where every other operation succeeded and the request was for none', () => {
    const others = [...contract.operations.values()].filter(({ id }) => id !== 'readThing')
    const tally = tallyOf(absentRead, ...others.map(({ clause }) => outcomeOf(clause)), wrong(exchange(undefined, 404)))
    setLackingOperationsApart(contract, tally, true)
    expect(of(tally, echo).counts).toMatchObject({ gap: 1, blocked: 0 })
  })

  it('is dropped and kept as one of few, however many ways it shows in', () => {
    const ways = Array.from({ length: 40 }, (_, index) => `/way-${String(index)}`)
    const many = ways.map((at) => gap(echo, [status('x', at)], exchange('readThing', 404)))
    const last = gap(echo, [status('y', '/last')], exchange('createThing', 200))
    const tally = tallyOf(absentRead, ...many, last)
    setLackingOperationsApart(contract, tally, false)
    expect(of(tally, echo).counts).toMatchObject({ gap: 1, blocked: 40 })
    expect([...of(tally, echo).proofs.values()].map(({ first }) => first.mismatches)).toEqual([[status('y', '/last')]])
  })

  it('keeps what does not rest on the absence of an operation, in however many answers it shows', () => {
    const missing = (...evidence: readonly Exchange[]): Outcome =>
      gap(echo, [status('absent', 'request-id')], ...evidence)
    const tally = tallyOf(absentRead, missing(exchange('readThing', 404)), missing(exchange('createThing', 200)))
    setLackingOperationsApart(contract, tally, false)
    expect(of(tally, echo)).toMatchObject({ counts: { gap: 1, blocked: 1 } })
    expect([...of(tally, echo).proofs.values()].map(({ first }) => first.evidence[0]?.operation)).toEqual([
      'createThing',
    ])
  })

  it('says which exchange the check could not go on from', () => {
    const refused = exchange('readThing', 405)
    const tally = tallyOf(absentRead, wrong(refused))
    setLackingOperationsApart(contract, tally, false)
    expect(of(tally, echo).hindrances.of('blocked')).toMatchObject([
      { reason: 'GET /things/{thing} answered 405, and was never seen to succeed', exchange: refused, times: 1 },
    ])
  })

  it.each([
    [true, true, 1],
    [false, true, 0],
    [true, false, 0],
  ])(
    'of an operation that was never called well, in a whole run: %s, of a target that lacks another: %s, is blocked %d times',
    (whole, lacks, blocked) => {
      const created = 'acme.things.createThing.answers'
      const tally = tallyOf(
        wrong(exchange('readThing', 404)),
        ...(lacks ? [gap(created, [status(404)], exchange('createThing', 404))] : []),
      )
      expect([...setLackingOperationsApart(contract, tally, whole)]).toEqual(lacks ? [created] : [])
      expect(of(tally, echo).counts).toMatchObject({ gap: 1 - blocked, blocked })
    },
  )
})

describe('a refusal that a lacking operation gave', () => {
  it.each([
    ['proves nothing', 'readThing', 0, 2],
    ['is none of its concern where another operation gave it', 'createThing', 2, 0],
  ])('%s', (_, operation, conforms, blocked) => {
    const refused = outcomeOf(echo, { evidence: [exchange(operation, 404)] })
    const tally = tallyOf(absentRead, refused, refused)
    setLackingOperationsApart(contract, tally, false)
    expect(of(tally, echo).counts).toMatchObject({ conforms, blocked })
    expect(blockersOf(tally, echo)).toEqual(blocked === 0 ? [] : [answers])
  })
})
