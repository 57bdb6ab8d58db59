import { all, departs, isKept, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import { pagesJoinToTheWhole } from '../laws/pages-join-to-the-whole.ts'
import type { PagesJoinToTheWhole } from '../laws/pages-join-to-the-whole.ts'
import { example, property } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { sameJson } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { idsOf } from './narrowing.ts'
import { moreIsTold, pagesAreCapped, pagesAreFilled, paging } from './paging.ts'
import { attach, charge, chargeCustomer, customer, customerWithCard, fund, pendingItem } from './scenes.ts'

type Make = PagesJoinToTheWhole['make']

async function several(count: number, make: (index: number) => Promise<Exchange>): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) ids.unshift(textAt(await make(index), '/id'))
  return ids
}

/** Objects of our own in a list that strangers add to as well, told apart by a filter. */
const makers: Readonly<Record<string, Make>> = {
  listCharges: async (trial, count) => {
    const { customer: owner } = await customerWithCard(trial)
    return { ids: await several(count, () => chargeCustomer(trial, owner)), query: { customer: owner } }
  },
  listRefunds: async (trial, count) => {
    const id = textAt(await charge(trial), '/id')
    return {
      ids: await several(count, () => trial.given('createRefund', { body: { charge: id, amount: 100 } })),
      query: { charge: id },
    }
  },
  listCustomers: async (trial, count) => {
    const email = `${trial.unique('page').toLowerCase()}@example.com`
    return { ids: await several(count, () => trial.given('createCustomer', { body: { email } })), query: { email } }
  },
  listInvoiceItems: async (trial, count) => {
    const owner = await customer(trial)
    return { ids: await several(count, () => pendingItem(trial, owner)), query: { customer: owner } }
  },
  listCards: async (trial, count) => {
    const owner = await customer(trial)
    return { ids: await several(count, () => attach(trial, owner)), path: { customer: owner } }
  },
  listInvoices: async (trial, count) => {
    const owner = await customer(trial)
    const make = async (): Promise<Exchange> => {
      await pendingItem(trial, owner)
      return trial.given('createInvoice', { body: { customer: owner } })
    }
    return { ids: await several(count, make), query: { customer: owner } }
  },
}

/** The history of a fresh account: one transaction a charge. */
const history: Make = async (trial, count) => ({
  ids: (await several(count, () => charge(trial))).length === 0 ? [] : await transactionsOf(trial),
  query: { type: 'charge' },
})

/** Payouts of a fresh account. */
const ownPayouts: Make = async (trial, count) => {
  await fund(trial)
  return { ids: await several(count, () => trial.given('createPayout', { body: { amount: 100, currency: 'usd' } })) }
}

async function transactionsOf(trial: Trial): Promise<readonly string[]> {
  const charges = await trial.given('listCharges', { query: { limit: 100, expand: ['data.balance_transaction'] } })
  return idsOf(charges).map((_, index) => textAt(charges, `/data/${index}/balance_transaction/id`))
}

/** What was made, in the order in which one page of the list holds it: a filter or an order that fails is not that of pages and cursors. */
const listed =
  (operation: string, make: Make): Make =>
  async (trial, count) => {
    const made = await make(trial, count)
    const list = await trial.given(operation, { path: made.path ?? {}, query: { ...made.query, limit: 100 } })
    const held = idsOf(list)
    if (made.ids.some((id) => !held.includes(id))) throw new Blocked(list, 'the list lacks what was made', '/data')
    return { ...made, ids: held.filter((id) => made.ids.includes(id)) }
  }

/** The list holds what was made with the newest first; strangers may stand between. */
function newestFirst(operation: string, make: Make, needs: PagesJoinToTheWhole['needs'] = []): Check {
  return example<{ ids: readonly string[]; list: Exchange }>(`stripe/pagination/order-of-${nameOf(operation)}`, {
    needs,
    arrange: async (trial) => {
      const { ids, query = {}, path = {} } = await make(trial, 4)
      return { ids, list: await trial.given(operation, { path, query: { ...query, limit: 100 } }) }
    },
    judge: {
      'stripe.pagination.order.newest-first': ({ ids, list }) => {
        const found = idsOf(list).filter((id) => ids.includes(id))
        const expected = ids.filter((id) => found.includes(id))
        if (found.length < 2) return nothing
        return sameJson(found, expected)
          ? kept(found.length - 1)
          : departs({ at: '/data', expected: { 'newest first': expected }, actual: found, in: list })
      },
    },
  })
}

const nameOf = (operation: string): string => operation.replace('list', '').toLowerCase()

const walks: readonly Check[] = Object.entries(makers).map(([operation, make]) => walk(operation, make))

