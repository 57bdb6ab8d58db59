import { describe, expect, it } from 'vitest'
import { statesFollowTheTable } from '../../../suites/laws/states-follow-the-table.ts'
import type { Step } from '../../../suites/laws/states-follow-the-table.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { hasStatus } from '../../../suites/vocabulary/judge.ts'
import { answered } from '../../answered.ts'

const { judge } = statesFollowTheTable('acme/life', {
  begin: () => Promise.reject(new Error('not begun')),
  actions: { pay: { from: { new: 'paid' }, act: () => Promise.reject(new Error('not acted')) } },
  observe: () => Promise.reject(new Error('not observed')),
  clauses: { allowed: 'allowed', refused: 'refused', unchanged: 'unchanged' },
  refusal: (exchange) => hasStatus(exchange, 409),
})

const step = (before: string, expected: string | undefined, status: number, after: string): Step => ({
  action: 'pay',
  before,
  expected,
  answer: answered({}, status),
  observed: answered({ state: after }, 200, { id: 2 }),
  after,
})

describe('a step of a life', () => {
  it.each<[string, string, Step, readonly [at: string, actual: string | number, exchange: number] | undefined]>([
    ['leads where it is tabled', 'allowed', step('new', 'paid', 200, 'paid'), undefined],
    ['leads elsewhere, as is seen afterwards', 'allowed', step('new', 'paid', 200, 'new'), ['pay from new', 'new', 2]],
    ['is refused, as its answer says', 'allowed', step('new', 'paid', 409, 'new'), ['pay from new', 409, 1]],
    ['is refused as it should be', 'refused', step('paid', undefined, 409, 'paid'), undefined],
    ['is not refused, as its answer says', 'refused', step('paid', undefined, 200, 'paid'), ['status', 200, 1]],
    ['changes nothing where it is refused', 'unchanged', step('paid', undefined, 409, 'paid'), undefined],
    [
      'changes what it should not, as is seen afterwards',
      'unchanged',
      step('paid', undefined, 409, 'new'),
      ['pay', 'new', 2],
    ],
  ])('%s', (_, clause, life, expected) => {
    const found = mismatchesOf(judge[clause]?.([life], undefined) as Judgement)
    expect(found.map((mismatch) => [mismatch.at, mismatch.actual, mismatch.in?.id])).toEqual(
      expected === undefined ? [] : [expected],
    )
  })
})
