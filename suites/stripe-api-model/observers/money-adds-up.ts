import { departs, kept } from '../../../model/judgement.ts'
import type { Observation, Observer } from '../../../model/check.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { isObject, valueAt } from '../../../model/json.ts'

const net = 'stripe-api-model.balance.transactions.net'
const refunded = 'stripe-api-model.refunds.create.sum'

/** Wherever a transaction or a charge is shown, its amounts go together. */
export const moneyAddsUp: Observer = {
  id: 'stripe-api-model/observer/money-adds-up',
  clauses: () => [net, refunded],
  watch: () => (exchange) => (exchange.response.status < 300 ? objectsIn(exchange.response.json).flatMap(judged) : []),
}

/** The object of an answer, or those of a list. */
function objectsIn(body: Json | undefined): readonly JsonObject[] {
  const list = Array.isArray(body) ? body : valueAt(body, '/data')
  return (Array.isArray(list) ? (list as readonly Json[]) : [body ?? null]).filter(isObject)
}

function judged(object: JsonObject): readonly Observation[] {
  const { amount, fee, net: left, refundedAmount } = object
  if (typeof amount !== 'number') return []
  if (typeof fee === 'number' && typeof left === 'number') {
    return [
      {
        clause: net,
        judgement: left === amount - fee ? kept() : departs({ at: '/net', expected: amount - fee, actual: left }),
      },
    ]
  }
  if (typeof refundedAmount !== 'number') return []
  return [
    {
      clause: refunded,
      judgement:
        refundedAmount <= amount
          ? kept()
          : departs({ at: '/refundedAmount', expected: `at most ${amount}`, actual: refundedAmount }),
    },
  ]
}
