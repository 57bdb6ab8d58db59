import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../engine/figures.ts'
import { mergeRows, mergeRuns } from '../../engine/merge.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import type { Verdict } from '../../model/finding.ts'
import type { ClauseRow, Finding, StoredExchange } from '../../model/report.ts'
import { sampleRow } from '../reporters/sample-rows.ts'

const finding = (fingerprint: string, more: Partial<Finding> = {}): Finding => ({
  fingerprint,
  by: 'acme/a',
  at: '/a',
  expected: 1,
  actual: 2,
  evidence: [1],
  times: 2,
  curl: '',
  replay: '',
  ...more,
})
const row = (verdict: Verdict, more: Partial<ClauseRow> = {}): ClauseRow =>
  sampleRow({ id: 'acme.a', verdict, severity: verdict === 'gap' ? 'fail' : 'ok', judged: 3, ...more })

describe('two rows of one clause', () => {
  it('merge to the graver verdict, whichever comes first, and counts add up', () => {
    for (const [left, right] of [
      ['gap', 'conforms'],
      ['conforms', 'gap'],
    ] as const) {
      expect(mergeRows(row(left), row(right))).toMatchObject({ verdict: 'gap', severity: 'fail', judged: 6 })
    }
  })
  it('are told as the first was, where both are as grave', () => {
    expect(
      mergeRows(row('inconclusive', { reason: 'first' }), row('inconclusive', { reason: 'second' })),
    ).toMatchObject({ reason: 'first' })
  })
  it('are the first alone where there is no second', () => {
    expect(mergeRows(row('conforms'), undefined)).toEqual(row('conforms'))
  })
  it('tell a finding once, with how often it was seen', () => {
    const merged = mergeRows(
      row('gap', { findings: [finding('x'), finding('y')] }),
      row('gap', { findings: [finding('x', { evidence: [9] }), finding('x', { at: '/b' })] }),
    )
    expect(merged.findings.map(({ fingerprint, at, times, evidence }) => [fingerprint, at, times, evidence])).toEqual([
      ['x', '/a', 4, [1]],
      ['y', '/a', 2, [1]],
      ['x', '/b', 2, [1]],
    ])
  })
  it('add up readings and retries', () => {
    const reading = (name: string, times: number) => ({ name, text: `${name}.`, times })
    const merged = mergeRows(
      row('conforms', { follows: [reading('s', 1)], afterRetry: 1 }),
      row('conforms', { follows: [reading('s', 2), reading('t', 5)], afterRetry: 2 }),
    )
    expect(merged).toMatchObject({ follows: [reading('s', 3), reading('t', 5)], afterRetry: 3 })
  })
  it('say nothing of readings and retries where there were none', () => {
    expect(mergeRows(row('conforms'), row('conforms'))).not.toHaveProperty('follows')
    expect(mergeRows(row('conforms'), row('conforms'))).not.toHaveProperty('afterRetry')
  })
  it('name every clause that they are blocked by', () => {
    expect(
      mergeRows(row('blocked', { blockedBy: ['acme.b'] }), row('blocked', { blockedBy: ['acme.c', 'acme.b'] })),
    ).toMatchObject({ blockedBy: ['acme.b', 'acme.c'] })
    expect(mergeRows(row('blocked', { blockedBy: ['acme.b'] }), row('conforms')).blockedBy).toEqual(['acme.b'])
    expect(mergeRows(row('conforms'), row('blocked', { blockedBy: ['acme.b'] })).blockedBy).toEqual(['acme.b'])
    expect(mergeRows(row('conforms'), row('gap'))).not.toHaveProperty('blockedBy')
  })
})

describe('two parts of one run', () => {
  const exchange = (id: number): StoredExchange => ({
    id,
    direction: 'outbound',
    operation: null,
    request: { method: 'GET', path: '/', headers: [], body: '' },
    response: { status: 200, headers: [], body: '' },
    attempts: [],
    startedAt: '2018-02-01T12:00:00.000Z',
    durationMs: 1,
    truncated: 0,
  })
  const part = (verdict: Verdict, ids: readonly number[], findings: readonly Finding[], times: number): ProviderRun => {
    const clauses = [row(verdict, { findings })]
    return {
      clauses,
      exchanges: ids.map(exchange),
      partial: false,
      row: {
        name: 'acme',
        title: 'Acme',
        outcome: 'conforms',
        figures: figuresOf(clauses),
        contract: 'x',
        exchanges: 4,
        durationMs: 10,
        outages: [],
        apart: [],
        unmatched: [],
        leftovers: [{ kind: 'thing', id: 'a', reason: 'stays' }],
        additive: [{ operation: 'a', schema: 's', at: '/x', kind: 'property', value: 'x', times }],
      },
    }
  }

  it('are partial where either is, and then conform to nothing', () => {
    const through = part('conforms', [], [], 1)
    const stopped = { ...through, partial: true }
    expect([mergeRuns([through, stopped]), mergeRuns([stopped, through])]).toMatchObject([
      { partial: true, row: { outcome: 'interrupted' } },
      { partial: true, row: { outcome: 'interrupted' } },
    ])
    expect(mergeRuns([through, through])).toMatchObject({ partial: false, row: { outcome: 'conforms' } })
  })

  it('add up, keep the evidence of both apart, and come to the graver outcome', () => {
    const merged = mergeRuns([
      part('conforms', [1, 4], [], 1),
      part('gap', [2], [finding('x', { evidence: [2] })], 2),
      part('gap', [3], [finding('y', { evidence: [3] })], 4),
    ])
    expect(merged.row).toMatchObject({
      outcome: 'gaps',
      exchanges: 12,
      durationMs: 30,
      figures: { judged: 1, conforming: 0 },
      additive: [{ value: 'x', times: 7 }],
    })
    expect(merged.row.leftovers).toHaveLength(3)
    expect(merged.exchanges.map(({ id }) => id)).toEqual([1, 4, 6, 9])
    expect(merged.clauses[0]?.findings.map(({ evidence }) => evidence)).toEqual([[6], [9]])
  })

  it('tell an additive change once, and another one by itself', () => {
    const change = { operation: 'a', schema: 's', at: '/x', kind: 'property', value: 'x', times: 1 } as const
    const others = [
      { ...change, schema: 't' },
      { ...change, at: '/y' },
      { ...change, kind: 'enum-value' as const },
      { ...change, value: 'z' },
    ]
    const adding = (...additive: ProviderRun['row']['additive']): ProviderRun => {
      const run = part('conforms', [1], [], 1)
      return { ...run, row: { ...run.row, additive } }
    }
    expect(mergeRuns([adding(change), adding(...others, change)]).row.additive).toEqual([
      { ...change, times: 2 },
      ...others,
    ])
  })

  it('are refused where there is none', () => {
    expect(() => mergeRuns([])).toThrow('no run')
  })
})
