import type { Charge, ChargeView } from './charge.ts'
import type { Rules } from './rules.ts'

/** A charge as the API shows it. */
export function viewOf(rules: Rules, charge: Charge): ChargeView {
  return rules.shown({
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    currency: charge.currency,
    amount_satoshi: rules.satoshiOf(charge),
    payment_hash: charge.paymentHash,
    payment_request: charge.paymentRequest,
    description: charge.description,
    customer_id: charge.customerId,
    paid: charge.paid,
    created: rules.timeOf(charge.createdAt),
    updated: rules.timeOf(charge.updatedAt),
  })
}
