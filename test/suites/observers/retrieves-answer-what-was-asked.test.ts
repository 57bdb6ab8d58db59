import { departs } from '../../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { retrievesAnswerWhatWasAsked } from '../../../suites/observers/retrieves-answer-what-was-asked.ts'
import { read } from './orders.ts'
import { contract, exchangesOf, watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = retrievesAnswerWhatWasAsked([
  { clause: 'c', operations: ['retrieveOrder'], parameter: 'order', id: '/id' },
])

describe('retrieves answer what was asked', () => {
  it.for<Sequence>([
    ['the object that was asked for', [read('a%2Fb', { id: 'a/b' })], 1, []],
    ['another object than was asked for', [read('a', { id: 'b' })], 1, ['/id']],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })

  it('blames the operation itself where no clause is named', () => {
    const deleting = retrievesAnswerWhatWasAsked([
      { operations: ['retrieveOrder', 'deleteOrder'], parameter: 'order', id: '/id' },
    ])
    const see = deleting.watch(contract)
    const [another] = exchangesOf([{ operation: 'deleteOrder', path: '/orders/a', json: { id: 'b' } }])
    const clauses = deleting.clauses(contract)
    expect(clauses).toEqual(['retrieveOrder', 'deleteOrder'].map((name) => contract.operations.get(name)?.clause))
    expect(another === undefined ? [] : see(another)).toEqual([
      { clause: clauses[1], judgement: departs({ at: '/id', expected: 'a', actual: 'b' }) },
    ])
  })

  it.for<Sequence>([
    ['says nothing of a refusal', [read('a', { id: 'b' }, { status: 404 })], 0, []],
    ['says nothing where no id is shown', [read('a', { id: 7 })], 0, []],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
