import { describe, expect, it } from 'vitest'
import { createForgetting, setForgottenApart } from '../../engine/forgotten.ts'
import { createTally } from '../../engine/tally.ts'
import type { Outcome } from '../../engine/outcome.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { answered, requestOf } from '../answered.ts'
import { contract as acme } from './acme.ts'
import { outcome } from './outcomes.ts'

const thing: Resource = {
  at: '',
  id: '/id',
  parameter: 'thing',
  create: ['createThing'],
  retrieve: 'readThing',
  act: [],
  fixed: [],
  writes: {},
  keeps: {},
  relations: [],
  views: [],
  owners: [],
  moving: [],
}
const contract = { ...acme, declaration: { ...acme.declaration, resources: { thing } } }

const made = (id: string, amount: number): Exchange =>
  answered({ id, amount }, 200, {
    operation: 'createThing',
    request: requestOf({ method: 'POST', path: '/things', body: `{"amount":${amount}}` }),
  })
const read = (id: string, amount: number, path = `/things/${id}`): Exchange =>
  answered({ id, amount }, 200, { operation: 'readThing', request: requestOf({ path }) })

function forgotten(...exchanges: readonly Exchange[]): readonly string[] {
  const forgetting = createForgetting(contract)
  for (const exchange of exchanges) forgetting.see(exchange)
  return forgetting.forgotten().map(({ name }) => name)
}

const makings = [made('a', 1), made('b', 2), made('c', 3)]

describe('a target keeps nothing of a kind of object', () => {
  it.for<readonly [string, readonly Exchange[], readonly string[]]>([
    ['where all that was made is read alike', [...makings, read('a', 9), read('b', 9), read('c', 9)], ['thing']],
    ['not where one is read otherwise', [...makings, read('a', 9), read('b', 9), read('c', 3)], []],
    ['not where two are alike', [...makings, read('a', 9), read('b', 9)], []],
    [
      'not where equal requests made them',
      [made('a', 1), made('b', 1), made('c', 1), read('a', 1), read('b', 1), read('c', 1)],
      [],
    ],
    [
      'whatever is read with a query',
      [...makings, read('a', 9), read('b', 9), read('c', 9), read('a', 1, '/things/a?x')],
      ['thing'],
    ],
    ['not where nothing of it was made', [read('a', 9), read('b', 9), read('c', 9)], []],
  ])('%s', ([, exchanges, names]) => {
    expect(forgotten(...exchanges)).toEqual(names)
  })
})

const asMade = 'acme.things.object.amount'
const other = 'acme.things.echo'
const reads = [read('a', 9), read('b', 9), read('c', 9)]

function gapsAfter(...outcomes: readonly Outcome[]): readonly (readonly [number, readonly string[]])[] {
  const forgetting = createForgetting(contract)
  for (const exchange of [...makings, ...reads]) forgetting.see(exchange)
  const tally = createTally(contract.clauses)
  for (const one of outcomes) tally.add(one)
  setForgottenApart(contract, tally, forgetting.forgotten())
  return [asMade, other].map((id) => {
    const { counts, hindrances } = tally.clauses.get(id)!
    return [counts.gap, hindrances.of('blocked').flatMap(({ blockedBy }) => [...blockedBy])]
  })
}

const gap = (clause: string, by: string, during: string, shown: Exchange): Outcome =>
  outcome({
    clause,
    by,
    during,
    verdict: 'gap',
    mismatches: [{ at: '/amount', expected: 1, actual: 9, in: shown }],
    evidence: by === 'observer/schemas-hold' ? [shown] : [makings[0]!, shown],
  })
const told = gap(asMade, 'observer/creations-can-be-read', 'acme/a', reads[0]!)

describe('what a check found out of what is not kept', () => {
  it('is blocked by the clause that says so', () => {
    expect(gapsAfter(told, gap(other, 'acme/a', 'acme/a', reads[0]!))).toEqual([
      [1, []],
      [0, [asMade]],
    ])
  })

  it('is blocked where an observer compares it with what was made', () => {
    expect(gapsAfter(told, gap(other, 'observer/what-is-settled-stays', 'acme/a', reads[0]!))[1]).toEqual([0, [asMade]])
  })

  it.for<readonly [string, readonly Outcome[]]>([
    ['of an object that was not made before', [told, gap(other, 'acme/a', 'acme/a', read('unknown', 9))]],
    ['by an observer, of the answer itself', [told, gap(other, 'observer/schemas-hold', 'acme/a', reads[0]!)]],
    ['where no clause says that it is not kept', [gap(other, 'acme/a', 'acme/a', reads[0]!)]],
  ])('stays a gap %s', ([, outcomes]) => {
    expect(gapsAfter(...outcomes)[1]).toEqual([1, []])
  })
})
