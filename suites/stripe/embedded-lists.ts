import { all, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameJson } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { follow, leadsTo } from '../vocabulary/follow.ts'
import type { Followed } from '../vocabulary/follow.ts'
import { textAt } from '../vocabulary/read.ts'
import { holdsOnly, idsAt, idsOf } from './narrowing.ts'
import { attach, charge, customer, pendingItem } from './scenes.ts'

/** A list inside an object, and how an object with so many items in it is brought about. */
interface Embedded {
  readonly name: string
  /** Numbers of items that are visited. */
  readonly counts: readonly number[]
  readonly holder: (trial: Trial, count: number) => Promise<Exchange>
  /** Its order is that of the list at its URL. */
  readonly isOrdered?: true
  /** What the holder says of so many items besides. */
  readonly also?: Readonly<Record<string, (holder: Exchange, count: number) => Judgement>>
}

async function times(count: number, make: () => Promise<unknown>): Promise<void> {
  for (let made = 0; made < count; made += 1) await make()
}

/** More than a list inside an object shows. */
const many = 12
const part = 7

const lists: readonly Embedded[] = [
  {
    name: 'sources',
    counts: [1, many],
    async holder(trial, count) {
      const owner = await customer(trial)
      let card = 0
      await times(count, () => attach(trial, owner, (card += 1) % 2 === 0 ? 'visa' : 'mastercard'))
      return trial.given('retrieveCustomer', { path: { customer: owner } })
    },
  },
  {
    name: 'subscriptions',
    counts: [0],
    holder: (trial) => trial.given('createCustomer', { body: { description: 'Without subscriptions' } }),
  },
  {
    name: 'refunds',
    counts: [1, many],
    isOrdered: true,
    async holder(trial, count) {
      const path = { charge: textAt(await charge(trial), '/id') }
      await times(count, () => trial.given('createRefund', { body: { ...path, amount: part } }))
      return trial.given('retrieveCharge', { path })
    },
    also: {
      'stripe.refunds.create.raises-amount-refunded': (holder, count) =>
        equals(holder, '/amount_refunded', count * part),
    },
  },
  {
    name: 'lines',
    counts: [1, many],
    async holder(trial, count) {
      const owner = await customer(trial)
      await times(count, () => pendingItem(trial, owner, { amount: 100 }))
      return trial.given('createInvoice', { body: { customer: owner } })
    },
    also: { 'stripe.invoices.create.adds-up': (holder, count) => equals(holder, '/subtotal', count * 100) },
  },
]

/** The list at the URL has what the one inside the object shows, in its order where there is one. */
function leadsToTheSame({ name, isOrdered }: Embedded, followed: Followed): Judgement {
  return leadsTo(followed, (found) => {
    const shown = idsAt(followed.from, `/${name}/data`)
    const first = idsOf(found).slice(0, shown.length)
    return all(
      hasStatus(found, 200),
      equals(found, '/object', 'list'),
      holdsOnly(found, shown, []),
      isOrdered === undefined
        ? nothing
        : inExchange(followed.from, holds(sameJson(shown, first), `/${name}/data`, first, shown)),
    )
  })
}

function embedded(list: Embedded, count: number): Check {
  const { name, also = {} } = list
  return example<Followed>(`stripe/pagination/${name}-inside-an-object-${count}`, {
    arrange: async (trial) => follow(trial, await list.holder(trial, count), `/${name}/url`, '?limit=100'),
    judge: {
      'stripe.pagination.url.gives-the-list': (followed) => leadsToTheSame(list, followed),
      'stripe.pagination.has-more.when-more-follow': ({ from }) =>
        equals(from, `/${name}/has_more`, idsAt(from, `/${name}/data`).length < count),
      'stripe.pagination.embedded.total-count': ({ from }) => equals(from, `/${name}/total_count`, count),
      ...Object.fromEntries(
        Object.entries(also).map(([clause, judge]) => [clause, ({ from }: Followed) => judge(from, count)]),
      ),
    },
  })
}

/** What lists inside objects hold and say. */
export const embeddedLists: readonly Check[] = lists.flatMap((list) =>
  list.counts.map((count) => embedded(list, count)),
)
