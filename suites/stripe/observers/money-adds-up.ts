import { each, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observation, Observer } from '../../../model/check.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { isObject } from '../../../model/json.ts'
import { holds } from '../../vocabulary/judge.ts'
import { objectsIn } from './objects-in.ts'

type Judge = (transaction: JsonObject, at: string) => Judgement

const sumOf = (items: readonly Json[], name: string): number =>
  items.reduce<number>((sum, item) => sum + (isObject(item) && typeof item[name] === 'number' ? item[name] : 0), 0)

const details = (transaction: JsonObject): readonly Json[] =>
  Array.isArray(transaction['fee_details']) ? (transaction['fee_details'] as readonly Json[]) : []

/** What holds of every balance transaction, wherever it is seen. */
const judges: Readonly<Record<string, Judge>> = {
  'stripe.balance-transactions.net.is-amount-less-fee': ({ amount, fee, net }, at) =>
    typeof amount === 'number' && typeof fee === 'number'
      ? holds(net === amount - fee, `${at}/net`, amount - fee, net)
      : nothing,
  'stripe.balance-transactions.fee.is-sum-of-details': (transaction, at) => {
    if (!Array.isArray(transaction['fee_details'])) return nothing
    const sum = sumOf(details(transaction), 'amount')
    return holds(transaction['fee'] === sum, `${at}/fee`, sum, transaction['fee'])
  },
  'stripe.balance-transactions.fee.details-currency': (transaction, at) =>
    each(details(transaction), (fee, index) => {
      const { currency = null } = transaction
      if (!isObject(fee)) return nothing
      return holds(fee['currency'] === currency, `${at}/fee_details/${index}/currency`, currency, fee['currency'])
    }),
  'stripe.balance-transactions.available-on.not-before-created': ({ available_on: available, created }, at) =>
    typeof available === 'number' && typeof created === 'number'
      ? holds(available >= created, `${at}/available_on`, { 'at least': created }, available)
      : nothing,
}

/** The figures of each balance transaction agree with each other. */
export const moneyAddsUp: Observer = {
  id: 'observer/money-adds-up',
  clauses: () => Object.keys(judges),
  watch: () => (exchange) =>
    objectsIn(exchange.response.json, 'balance_transaction').flatMap(({ at, object }) =>
      Object.entries(judges).map(([clause, judge]): Observation => ({ clause, judgement: judge(object, at) })),
    ),
}
