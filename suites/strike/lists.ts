import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked, Refused } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { pagesJoinToTheWhole } from '../laws/pages-join-to-the-whole.ts'
import { differences, hasLength, hasStatus, inExchange } from '../vocabulary/judge.ts'
import { listAt, read, textAt } from '../vocabulary/read.ts'
import { byOffset, countOf, fullPages } from './offsets.ts'
import { refusedAs } from './refusal.ts'
import { forEach, givenInvoice, givenInvoices, givenKeptInvoices, onlyThese } from './scenes.ts'

const idOf = (invoice: Exchange): string => textAt(invoice, '/invoiceId')
const idsOf = (list: Exchange): readonly Json[] =>
  listAt(list, '/items').map((item) => valueAt(item, '/invoiceId') ?? null)

const hasIds = (list: Exchange, ids: readonly string[]): Judgement =>
  inExchange(list, differences(ids, idsOf(list), '/items'))

/** Where a target does not select as it was asked, lists say nothing of pages, counts and the order of what was made. */
async function assertSelected(trial: Trial, invoices: readonly Exchange[]): Promise<void> {
  const list = await trial.call('listInvoices', { query: onlyThese(invoices) })
  // how filters work is for clauses of their own
  if (list.response.status === 400) throw new Refused(list)
  if (list.response.status >= 300) throw new Blocked(list, `listInvoices answered ${list.response.status}`)
  const ids = new Set(invoices.map(idOf))
  if (idsOf(list).some((id) => !ids.has(String(id))))
    throw new Blocked(list, 'the list holds more than what was selected', '/items')
}

const pages = pagesJoinToTheWhole('strike/lists/pages', {
  operation: 'listInvoices',
  alone: true,
  paging: byOffset('/invoiceId', { $orderby: 'created' }),
  make: async (trial, count) => {
    const invoices = await givenKeptInvoices(trial, count)
    await assertSelected(trial, invoices)
    return { ids: invoices.map(idOf), query: onlyThese(invoices) }
  },
  whole: 'strike.lists.skip',
  also: { 'strike.lists.top': fullPages, 'strike.lists.count': countOf },
})

/** Five records by twos: the least that shows every kind of page. */
const walked = example('strike/lists/five-by-twos', {
  alone: true,
  arrange: async (trial) => {
    const invoices = await givenKeptInvoices(trial, 5)
    await assertSelected(trial, invoices)
    const page = ($skip: number) =>
      trial.given('listInvoices', { query: { ...onlyThese(invoices), $orderby: 'created', $skip, $top: 2 } })
    const none = await trial.call('listInvoices', { query: { ...onlyThese(invoices), $top: 0 } })
    return { ids: invoices.map(idOf), pages: await forEach([0, 2, 4], page), none }
  },
  judge: {
    'strike.lists.skip': ({ ids, pages: seen }) => differences(ids, seen.flatMap(idsOf), '/items'),
    'strike.lists.top': ({ pages: seen, none }) =>
      all(
        each(seen, (page, index) =>
          hasLength(page, '/items', (length) => length === [2, 2, 1][index], `${[2, 2, 1][index]} items`),
        ),
        none.response.status < 300 ? hasLength(none, '/items', (length) => length === 0, 'no items') : nothing,
      ),
  },
})

const ordered = example('strike/lists/ordered', {
  alone: true,
  arrange: async (trial) => {
    const invoices = await givenKeptInvoices(trial, 4)
    await assertSelected(trial, invoices)
    const inOrder = (order: string) =>
      trial.given('listInvoices', { query: { ...onlyThese(invoices), $orderby: order } })
    return {
      ids: invoices.map(idOf),
      up: await inOrder('created asc'),
      plain: await inOrder('created'),
      down: await inOrder('created desc'),
    }
  },
  judge: {
    'strike.lists.order': ({ ids, up, plain, down }) =>
      all(hasIds(up, ids), hasIds(plain, ids), hasIds(down, ids.toReversed())),
  },
})

const contains = example('strike/lists/contains-what-was-created', {
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial, { correlationId: trial.unique('order'), description: 'Two tickets' })
    return { invoice, list: await trial.given('listInvoices', { query: { $filter: `invoiceId eq ${idOf(invoice)}` } }) }
  },
  judge: {
    'strike.invoices.list.contains': ({ invoice, list }) =>
      // what a target that does not select puts into the list beside it is another matter
      inExchange(
        list,
        differences(
          [read(invoice, '') ?? null],
          listAt(list, '/items').filter((item) => valueAt(item, '/invoiceId') === idOf(invoice)),
          '/items',
        ),
      ),
  },
})

const sizes = example('strike/lists/page-sizes', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    await givenInvoices(trial, 102)
    return {
      plain: await trial.given('listInvoices'),
      hundred: await trial.given('listInvoices', { query: { $top: 100 } }),
      more: await trial.call('listInvoices', { query: { $top: 101 } }),
    }
  },
  judge: {
    'strike.lists.top-maximum': ({ hundred, more }): Judgement => {
      const all100 = hasLength(hundred, '/items', (length) => length === 100, '100 items')
      if (more.response.status >= 400) return all(all100, hasStatus(more, 400))
      return all(
        all100,
        hasLength(more, '/items', (length) => length <= 100, '100 items at most'),
      )
    },
    'strike.lists.top-default': ({ plain }) => hasLength(plain, '/items', (length) => length === 50, 50),
  },
})

const badQueries: readonly JsonObject[] = [
  { $filter: 'state eq' },
  { $filter: "(state eq 'PAID'" },
  { $filter: "state eq 'PAID' and" },
  { $filter: 'created gt yesterday' },
  { $orderby: 'created sideways' },
  { $top: 'all' },
  { $skip: '-1' },
]

const invalid = example('strike/lists/invalid-queries', {
  arrange: (trial) => forEach(badQueries, (query) => trial.call('listInvoices', { query })),
  judge: {
    'strike.lists.query-invalid': (answers) =>
      each(answers, (refused) => refusedAs(refused, 400, 'INVALID_DATA_QUERY')),
  },
})

const unknownProperty = example('strike/lists/unknown-property', {
  arrange: async (trial) => [
    await trial.call('listInvoices', { query: { $filter: "description eq 'Two tickets'" } }),
    await trial.call('listInvoices', { query: { $filter: "shoeSize eq '43'" } }),
  ],
  judge: {
    'strike.lists.filter.unknown-property': (answers) =>
      each(answers, (answer) => refusedAs(answer, 400, 'INVALID_DATA_QUERY')),
  },
})

const membership = example('strike/lists/in', {
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    return {
      invoice,
      answer: await trial.call('listInvoices', { query: { $filter: `invoiceId in ('${idOf(invoice)}')` } }),
    }
  },
  judge: {
    'strike.lists.filter.in': ({ invoice, answer }) =>
      answer.response.status < 300
        ? all(hasStatus(answer, 400), hasIds(answer, [idOf(invoice)]))
        : refusedAs(answer, 400, 'INVALID_DATA_QUERY'),
  },
})

export const lists: readonly Check[] = [pages, walked, ordered, contains, sizes, invalid, unknownProperty, membership]
