import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { pagesJoinToTheWhole } from '../laws/pages-join-to-the-whole.ts'
import type { Paging, Walk } from '../laws/pages-join-to-the-whole.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, equalsIfThere, hasLength, hasStatus, holds } from '../vocabulary/judge.ts'
import { numberAt } from '../vocabulary/read.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { charges, makePayment } from './kinds.ts'
import { succeeded } from './success.ts'
import { assertOnly, isEmpty } from './found.ts'

/** Pages by number, for as long as the meta of a page says that there is more. */
function byNumber(sort: string, order: 'asc' | 'desc'): Paging {
  return {
    items: '/data',
    id: '/id',
    first: (size) => ({ page_number: 1, page_size: size, sort_by: sort, sort_order: order }),
    next: (page, size, number) =>
      numberAt(page, '/meta/page_number') * numberAt(page, '/meta/page_size') < numberAt(page, '/meta/total_items')
        ? { page_number: number + 1, page_size: size, sort_by: sort, sort_order: order }
        : undefined,
  }
}

/** Customers of one family, made in no order of their names. */
async function family(trial: Trial, count: number, order: 'asc' | 'desc') {
  const name = trial.unique('Family ')
  const letters = Array.from({ length: count }, (_, index) => String.fromCodePoint(97 + ((index * 5) % 26)))
  const made: { readonly letter: string; readonly id: string }[] = []
  for (const letter of letters)
    made.push({ letter, id: idOf(await makeCustomer(trial, { name: `${name} ${letter}` })) })
  const found = await trial.given('listCustomers', { query: { name, page_size: 100 } })
  assertOnly(
    found,
    made.map(({ id }) => id),
  )
  const sorted = made.toSorted((a, b) => (a.letter < b.letter ? -1 : 1))
  return { ids: (order === 'asc' ? sorted : sorted.toReversed()).map(({ id }) => id), query: { name } }
}

const onEachPage = (judge: (page: Exchange, index: number, walk: Walk) => Judgement) => (walk: Walk) =>
  each(walk.pages, (page, index) => judge(page, index, walk))

const metaClauses = (sort: string, order: 'asc' | 'desc') => ({
  'straddle.response.paging.page-number': onEachPage((page, index) => equals(page, '/meta/page_number', index + 1)),
  'straddle.response.paging.page-size': onEachPage((page, _, { size }) =>
    all(
      equals(page, '/meta/page_size', size),
      hasLength(page, '/data', (length) => length <= size, `at most ${size} items`),
    ),
  ),
  'straddle.response.paging.total-items': onEachPage((page, _, { ids }) =>
    equals(page, '/meta/total_items', ids.length),
  ),
  'straddle.response.paging.sort-order': onEachPage((page) => equals(page, '/meta/sort_order', order)),
  'straddle.response.paging.sort-by': onEachPage((page) => equals(page, '/meta/sort_by', sort)),
  'straddle.paging.meta.total-pages': onEachPage((page, _, { ids, size }) =>
    equals(page, '/meta/total_pages', Math.ceil(ids.length / size)),
  ),
  'straddle.paging.request.page-size': onEachPage((page, index, { ids, size }) => {
    const expected = Math.max(0, Math.min(size, ids.length - index * size))
    return hasLength(page, '/data', (length) => length === expected, `${expected} items`)
  }),
})

export const paging: readonly Check[] = [
  pagesJoinToTheWhole('straddle/paging/customers-by-name', {
    operation: 'listCustomers',
    paging: byNumber('name', 'asc'),
    make: (trial, count) => family(trial, count, 'asc'),
    whole: 'straddle.paging.pages.complete',
    also: {
      ...metaClauses('name', 'asc'),
      'straddle.practice.pagination.navigates': ({ ids, walked, endless }) =>
        holds(!endless && walked.length === ids.length, '', `${ids.length} items`, walked.length),
    },
  }),
  pagesJoinToTheWhole('straddle/paging/customers-by-name-descending', {
    operation: 'listCustomers',
    paging: byNumber('name', 'desc'),
    make: (trial, count) => family(trial, count, 'desc'),
    whole: 'straddle.paging.sort.descending',
    also: metaClauses('name', 'desc'),
  }),
  pagesJoinToTheWhole('straddle/paging/customers-by-creation', {
    needs: ['clock'],
    operation: 'listCustomers',
    paging: byNumber('created_at', 'asc'),
    make: async (trial, count) => {
      const name = trial.unique('Family ')
      const ids: string[] = []
      for (let made = 0; made < count; made += 1) {
        ids.push(idOf(await makeCustomer(trial, { name: `${name} ${'zyxwvutsr'[made % 9]}` })))
        await trial.advance(2)
      }
      return { ids, query: { name } }
    },
    whole: 'straddle.paging.sort.by-field',
    also: metaClauses('created_at', 'asc'),
  }),
  pagesJoinToTheWhole('straddle/paging/payments-by-amount', {
    operation: 'listPayments',
    paging: byNumber('amount', 'desc'),
    make: async (trial, count) => {
      const paykey = await makePaykey(trial)
      const made: { readonly amount: number; readonly id: string }[] = []
      for (let index = 0; index < count; index += 1) {
        const amount = 100 + ((index * 5) % 11)
        made.push({ amount, id: idOf(await makePayment(trial, charges, { amount }, paykey)) })
      }
      assertOnly(
        await trial.given('listPayments', { query: { paykey_id: paykey.id } }),
        made.map(({ id }) => id),
      )
      return { ids: made.toSorted((a, b) => b.amount - a.amount).map(({ id }) => id), query: { paykey_id: paykey.id } }
    },
    whole: 'straddle.paging.sort.by-field',
    also: metaClauses('amount', 'desc'),
  }),
  example('straddle/paging/defaults', {
    arrange: async (trial) => {
      await makeCustomer(trial)
      return trial.given('listCustomers')
    },
    judge: {
      'straddle.paging.defaults.page-number': (page) => equals(page, '/meta/page_number', 1),
      'straddle.paging.defaults.page-size': (page) => equals(page, '/meta/page_size', 100),
      'straddle.paging.defaults.sort-order': (page) => equalsIfThere(page, '/meta/sort_order', 'asc'),
      'straddle.paging.meta.max-page-size': (page) => equals(page, '/meta/max_page_size', 1000),
    },
  }),
  example('straddle/paging/a-hundred-on-a-page', {
    needs: ['fresh-account'],
    arrange: async (trial) => {
      for (let made = 0; made < 101; made += 1) await makeCustomer(trial)
      return trial.given('listCustomers')
    },
    judge: {
      'straddle.paging.defaults.page-size': (page) => hasLength(page, '/data', (length) => length === 100, '100 items'),
      'straddle.response.paging.total-items': (page) => equals(page, '/meta/total_items', 101),
    },
  }),
  example('straddle/paging/beyond-the-bounds', {
    arrange: async (trial) => {
      const email = `${trial.unique('lone.')}@example.com`
      const lone = idOf(await makeCustomer(trial, { email }))
      assertOnly(await trial.given('listCustomers', { query: { email } }), [lone])
      const past = await trial.call('listCustomers', { query: { email, page_number: 2, page_size: 1 } })
      return { past, large: await trial.call('listCustomers', { query: { email, page_size: 1001 } }) }
    },
    judge: {
      'straddle.paging.pages.past-the-end': ({ past }) => all(hasStatus(past, 200), isEmpty(past)),
      'straddle.paging.size.maximum': ({ large }) => {
        return succeeded(large) ? equals(large, '/meta/page_size', 1000) : hasStatus(large, 400, 422)
      },
    },
  }),
]
