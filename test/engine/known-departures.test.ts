import { describe, expect, it } from 'vitest'
import { clauseRow } from '../../engine/clause-row.ts'
import { isKnown, knownDeparture } from '../../engine/known-departures.ts'
import type { Outcome } from '../../engine/outcome.ts'
import { createTally } from '../../engine/tally.ts'
import type { Clause, KnownDeparture } from '../../model/clause.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import type { ClauseRow, StoredExchange } from '../../model/report.ts'
import { answered } from '../answered.ts'
import { contract } from './acme.ts'
import { outcome } from './outcomes.ts'

const id = 'acme.things.readThing.answers'
const known = (...departures: readonly KnownDeparture[]): Clause => ({
  ...(contract.clauses.get(id) as Clause),
  departures,
})
const store = ({ request, response, ...rest }: Exchange): StoredExchange => ({
  ...rest,
  operation: null,
  request,
  response,
  startedAt: '',
  truncated: 0,
})
const mismatch = (at: string, actual: Json, status?: number): Mismatch => ({
  at,
  expected: 'another',
  actual,
  ...(status === undefined ? {} : { in: answered({}, status) }),
})

describe('a known departure', () => {
  const text = 'Seen in 2026.'
  it.for<readonly [string, Omit<KnownDeparture, 'text'>, Mismatch, boolean]>([
    ['anywhere', {}, mismatch('/a', 1), true],
    ['at a place', { at: '/a' }, mismatch('/a', 1), true],
    ['at another place', { at: '/a' }, mismatch('/b', 1), false],
    ['in any item', { at: '/items/*/a' }, mismatch('/items/3/a', 1), true],
    ['with a value', { actual: ['absent', null] }, mismatch('/a', null), true],
    ['with another value', { actual: ['absent', null] }, mismatch('/a', 1), false],
    ['in place of a value', { expected: ['another'] }, mismatch('/a', 1), true],
    ['in place of another value', { expected: ['one'] }, mismatch('/a', 1), false],
    ['in an answer with a status', { status: [404] }, mismatch('/a', 1, 404), true],
    ['in an answer with another status', { status: [404] }, mismatch('/a', 1, 422), false],
    ['in an answer that is not known', { status: [404] }, mismatch('/a', 1), false],
  ])('is recognised by what was seen: %s', ([, departure, shown, expected]) => {
    expect(knownDeparture(known({ text, ...departure }), shown) !== undefined).toBe(expected)
  })

  it('is all that a gap shows, or the gap is not known', () => {
    const clause = known({ text, at: '/a' })
    expect(isKnown(clause, [mismatch('/a', 1)])).toBe(true)
    expect(isKnown(clause, [mismatch('/a', 1), mismatch('/b', 1)])).toBe(false)
  })
})

describe('the row of a clause with known departures', () => {
  const clause = known({ text: 'Seen in 2026.', at: '/detail', status: [404] })
  const gap = (...mismatches: readonly Mismatch[]): Outcome =>
    outcome({ clause: id, verdict: 'gap', mismatches, evidence: mismatches.flatMap((one) => one.in ?? []) })

  function rowOf(...outcomes: readonly Outcome[]): ClauseRow {
    const tally = createTally(new Map([[id, clause]]))
    for (const one of outcomes) tally.add(one)
    return clauseRow(tally.clauses.get(id)!, {
      provider: 'acme',
      authentication: contract.provider.authentication,
      capabilities: new Set(),
      store,
      redactor: { text: (text) => text, mismatch: (mismatch_) => mismatch_, input: (value) => value },
      replay: () => '',
      waiverOf: () => undefined,
      rootsOf: () => [],
    })
  }

  it('warns where nothing else was seen', () => {
    expect(rowOf(gap(mismatch('/detail', 'absent', 404)))).toMatchObject({
      severity: 'warn',
      findings: [{ known: 'Seen in 2026.' }],
    })
  })

  it('fails where the same place departs in another answer too, whichever came first', () => {
    const [seen, unseen] = [gap(mismatch('/detail', 'absent', 404)), gap(mismatch('/detail', 'absent', 422))]
    for (const outcomes of [
      [seen, unseen],
      [unseen, seen],
    ]) {
      const row = rowOf(...outcomes)
      expect(row.severity).toBe('fail')
      expect(row.findings.map(({ known: text }) => text !== undefined)).toEqual(outcomes.map((one) => one === seen))
    }
  })

  it('shows first what is not known, however much of a proof is', () => {
    const much = [1, 2, 3, 4].map(() => mismatch('/detail', 'absent', 404))
    const row = rowOf(gap(...much, mismatch('/title', 'absent', 404)))
    expect(row.severity).toBe('fail')
    expect(row.findings[0]).toMatchObject({ at: '/title' })
  })
})
