import { departs, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, inExchange } from '../vocabulary/judge.ts'
import { listAt } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { idsIn } from './found.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { inOrder } from './order.ts'

/** Makes items that differ in all that they are sorted by; says the query that finds them and no others. */
type Make = (trial: Trial) => Promise<JsonObject>

const makes: Readonly<Record<string, Make>> = {
  listCustomers: async (trial) => {
    const name = trial.unique('Family ')
    for (const letter of 'ebdac') {
      await makeCustomer(trial, { name: `${name} ${letter}` })
      await trial.advance(60)
    }
    return { name }
  },
  listPaykeys: async (trial) => {
    const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
    for (let made = 0; made < 4; made += 1) {
      await makePaykey(trial, { customer_id: customer })
      await trial.advance(60)
    }
    return { customer_id: customer }
  },
  listPayments: async (trial) => {
    const paykey = await makePaykey(trial)
    for (const [index, amount] of [300, 100, 500, 200, 400].entries()) {
      const kind = index % 2 === 0 ? charges : payouts
      await makePayment(trial, kind, { amount, payment_date: dayOf(trial, 10 - ((index * 3) % 5)) }, paykey)
      await trial.advance(60)
    }
    return { paykey_id: paykey.id }
  },
}

interface Sort {
  readonly operation: string
  readonly field: string
  readonly order: 'asc' | 'desc'
  readonly size: number
}

/** Every documented field that these lists are sorted by, both ways, at any page size. */
function sorts(contract: Contract): fc.Arbitrary<Sort> {
  const fields = Object.keys(makes).flatMap((operation) => {
    const parameter = contract.operations.get(operation)?.queryParameters.find(({ name }) => name === 'sort_by')
    return ((parameter?.schema['enum'] ?? []) as readonly string[]).map((field) => ({ operation, field }))
  })
  return fc
    .tuple(fc.constantFrom(...fields), fc.constantFrom('asc' as const, 'desc' as const), fc.integer({ min: 1, max: 6 }))
    .map(([chosen, order, size]) => ({ ...chosen, order, size }))
}

/** One list as a whole, and cut into pages. */
interface Sorted {
  readonly whole: Exchange
  readonly pages: readonly Exchange[]
}

async function list(trial: Trial, { operation, field, order, size }: Sort): Promise<Sorted> {
  const query = { ...(await makes[operation]?.(trial)), sort_by: field, sort_order: order }
  const whole = await trial.given(operation, { query })
  const pages: Exchange[] = []
  for (let number = 1; number <= Math.ceil(listAt(whole, '/data').length / size); number += 1) {
    pages.push(await trial.given(operation, { query: { ...query, page_size: size, page_number: number } }))
  }
  return { whole, pages }
}

/** The items that show the field stand in its order. Texts were made so that every collation orders them alike. */
function fieldInOrder(whole: Exchange, { field, order }: Sort): Judgement {
  const shown = listAt(whole, '/data').flatMap((item, index) => {
    const value = isObject(item) ? item[field] : undefined
    return typeof value === 'string' || typeof value === 'number' ? [{ value, index }] : []
  })
  const judgement = inOrder(
    shown.map(({ value }) => value),
    order,
    (index) => `/data/${shown[index]?.index}/${field}`,
  )
  return inExchange(whole, judgement)
}

/** Lists sorted by each documented field: in its order, named in meta, and the same whole when cut into pages. */
export const sorting: Check = property<Sorted, Sort>('straddle/paging/sorted-by-any-field', {
  needs: ['clock'],
  inputs: sorts,
  arrange: list,
  judge: {
    'straddle.paging.sort.by-field': ({ whole }, sort) => (sort.order === 'asc' ? fieldInOrder(whole, sort) : nothing),
    'straddle.paging.sort.descending': ({ whole }, sort) =>
      sort.order === 'desc' ? fieldInOrder(whole, sort) : nothing,
    'straddle.response.paging.sort-by': ({ whole }, { field }) => equals(whole, '/meta/sort_by', field),
    'straddle.response.paging.sort-order': ({ whole }, { order }) => equals(whole, '/meta/sort_order', order),
    'straddle.paging.pages.complete': ({ whole, pages }) => {
      const joined = pages.flatMap(idsIn)
      const expected = idsIn(whole)
      if (expected.length < 2) return nothing
      const index = expected.findIndex((id, place) => id !== joined[place])
      if (index === -1 && joined.length === expected.length) return kept(joined.length)
      const place = index === -1 ? expected.length : index
      return departs({
        at: `/data/${place}/id`,
        expected: expected[place] ?? 'absent',
        actual: joined[place] ?? 'absent',
      })
    },
  },
})
