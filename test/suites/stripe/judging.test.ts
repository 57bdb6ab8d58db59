import { describe, expect, it } from 'vitest'
import type { Walk } from '../../../suites/laws/pages-join-to-the-whole.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import { holdsOnly } from '../../../suites/stripe/narrowing.ts'
import { moreIsTold, pagesAreCapped, pagesAreFilled } from '../../../suites/stripe/paging.ts'
import { refusedAsCard, refusedAsInvalid, refusedAsMissing } from '../../../suites/stripe/refusal.ts'
import { exchange } from './exchange.ts'

const refusal = (status: number, error: Json) => exchange({ status, answer: { error } })

describe('a refusal', () => {
  it('is told by status, type, code and parameter', () => {
    const refused = refusal(400, { type: 'invalid_request_error', param: 'amount' })
    expect(refusedAsInvalid(refused, 'amount')).toHaveProperty('says', 'kept')
    expect(mismatchesOf(refusedAsInvalid(refused, 'currency'))).toHaveLength(1)
    expect(mismatchesOf(refusedAsMissing(refused))).toHaveLength(1)
  })

  it('of a card has its code and its reason', () => {
    const declined = refusal(402, { type: 'card_error', code: 'card_declined', decline_code: 'fraudulent' })
    expect(refusedAsCard(declined, 'card_declined', 'fraudulent')).toHaveProperty('says', 'kept')
    expect(mismatchesOf(refusedAsCard(declined, 'card_declined', 'generic_decline'))).toHaveLength(1)
    expect(mismatchesOf(refusedAsCard(declined, 'expired_card'))).toHaveLength(1)
  })

  it('is none where the request worked', () => {
    expect(mismatchesOf(refusedAsInvalid(exchange({ answer: {} })))).toHaveLength(1)
  })

  it('leaves to other clauses that the error has a type, and names its parameter', () => {
    expect(refusedAsInvalid(refusal(400, { type: 'invalid_request_error' }), 'amount')).toHaveProperty('says', 'kept')
    expect(refusedAsInvalid(exchange({ status: 400, answer: { message: 'bad' } }), 'amount')).toHaveProperty(
      'says',
      'kept',
    )
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
    for (const judge of [pagesAreCapped, pagesAreFilled, moreIsTold]) {
      expect(judge(honest)).toHaveProperty('says', 'kept')
    }
  })

  it('with a page above its size is seen', () => {
    expect(mismatchesOf(pagesAreCapped(walk(2, [[['c', 'b', 'a'], false]])))).toHaveLength(1)
  })

  it('with a page that could hold more is seen', () => {
    const short = walk(2, [
      [['c'], true],
      [['b', 'a'], false],
    ])
    expect(mismatchesOf(pagesAreFilled(short))).toHaveLength(1)
  })

  it('that ends early, or promises more than there is, is seen', () => {
    expect(mismatchesOf(moreIsTold(walk(2, [[['c', 'b'], false]])))).toHaveLength(1)
    const empty = walk(3, [
      [['c', 'b', 'a'], true],
      [[], false],
    ])
    expect(mismatchesOf(moreIsTold(empty))).toHaveLength(1)
  })

  it('that holds nothing of what was made shows nothing of how pages are filled', () => {
    expect(pagesAreFilled(walk(3, [[[], false]]))).toHaveProperty('says', 'unobservable')
  })
})

describe('a narrowed list', () => {
  it('has what was asked for and nothing else', () => {
    expect(holdsOnly(page(['a'], false), ['a'], ['b'])).toHaveProperty('says', 'kept')
    expect(mismatchesOf(holdsOnly(page(['a', 'b'], false), ['a'], ['b']))).toHaveLength(1)
    expect(mismatchesOf(holdsOnly(page([], false), ['a'], ['b']))).toHaveLength(1)
  })
})