function walk(operation: string, make: Make): Check {
  return pagesJoinToTheWhole(`stripe/pagination/walk-${nameOf(operation)}`, {
    operation,
    paging,
    make: listed(operation, make),
    // every size of a page is visited where an account is fresh, by a law
    share: 0.2,
    whole: 'stripe.auto-pagination.walk.visits-all-once',
    also: {
      'stripe.pagination.limit.caps': pagesAreCapped,
      'stripe.pagination.limit.fills': pagesAreFilled,
      'stripe.pagination.has-more.when-more-follow': moreIsTold,
    },
  })
}

interface Cut {
  readonly count: number
  readonly at: number
  readonly limit: number
  readonly operation: string
}

interface Pages {
  readonly ids: readonly string[]
  readonly at: number
  readonly after: Exchange
  readonly before: Exchange
  /** With another cursor beside that of `before`, and what that other one gives alone. */
  readonly both: Exchange
  readonly following: Exchange
}

const same = (list: Exchange, expected: readonly Json[]): Judgement =>
  sameJson(idsOf(list), expected) ? kept() : departs({ at: '/data', expected, actual: idsOf(list), in: list })

const cursors = property<Pages, Cut>('stripe/pagination/cursors', {
  inputs: () =>
    fc
      .record({
        operation: fc.constantFrom(...Object.keys(makers)),
        count: fc.integer({ min: 2, max: 7 }),
        at: fc.nat(6),
        limit: fc.integer({ min: 1, max: 4 }),
      })
      .map((cut) => ({ ...cut, at: cut.at % cut.count })),
  arrange: async (trial, { operation, count, at, limit }) => {
    const { ids, query = {}, path = {} } = await listed(operation, makers[operation] as Make)(trial, count)
    const page = (cursor: JsonObject): Promise<Exchange> =>
      trial.given(operation, { path, query: { ...query, limit, ...cursor } })
    const [cursor, other] = [ids[at] ?? '', ids[(at + 1) % count] ?? '']
    return {
      ids,
      at,
      after: await page({ starting_after: cursor }),
      before: await page({ ending_before: cursor }),
      both: await trial.call(operation, {
        path,
        query: { ...query, limit, starting_after: other, ending_before: cursor },
      }),
      following: await page({ starting_after: other }),
    }
  },
  judge: {
    'stripe.pagination.starting-after.follows': ({ ids, at, after }, { limit }) =>
      same(after, ids.slice(at + 1, at + 1 + limit)),
    'stripe.pagination.ending-before.precedes': ({ ids, at, before }) => {
      const preceding = ids.slice(0, at)
      const found = idsOf(before).filter((id) => preceding.includes(id))
      return found.length === 0 && at > 0 ? same(before, preceding) : same(before, found)
    },
    'stripe.pagination.ending-before.nearest': ({ ids, at, before }, { limit }) =>
      same(before, ids.slice(Math.max(0, at - limit), at)),
    // what "after this set" means of a page before a cursor is told only where more stands on both sides of it
    'stripe.pagination.has-more.when-more-follow': ({ ids, at, after, before }, { limit }) =>
      all(
        ids.length > at + 1 + limit ? equals(after, '/has_more', true) : nothing,
        at > limit ? equals(before, '/has_more', true) : nothing,
      ),
    'stripe.pagination.cursors.ending-before-wins': ({ before, both, following }) => {
      if (sameJson(idsOf(before), idsOf(following))) return nothing
      return isKept(hasStatus(both, 200)) ? same(both, idsOf(before)) : hasStatus(both, 200)
    },
  },
})

/** The page before the second one is the first one again. */
const previousPage = example<{ first: Exchange; previous: Exchange }>('stripe/pagination/previous-page', {
  arrange: async (trial) => {
    const { ids, query = {} } = await listed('listInvoiceItems', makers['listInvoiceItems'] as Make)(trial, 6)
    const page = (cursor: JsonObject): Promise<Exchange> =>
      trial.given('listInvoiceItems', { query: { ...query, limit: 2, ...cursor } })
    return {
      first: await page({ starting_after: ids[1] ?? '' }),
      previous: await page({ ending_before: ids[4] ?? '' }),
    }
  },
  judge: { 'stripe.pagination.ending-before.nearest': ({ first, previous }) => same(previous, idsOf(first)) },
})

export const pagination: readonly Check[] = [
  ...Object.entries(makers).map(([operation, make]) => newestFirst(operation, make)),
  newestFirst('listBalanceTransactions', history, ['fresh-account']),
  newestFirst('listPayouts', ownPayouts, ['fresh-account']),
  ...walks,
  cursors,
  previousPage,
]
