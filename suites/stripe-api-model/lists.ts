import { all, departs, each, kept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { isObject, sameJson, valueAt } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { differences, equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { refusedWith } from './refusal.ts'
import { givenCustomer, itemsOf } from './scenes.ts'
import { services } from './services.ts'
import type { Service } from './services.ts'

interface Made {
  readonly id: string
  readonly retrieved: Json
}

async function make(trial: Trial, service: Service, count: number): Promise<readonly Made[]> {
  const made: Made[] = []
  while (made.length < count) made.push({ id: textAt(await service.make(trial), `/${service.id}`), retrieved: null })
  // read only when all are made: to pay one out may change another
  const readBack = async ({ id }: Made): Promise<Made> => ({
    id,
    retrieved: (await trial.given(service.retrieve, { path: { [service.id]: id } })).response.json ?? null,
  })
  return Promise.all(made.map(readBack))
}

interface Listed {
  readonly made: readonly Made[]
  readonly list: Exchange
}

/** Where an account holds the objects of strangers, only those of our making are looked at. */
function ownItems({ made, list }: Listed, service: Service): readonly Json[] {
  return itemsOf(list).filter((item) => made.some(({ id }) => valueAt(item, `/${service.id}`) === id))
}

function isComplete({ made, list }: Listed, service: Service): Judgement {
  const own = ownItems({ made, list }, service)
  const wrong = each(made, ({ id, retrieved }) => {
    const [found, ...more] = own.filter((item) => valueAt(item, `/${service.id}`) === id)
    if (found === undefined || more.length > 0)
      return holds(false, '/data', `${id} once`, more.length === 0 ? 'absent' : more.length + 1)
    return differences(retrieved, found, '')
  })
  return inExchange(list, wrong)
}

function isNewestFirst(listed: Listed, service: Service): Judgement {
  const ids = ownItems(listed, service).map((item) => valueAt(item, `/${service.id}`) ?? null)
  const expected = listed.made
    .map(({ id }) => id)
    .filter((id) => ids.includes(id))
    .toReversed()
  if (ids.length < 2) return nothing
  return sameJson(ids, expected) ? kept(ids.length) : departs({ at: '/data', expected, actual: ids, in: listed.list })
}

/** What was just made is at the head of its list. One check a service, so that a gap names it. */
const whole = services.map((service) =>
  property<Listed, number>(`stripe-api-model/lists/${service.name}`, {
    share: 0.2,
    inputs: () => fc.integer({ min: 2, max: 4 }),
    arrange: async (trial, count) => ({
      made: await make(trial, service, count),
      list: await trial.given(service.list, { query: { count: 100 } }),
    }),
    judge: {
      'stripe-api-model.lists.items.complete': (listed) => isComplete(listed, service),
      'stripe-api-model.lists.order.newest-first': (listed) => isNewestFirst(listed, service),
    },
  }),
)

interface Counted {
  readonly made: number
  readonly count: number
}

/** Somewhat more or fewer than there are. */
function counted(least: number, most: number): Arbitrary<Counted> {
  return fc
    .record({ count: fc.integer({ min: 1, max: 3 }), more: fc.integer({ min: least, max: most }) })
    .map(({ count, more }) => ({ count, made: count + more }))
}

function counts(list: Exchange, fits: (length: number) => boolean, expected: string): Judgement {
  const { length } = itemsOf(list)
  return inExchange(list, holds(fits(length), '/data', expected, length))
}

const ofEachSize = services.map((service) =>
  property<Exchange, Counted>(`stripe-api-model/lists/${service.name}-count`, {
    share: 0.2,
    inputs: () => counted(1, 2),
    arrange: async (trial, { made, count }) => {
      for (let index = 0; index < made; index += 1) await service.make(trial)
      const list = await trial.given(service.list, { query: { count } })
      if (itemsOf(list).length > 0) return list
      // a list that holds nothing whatever is asked for says nothing of counts
      const plain = await trial.given(service.list)
      if (itemsOf(plain).length === 0) throw new Blocked(plain, 'it holds nothing', '/data/0')
      return list
    },
    judge: {
      [service.name === 'invoices' ? 'stripe-api-model.invoices.list.count' : 'stripe-api-model.lists.count.limits']: (
        list,
        { made, count },
      ) => {
        const least = Math.min(made, count)
        return all(
          counts(list, (length) => length <= count, `at most ${count}`),
          counts(list, (length) => length >= least, `at least ${least}`),
        )
      },
    },
  }),
)

const hasMore = property<Exchange, Counted>('stripe-api-model/lists/has-more', {
  needs: ['fresh-account'],
  inputs: () => counted(-1, 1),
  arrange: async (trial, { made, count }) => {
    for (let index = 0; index < made; index += 1) await givenCustomer(trial)
    return trial.given('listCustomers', { query: { count } })
  },
  judge: {
    'stripe-api-model.lists.has-more.tells': (list, { made, count }): Judgement => {
      if (!isObject(read(list, ''))) return unobservable('the list is a bare array')
      return equals(list, '/hasMore', made > count)
    },
  },
})

/** Nothing was made yet. One check a list, so that a target may lack one. */
const empty = [...services.map(({ list }) => list), 'listTransactions'].map((list) =>
  example<Exchange>(`stripe-api-model/lists/empty-${kebab(list)}`, {
    needs: ['fresh-account'],
    arrange: (trial) => trial.given(list),
    judge: {
      'stripe-api-model.lists.items.complete': (answer) => counts(answer, (length) => length === 0, 'nothing'),
      'stripe-api-model.lists.has-more.tells': (answer) =>
        isObject(read(answer, '')) ? equals(answer, '/hasMore', false) : unobservable('the list is a bare array'),
    },
  }),
)

const limits = example<{ plain: Exchange; most: Exchange }>('stripe-api-model/lists/limits', {
  arrange: async (trial) => {
    for (let index = 0; index < 11; index += 1) await givenCustomer(trial)
    return {
      plain: await trial.given('listCustomers'),
      most: await trial.call('listCustomers', { query: { count: 100 } }),
    }
  },
  judge: {
    'stripe-api-model.lists.count.default': ({ plain }) => counts(plain, (length) => length <= 10, 'at most 10'),
    'stripe-api-model.lists.count.most': ({ most }) =>
      all(
        hasStatus(most, 200),
        most.response.status === 200 ? counts(most, (length) => length >= 11, 'at least 11') : nothing,
      ),
  },
})

const badCounts = fc.oneof(
  fc.integer({ min: -50, max: 0 }).map(String),
  fc.integer({ min: 101, max: 5000 }).map(String),
  fc.constantFrom('ten', '1.5', '1e1', '0x10', ''),
)

const invalid = property<Exchange, { list: string; count: string }>('stripe-api-model/lists/invalid-count', {
  inputs: () =>
    fc.record({ list: fc.constantFrom(...services.map(({ list }) => list), 'listTransactions'), count: badCounts }),
  arrange: (trial, { list, count }) => trial.call(list, { query: { count } }),
  judge: { 'stripe-api-model.lists.count.invalid': (refused) => refusedWith(refused, 400, 'count') },
})

export const lists: readonly Check[] = [...whole, ...ofEachSize, ...empty, hasMore, limits, invalid]
