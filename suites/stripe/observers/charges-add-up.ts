import { all, departs, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { holds } from '../../vocabulary/judge.ts'
import type { Observer } from '../../../model/check.ts'
import { isObject } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { objectsIn } from './objects-in.ts'

const raised = 'stripe.refunds.create.raises-amount-refunded'
const whole = 'stripe.refunds.create.refunded-when-whole'

/** What the refunds inside a charge sum to; undefined where not all of them are shown. */
function refundedBy({ refunds }: JsonObject): number | undefined {
  if (!isObject(refunds) || refunds['has_more'] !== false || !Array.isArray(refunds['data'])) return undefined
  const shown = refunds['data'] as readonly Json[]
  const { total_count: count } = refunds
  // a full page may be more than it says
  if (typeof count === 'number' ? count > shown.length : shown.length >= 10) return undefined
  const sum = shown
    .filter((refund) => isObject(refund) && refund['status'] !== 'failed' && refund['status'] !== 'canceled')
    .reduce<number>((total, refund) => total + Number((refund as JsonObject)['amount']), 0)
  return Number.isFinite(sum) ? sum : undefined
}

function sumAgrees(charge: JsonObject, at: string): Judgement {
  const sum = refundedBy(charge)
  const { amount, amount_refunded: total } = charge
  if (typeof total !== 'number') return nothing
  return all(
    sum === undefined ? nothing : holds(sum === total, `${at}/amount_refunded`, sum, total),
    typeof amount === 'number' && total > amount
      ? departs({ at: `${at}/amount_refunded`, expected: { 'at most': amount }, actual: total })
      : nothing,
  )
}

function flagAgrees({ amount, amount_refunded: total, refunded }: JsonObject, at: string): Judgement {
  // of nothing and less there is nothing to give back
  if (typeof amount !== 'number' || typeof total !== 'number' || amount <= 0) return nothing
  return holds(refunded === total >= amount, `${at}/refunded`, total >= amount, refunded)
}

/** The refunds of each charge agree with what the charge says of them. */
export const chargesAddUp: Observer = {
  id: 'observer/charges-add-up',
  clauses: () => [raised, whole],
  watch: () => (exchange) =>
    objectsIn(exchange.response.json, 'charge').flatMap(({ at, object }) => [
      { clause: raised, judgement: sumAgrees(object, at) },
      { clause: whole, judgement: flagAgrees(object, at) },
    ]),
}
