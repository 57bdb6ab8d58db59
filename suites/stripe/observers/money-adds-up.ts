import { departs, each, kept } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observation, Observer } from '../../../model/check.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { isObject } from '../../../model/json.ts'
import { objectsIn } from './objects-in.ts'

type Judge = (transaction: JsonObject, at: string) => Judgement

const sumOf = (items: readonly Json[], name: string): number =>
  items.reduce<number>((sum, item) => sum + (isObject(item) && typeof item[name] === 'number' ? item[name] : 0), 0)

const details = (transaction: JsonObject): readonly Json[] =>
  Array.isArray(transaction['fee_details']) ? (transaction['fee_details'] as readonly Json[]) : []

/** What holds of every balance transaction, wherever it is seen. */
const judges: Readonly<Record<string, Judge>> = {
  'stripe.balance-transactions.net.is-amount-less-fee': ({ amount, fee, net }, at) =>
    net === Number(amount) - Number(fee)
      ? kept()
      : departs({ at: `${at}/net`, expected: Number(amount) - Number(fee), actual: net ?? 'absent' }),
  'stripe.balance-transactions.fee.is-sum-of-details': (transaction, at) => {
    const sum = sumOf(details(transaction), 'amount')
    return transaction['fee'] === sum
      ? kept()
      : departs({ at: `${at}/fee`, expected: sum, actual: transaction['fee'] ?? 'absent' })
  },
  'stripe.balance-transactions.fee.details-currency': (transaction, at) =>
    each(details(transaction), (fee, index) =>
      isObject(fee) && fee['currency'] === transaction['currency']
        ? kept()
        : departs({
            at: `${at}/fee_details/${index}/currency`,
            expected: transaction['currency'] ?? null,
            actual: isObject(fee) ? (fee['currency'] ?? null) : fee,
          }),
    ),
  'stripe.balance-transactions.available-on.not-before-created': ({ available_on: available, created }, at) =>
    Number(available) >= Number(created)
      ? kept()
      : departs({ at: `${at}/available_on`, expected: { 'at least': created ?? null }, actual: available ?? null }),
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
