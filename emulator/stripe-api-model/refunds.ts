import type { Handler } from './call.ts'
import { amount, needed, optional, readFields, text } from './fields.ts'
import { post } from './ledger.ts'
import { list, retrieve } from './lists.ts'
import type { Refund } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'

interface Wanted {
  readonly chargeId: string
  readonly amount: number | undefined
}

export const createRefund: Handler = (call) => {
  const { rules, account, ids, clock } = call
  const wanted = readFields<Wanted>(call, {
    chargeId: needed(rules.refundNeeds.includes('chargeId'), account.charges.newestFirst()[0]?.chargeId ?? '', text),
    amount: optional(amount(call, 'refund', rules.leastRefunded)),
  })
  if (isRefusal(wanted)) return wanted
  const charge = rules.find(account.charges, wanted.chargeId)
  if (charge === undefined) return rules.unknownReference('chargeId')
  const left = charge.amount - charge.refundedAmount
  const refunded = rules.refundedAmount(wanted.amount, left, charge.amount)
  if (!rules.isRefundable(refunded, left))
    return refuse('badRequest', `Of this charge ${left} can be refunded.`, 'amount')
  if (!rules.refundIsCovered(rules.availableOf(account.transactions, charge.currency), refunded)) {
    return refuse('requestFailed', 'The balance does not have this amount.')
  }
  const refund: Refund = rules.refundKept({
    refundId: rules.newId('refund', ids, account),
    chargeId: charge.chargeId,
    amount: refunded,
    currency: charge.currency,
    createdAt: clock.seconds(),
  })
  account.refunds.put(refund.refundId, refund)
  account.charges.put(charge.chargeId, rules.chargeAfterRefund(charge, refunded))
  post(call, 'refund', refund.refundId, refunded, charge.currency)
  return { status: rules.createdStatus, body: rules.showRefund(refund) }
}

export const retrieveRefund: Handler = (call) =>
  retrieve(call, call.account.refunds, call.params['refundId'], (refund) =>
    call.rules.showRetrievedRefund(call.rules.showRefund(refund)),
  )

export const listRefunds: Handler = (call) => list(call, call.account.refunds, call.rules.showRefund)
