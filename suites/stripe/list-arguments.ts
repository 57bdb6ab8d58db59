import { all, each, isKept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, inExchange, sameBody } from '../vocabulary/judge.ts'
import { kebab } from '../laws/kebab.ts'
import { follow, leadsTo, pathTo } from '../vocabulary/follow.ts'
import type { Followed } from '../vocabulary/follow.ts'
import { textAt } from '../vocabulary/read.ts'
import { populations } from './populations.ts'
import { attach, customer, pendingItem } from './scenes.ts'
import { refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import { holdsOnly, idsOf } from './narrowing.ts'

/** A customer with so many pending invoice items: a list of one's own. */
async function ownerOfItems(trial: Trial, count: number): Promise<string> {
  const owner = await customer(trial)
  for (let item = 0; item < count; item += 1) await pendingItem(trial, owner)
  return owner
}

/** The number of items is as expected. */
function counts(list: Exchange, fits: (length: number) => boolean, expected: Json): Judgement {
  const { length } = idsOf(list)
  return inExchange(list, holds(fits(length), '/data', expected, length))
}

const atMost = (list: Exchange, most: number): Judgement =>
  counts(list, (length) => length <= most, { 'at most': most })

/** A limit outside the range is taken as the nearest one, or refused. */
function beyondRange(answer: Exchange, nearest: number): Judgement {
  return answer.response.status === 200 ? atMost(answer, nearest) : refusedAsInvalid(answer, 'limit')
}

/** The cursor names no object: a bad parameter to some, and a missing object to others. */
function refusedForCursor(answer: Exchange, param: string): Judgement {
  return answer.response.status === 404 ? refusedAsMissing(answer, param) : refusedAsInvalid(answer, param)
}

const listsIn = ({ declaration }: Contract): readonly string[] => Object.keys(declaration.lists)

/** Every list of the contract answers as a list and takes a limit. */
function everyList(contract: Contract): Check {
  return example<readonly Exchange[]>('stripe/pagination/every-list', {
    arrange: async (trial) => {
      const owner = await customer(trial)
      await attach(trial, owner)
      await attach(trial, owner)
      return Promise.all(
        listsIn(contract).map((operation) => trial.call(operation, { path: { customer: owner }, query: { limit: 1 } })),
      )
    },
    judge: {
      'stripe.pagination.lists.every-resource': (lists) =>
        each(lists, (list) => all(hasStatus(list, 200), equals(list, '/object', 'list'))),
      'stripe.pagination.lists.one-structure': (lists) => each(lists, (list) => atMost(list, 1)),
    },
  })
}

/** Every list refuses a cursor that names no object. */
function unknownCursors(contract: Contract): Check {
  const unknown = 'conformanceHasNone'
  return example<{ after: readonly Exchange[]; before: Exchange }>('stripe/pagination/unknown-cursors', {
    arrange: async (trial) => {
      const path = { customer: await customer(trial) }
      const after: Exchange[] = []
      for (const operation of listsIn(contract))
        after.push(await trial.call(operation, { path, query: { starting_after: unknown } }))
      return { after, before: await trial.call('listCustomers', { query: { ending_before: unknown } }) }
    },
    judge: {
      'stripe.pagination.cursors.unknown': ({ after, before }) =>
        all(
          each(after, (list) => refusedForCursor(list, 'starting_after')),
          refusedForCursor(before, 'ending_before'),
        ),
    },
  })
}

const isFound = (list: Followed): Judgement =>
  leadsTo(list, (found) => all(equals(found, '/object', 'list'), holdsOnly(found, idsOf(list.from), [])))

/** The URL that a list names is where this list is found, and its objects are below it. */
const urls = Object.entries(populations).map(([operation, { fill }]) =>
  example<{ list: Followed; item: Followed }>(`stripe/pagination/url-of-${kebab(operation)}`, {
    arrange: async (trial) => {
      const made = await fill?.(trial, 2)
      const first = await trial.given(operation, { path: made?.path ?? {}, query: { limit: 1 } })
      return {
        list: await follow(trial, first, '/url', '?limit=100'),
        item: await follow(trial, first, '/url', pathTo`/${textAt(first, '/data/0/id')}`),
      }
    },
    judge: {
      'stripe.pagination.url.gives-the-list': ({ list }) => isFound(list),
      // below the URL of another list there is nothing of it
      'stripe.introduction.urls.object-below-its-list': ({ list, item }) =>
        isKept(isFound(list))
          ? leadsTo(item, (found) => all(hasStatus(found, 200), equals(found, '/id', textAt(list.from, '/data/0/id'))))
          : nothing,
    },
  }),
)

const own: readonly Check[] = [
  example<{ unlimited: Exchange; seven: Exchange }>('stripe/pagination/default-limit', {
    arrange: async (trial) => {
      const owner = await ownerOfItems(trial, 11)
      const list = (query: JsonObject): Promise<Exchange> =>
        trial.given('listInvoiceItems', { query: { customer: owner, ...query } })
      return { unlimited: await list({}), seven: await list({ limit: 7 }) }
    },
    judge: {
      'stripe.pagination.limit.default': ({ unlimited }) => counts(unlimited, (length) => length === 10, 10),
      'stripe.pagination.limit.fills': ({ seven }) => counts(seven, (length) => length >= 7, { 'at least': 7 }),
      'stripe.pagination.limit.caps': ({ seven }) => atMost(seven, 7),
    },
  }),
  example<{ one: Exchange; hundred: Exchange; none: Exchange }>('stripe/pagination/range-of-limits', {
    arrange: async (trial) => {
      const owner = await ownerOfItems(trial, 2)
      const list = (limit: number): Promise<Exchange> =>
        trial.call('listInvoiceItems', { query: { customer: owner, limit } })
      return { one: await list(1), hundred: await list(100), none: await list(0) }
    },
    judge: {
      'stripe.pagination.limit.range': ({ one, hundred }) => each([one, hundred], (list) => hasStatus(list, 200)),
      'stripe.pagination.limit.beyond': ({ none }) => beyondRange(none, 1),
    },
  }),
  example<{ first: Exchange; second: Exchange }>('stripe/pagination/stable', {
    arrange: async (trial) => {
      const query = { customer: await ownerOfItems(trial, 3) }
      return {
        first: await trial.given('listInvoiceItems', { query }),
        second: await trial.given('listInvoiceItems', { query }),
      }
    },
    judge: { 'stripe.pagination.order.stable': ({ first, second }) => sameBody(first, second) },
  }),
  example<readonly Exchange[]>('stripe/pagination/empty-lists', {
    needs: ['fresh-account'],
    arrange: (trial) =>
      Promise.all(
        ['listCharges', 'listCustomers', 'listRefunds', 'listBalanceTransactions'].map((operation) =>
          trial.given(operation),
        ),
      ),
    judge: {
      'stripe.pagination.empty.no-data': (lists) =>
        each(lists, (list) => all(equals(list, '/data', []), equals(list, '/has_more', false))),
    },
  }),
]

/** What lists take and say, apart from cursors. */
export function listArguments(contract: Contract): readonly Check[] {
  return [everyList(contract), unknownCursors(contract), ...urls, ...own]
}
