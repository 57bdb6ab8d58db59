import { describe, expect, it } from 'vitest'
import { createRoots } from '../../engine/roots.ts'
import type { Clause } from '../../model/clause.ts'

function clauses(standing: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Clause> {
  const source = { kind: 'ours', document: 'Acme', section: 'Things' } as const
  return new Map(
    Object.entries(standing).map(([id, standsOn]) => [
      id,
      {
        id,
        level: 'must',
        text: `${id}.`,
        source,
        section: 'Things',
        needs: [],
        standsOn,
        readings: [],
        departures: [],
      } as const,
    ]),
  )
}

describe('what a clause is blocked by', () => {
  it('is the gap at the bottom, not the one between', () => {
    const rootsOf = createRoots(clauses({ a: ['b'], b: ['c'], c: [] }), new Set(['a', 'b', 'c']), new Set())
    expect(rootsOf('a')).toEqual(['c'])
    expect(rootsOf('c')).toEqual([])
  })

  it('is nothing where what it stands on has no gap', () => {
    expect(createRoots(clauses({ a: ['b'], b: [] }), new Set(['a']), new Set())('a')).toEqual([])
  })

  it('names each gap once', () => {
    expect(
      createRoots(clauses({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }), new Set(['b', 'c', 'd']), new Set())('a'),
    ).toEqual(['d'])
  })

  it('ends where clauses stand on each other', () => {
    expect(createRoots(clauses({ a: ['b'], b: ['a'] }), new Set(['a', 'b']), new Set())('a')).toEqual(['b'])
  })

  it('is nothing for an operation that is lacking: that is plain whatever else is wrong', () => {
    const rootsOf = createRoots(
      clauses({ reads: ['shape'], shape: [], echo: ['reads'] }),
      new Set(['reads', 'shape']),
      new Set(['reads']),
    )
    expect(rootsOf('reads')).toEqual([])
    expect(rootsOf('echo')).toEqual(['reads'])
  })
})
