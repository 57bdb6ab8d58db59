import { departs } from '../../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { retrievesAnswerWhatWasAsked } from '../../../suites/observers/retrieves-answer-what-was-asked.ts'
import { create, list, read } from './orders.ts'
import { contract, exchangesOf, watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = retrievesAnswerWhatWasAsked([
  { clause: 'c', operations: ['retrieveOrder'], parameter: 'order', id: '/id' },
])

describe('retrieves answer what was asked', () => {
  it.for<Sequence>([
    ['the object that was asked for', [create('a/b'), read('a%2Fb', { id: 'a/b' })], 1, []],
    ['the object that a list showed', [list('', ['a']), read('a', { id: 'a' })], 1, []],
    ['another object than was asked for', [create('a'), read('a', { id: 'b' })], 1, ['/id']],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })

  it('blames the operation itself where no clause is named', () => {
    const deleting = retrievesAnswerWhatWasAsked([
      { operations: ['retrieveOrder', 'deleteOrder'], parameter: 'order', id: '/id' },
    ])
    const see = deleting.watch(contract)
    const [made, another] = exchangesOf([
      create('a'),
      { operation: 'deleteOrder', path: '/orders/a', json: { id: 'b' } },
    ])
    if (made !== undefined) see(made)
    const clauses = deleting.clauses(contract)
    expect(clauses).toEqual(['retrieveOrder', 'deleteOrder'].map((name) => contract.operations.get(name)?.clause))
    expect(another === undefined ? [] : see(another)).toEqual([
      { clause: clauses[1], judgement: departs({ at: '/id', expected: 'a', actual: 'b' }) },
    ])
  })

  it.for<Sequence>([
    ['says nothing of an id that the target never showed and answers', [read('x', { id: 'x' })], 0, []],
    ['shows an id that nothing has and that is answered with another one', [read('x', { id: 'a' })], 1, ['/id']],
    ['says nothing of letters in another case', [create('a'), read('A', { id: 'a' })], 0, []],
    ['says nothing of a refusal', [create('a'), read('a', { id: 'b' }, { status: 404 })], 0, []],
    ['says nothing where no id is shown', [create('a'), read('a', { id: 7 })], 0, []],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })

  it('says nothing of an id that can stand for another one', () => {
    const aliases = retrievesAnswerWhatWasAsked([
      { operations: ['retrieveOrder'], parameter: 'order', id: '/id', aliases: true },
    ])
    expect(watched(aliases, [read('tok_visa', { id: 'tok_1' })])).toEqual({ judged: 0, gaps: [] })
  })
})
