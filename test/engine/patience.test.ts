import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../engine/outcome.ts'
import { createPatience } from '../../engine/patience.ts'
import type { Outage } from '../../model/finding.ts'
import { outcome } from './outcomes.ts'

const outage = (kind: Outage): Outcome => outcome({ verdict: 'inconclusive', outage: kind })

describe('patience', () => {
  it('ends after five checks in a row that an outage kept from judging', () => {
    const patience = createPatience()
    for (let check = 0; check < 4; check += 1) patience.note([outage('timeout')])
    expect(patience.lost()).toBeUndefined()
    patience.note([outage('refused')])
    expect(patience.lost()).toBe('refused')
  })

  it('ends after as many more where checks run side by side, which one outage hits together', () => {
    const patience = createPatience(4)
    for (let check = 0; check < 19; check += 1) patience.note([outage('reset')])
    expect(patience.lost()).toBeUndefined()
    patience.note([outage('reset')])
    expect(patience.lost()).toBe('reset')
  })

  it('begins anew after a check that could be judged', () => {
    const patience = createPatience()
    for (let check = 0; check < 4; check += 1) patience.note([outage('timeout')])
    patience.note([outcome()])
    for (let check = 0; check < 4; check += 1) patience.note([outage('timeout')])
    expect(patience.lost()).toBeUndefined()
  })

  it('is neither lost nor found by a check that the target cannot show', () => {
    const patience = createPatience()
    for (let check = 0; check < 4; check += 1) patience.note([outage('timeout')])
    patience.note([])
    patience.note([outage('timeout')])
    expect(patience.lost()).toBe('timeout')
  })

  it('is lost by a check that was judged in part only', () => {
    const patience = createPatience()
    for (let check = 0; check < 5; check += 1) patience.note([outcome(), outage('reset')])
    expect(patience.lost()).toBe('reset')
  })

  it('is there again where it is restored', () => {
    const patience = createPatience()
    patience.note([outage('budget')])
    patience.restore()
    expect(patience.lost()).toBeUndefined()
  })

  it.each(['budget', 'interrupted'] as const)(
    'ends at once where the reason is %s, and does not come back',
    (reason) => {
      const patience = createPatience()
      patience.note([outage(reason)])
      patience.note([outcome()])
      expect(patience.lost()).toBe(reason)
    },
  )
})

it('an operation that is asked no more says nothing of whether the target is there', () => {
  const patience = createPatience()
  for (let check = 0; check < 20; check += 1) patience.note([outcome({ verdict: 'inconclusive', outage: 'given-up' })])
  expect(patience.lost()).toBeUndefined()
})
