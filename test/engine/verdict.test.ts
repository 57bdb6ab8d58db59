import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeVerdicts, severityOf } from '../../engine/verdict.ts'
import { exitCodeOf, outcomeOf } from '../../engine/exit-code.ts'
import { figuresOf } from '../../engine/figures.ts'
import { verdicts } from '../../model/finding.ts'
import type { Verdict } from '../../model/finding.ts'
import type { ClauseRow, ProviderRow, Severity } from '../../model/report.ts'

const none: Record<Verdict, number> = { gap: 0, broken: 0, inconclusive: 0, blocked: 0, conforms: 0, unobservable: 0 }
import { sampleRow } from '../reporters/sample-rows.ts'

describe('the verdict of a clause', () => {
  it.each([
    [['conforms', 'gap'], 'gap'],
    [['gap', 'broken'], 'gap'],
    [['broken', 'inconclusive'], 'broken'],
    [['conforms', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'blocked'], 'inconclusive'],
    [['conforms', 'blocked'], 'conforms'],
    [['blocked', 'unobservable'], 'blocked'],
    [['conforms', 'unobservable'], 'conforms'],
    [[], 'unobservable'],
  ] as const)('of %j is %s', (said, verdict) => {
    expect(mergeVerdicts({ ...none, ...Object.fromEntries(said.map((one) => [one, 1])) })).toBe(verdict)
  })

  it('never depends on how often something was said', () => {
    const counts = fc.record(Object.fromEntries(verdicts.map((verdict) => [verdict, fc.nat(3)]))) as fc.Arbitrary<
      Record<Verdict, number>
    >
    fc.assert(
      fc.property(counts, (said) => {
        const once = Object.fromEntries(verdicts.map((verdict) => [verdict, Math.min(1, said[verdict])])) as Record<
          Verdict,
          number
        >
        expect(mergeVerdicts(said)).toBe(mergeVerdicts(once))
      }),
    )
  })
})

describe('severity', () => {
  it.each([
    ['gap', 'must', 'document', {}, 'fail'],
    ['gap', 'must', 'derived', {}, 'fail'],
    ['gap', 'must', 'elsewhere', {}, 'fail'],
    ['gap', 'must', 'ours', {}, 'warn'],
    ['gap', 'should', 'document', {}, 'warn'],
    ['gap', 'may', 'document', {}, 'warn'],
    ['gap', 'must', 'document', { known: true }, 'warn'],
    ['gap', 'must', 'document', { waived: true }, 'waived'],
    ['gap', 'must', 'document', { waived: true, known: true }, 'waived'],
    ['broken', 'may', 'ours', { waived: true }, 'fault'],
    ['inconclusive', 'must', 'document', { waived: true }, 'open'],
    ['blocked', 'must', 'document', {}, 'open'],
    ['conforms', 'must', 'document', { waived: true }, 'ok'],
    ['unobservable', 'must', 'document', {}, 'none'],
  ] as const)('of %s at level %s, source %s, %j, is %s', (verdict, level, kind, standing, severity) => {
    const source = { kind, document: 'Acme', section: 'Things' }
    expect(severityOf(verdict, { level, source }, { waived: false, known: false, ...standing })).toBe(severity)
  })
})

const clause = (verdict: Verdict, severity: Severity): ClauseRow => sampleRow({ verdict, severity, judged: 1 })
const provider = (...rows: readonly ClauseRow[]): ProviderRow => rowOf(rows, false)
const rowOf = (rows: readonly ClauseRow[], stopped: boolean): ProviderRow => {
  const figures = figuresOf(rows)
  return {
    name: 'acme',
    title: 'Acme',
    outcome: outcomeOf(figures, stopped),
    figures,
    contract: 'x',
    exchanges: 1,
    durationMs: 1,
    additive: [],
    outages: [],
    apart: [],
    unmatched: [],
    leftovers: [],
  }
}

describe('the exit code', () => {
  const ok = clause('conforms', 'ok')
  it.each([
    ['conforms', [ok], [], 0, 'conforms'],
    ['a failing gap', [ok, clause('gap', 'fail')], [], 1, 'gaps'],
    ['a warning alone', [ok, clause('gap', 'warn')], [], 0, 'conforms'],
    ['a waived gap alone', [ok, clause('gap', 'waived')], [], 0, 'conforms'],
    ['a fault of ours beside a gap', [clause('gap', 'fail'), clause('broken', 'fault')], [], 2, 'fault'],
    ['nothing judged', [clause('inconclusive', 'open'), clause('unobservable', 'none')], [], 3, 'not-judged'],
    ['nothing at all', [], [], 3, 'not-judged'],
    ['a stale waiver', [ok], [{ clause: 'acme.a', problem: 'conforms', text: 'remove it' }], 1, 'conforms'],
  ] as const)('of %s', (_, rows, problems, code, outcome) => {
    const row = provider(...rows)
    expect(exitCodeOf([row], problems, false)).toBe(code)
    expect(row.outcome).toBe(outcome)
  })

  it.each([
    ['nothing but what conforms', [ok, clause('inconclusive', 'open')], 3, 'interrupted'],
    ['a warning', [ok, clause('gap', 'warn')], 3, 'interrupted'],
    ['a failing gap', [ok, clause('gap', 'fail')], 1, 'gaps'],
    ['a fault of ours', [ok, clause('broken', 'fault')], 2, 'fault'],
    ['nothing', [clause('inconclusive', 'open')], 3, 'not-judged'],
  ] as const)('of an interrupted run that had found %s', (_, rows, code, outcome) => {
    const row = rowOf(rows, true)
    expect(exitCodeOf([row], [], true)).toBe(code)
    expect(row.outcome).toBe(outcome)
  })

  it('of a run that was interrupted after a provider was through says so of the run alone', () => {
    const row = provider(ok)
    expect(row.outcome).toBe('conforms')
    expect(exitCodeOf([row], [], true)).toBe(3)
  })
})

it('what could not be judged stays in the denominator, and what no document says is counted apart', () => {
  const said = (kind: ClauseRow['source']['kind'], row: ClauseRow): ClauseRow => ({
    ...row,
    source: { ...row.source, kind },
  })
  const { figures } = provider(
    said('document', clause('conforms', 'ok')),
    said('derived', clause('gap', 'fail')),
    said('ours', clause('gap', 'warn')),
    said('elsewhere', clause('unobservable', 'none')),
    said('document', clause('blocked', 'open')),
    said('document', clause('inconclusive', 'open')),
  )
  expect(figures).toEqual({
    clauses: 6,
    documented: 4,
    judged: 3,
    conforming: 1,
    failing: { document: 1, elsewhere: 0 },
    verdicts: { ...none, conforms: 1, gap: 2, unobservable: 1, blocked: 1, inconclusive: 1 },
    severities: { fail: 1, warn: 1, waived: 0, fault: 0, open: 2, ok: 1, none: 1 },
  })
})
