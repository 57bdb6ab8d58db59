import { describe, expect, it } from 'vitest'
import type { Walk } from '../../../suites/laws/pages-join-to-the-whole.ts'
import type { Json } from '../../../model/json.ts'
import { holdsOnly } from '../../../suites/stripe/narrowing.ts'
import { moreIsTold, orderIsKept, pagesAreCapped, pagesAreFilled } from '../../../suites/stripe/paging.ts'
import { refusedAsCard, refusedAsInvalid, refusedAsMissing } from '../../../suites/stripe/refusal.ts'
import { exchange } from './exchange.ts'

const refusal = (status: number, error: Json) => exchange({ status, answer: { error } })

describe('a refusal', () => {
  it('is told by status, type, code and parameter', () => {
    const refused = refusal(400, { type: 'invalid_request_error', param: 'amount' })
    expect(refusedAsInvalid(refused, 'amount')).toEqual([])
    expect(refusedAsInvalid(refused, 'currency')).toHaveLength(1)
    expect(refusedAsMissing(refused)).toHaveLength(1)
  })

  it('of a card has its code and its reason', () => {
    const declined = refusal(402, { type: 'card_error', code: 'card_declined', decline_code: 'fraudulent' })
    expect(refusedAsCard(declined, 'card_declined', 'fraudulent')).toEqual([])
    expect(refusedAsCard(declined, 'card_declined', 'generic_decline')).toHaveLength(1)
    expect(refusedAsCard(declined, 'expired_card')).toHaveLength(1)
  })

  it('is none where the request worked', () => {
    expect(refusedAsInvalid(exchange({ answer: {} }))).toHaveLength(2)
  })
})

const page = (ids: readonly string[], more: boolean) =>
  exchange({ answer: { data: ids.map((id) => ({ id })), has_more: more } })

function walk(size: number, pages: readonly (readonly [readonly string[], boolean])[]): Walk {
  return {
    ids: ['c', 'b', 'a'],
    size,
    pages: pages.map(([ids, more]) => page(ids, more)),
    walked: pages.flatMap(([ids]) => ids),
    endless: false,
  }
}

describe('a walk over pages', () => {
  const honest = walk(2, [
    [['c', 'b'], true],
    [['a'], false],
  ])

  it('that is honest has nothing wrong', () => {
    expect([pagesAreCapped, pagesAreFilled, moreIsTold, orderIsKept].map((judge) => judge(honest))).toEqual([
      [],
      [],
      [],
      [],
    ])
  })

  it('with a page above its size is seen', () => {
    expect(pagesAreCapped(walk(2, [[['c', 'b', 'a'], false]]))).toHaveLength(1)
  })

  it('with a page that could hold more is seen', () => {
    const short = walk(2, [
      [['c'], true],
      [['b', 'a'], false],
    ])
    expect(pagesAreFilled(short)).toHaveLength(1)
  })

  it('that ends early, or promises more than there is, is seen', () => {
    expect(moreIsTold(walk(2, [[['c', 'b'], false]]))).toHaveLength(1)
    const empty = walk(3, [
      [['c', 'b', 'a'], true],
      [[], false],
    ])
    expect(moreIsTold(empty)).toHaveLength(1)
  })

  it('in another order is seen', () => {
    expect(orderIsKept(walk(3, [[['a', 'b', 'c'], false]]))).toHaveLength(1)
  })

  it('that holds nothing of what was made shows nothing of how pages are filled', () => {
    expect(pagesAreFilled(walk(3, [[[], false]]))).toHaveProperty('unobservable')
  })
})

describe('a narrowed list', () => {
  it('has what was asked for and nothing else', () => {
    expect(holdsOnly(page(['a'], false), ['a'], ['b'])).toEqual([])
    expect(holdsOnly(page(['a', 'b'], false), ['a'], ['b'])).toHaveLength(1)
    expect(holdsOnly(page([], false), ['a'], ['b'])).toHaveLength(1)
  })
})
