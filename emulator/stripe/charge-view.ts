import { showCard } from './card-view.ts'
import type { Context } from './context.ts'
import type { ShownObject } from './endpoint.ts'
import { embedded } from './lists.ts'
import type { Charge, Refund } from './records.ts'
import { showShipping } from './shipping.ts'

/** Refunds of a charge, newest first. */
export function refundsOf({ account }: Context, charge: string): readonly Refund[] {
  return account.refunds.of(charge)
}

/** How much of a charge has been given back. */
export function refundedOf(context: Context, charge: Charge): number {
  return context.rules.amountRefunded(refundsOf(context, charge.id))
}

export function showRefund(_context: Context, refund: Refund): ShownObject {
  const { failure_reason: reason, failure_balance_transaction: transaction } = refund
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.balance_transaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    ...(transaction === undefined ? {} : { failure_balance_transaction: transaction }),
    ...(reason === undefined ? {} : { failure_reason: reason }),
    metadata: refund.metadata,
    reason: refund.reason,
    receipt_number: null,
    status: refund.status,
  }
}

function showOutcome({ outcome }: Charge): ShownObject {
  return { ...outcome }
}

/** A charge as the service shows it. */
export function showCharge(context: Context, charge: Charge): ShownObject {
  const { rules, account } = context
  const refunds = refundsOf(context, charge.id)
  const refunded = rules.amountRefunded(refunds)
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_refunded: refunded,
    application: null,
    application_fee: null,
    balance_transaction: rules.shownTransaction(charge),
    captured: charge.captured,
    created: charge.created,
    currency: charge.currency,
    customer: rules.shownCustomer(charge),
    description: charge.description,
    destination: null,
    dispute: null,
    failure_code: charge.failure_code,
    failure_message: charge.failure_message,
    fraud_details: charge.user_report === null ? {} : { user_report: charge.user_report },
    invoice: charge.invoice,
    livemode: account.livemode,
    metadata: charge.metadata,
    on_behalf_of: null,
    order: null,
    outcome: showOutcome(charge),
    paid: rules.isPaid(charge),
    receipt_email: charge.receipt_email,
    receipt_number: null,
    refunded: rules.isRefunded(charge, refunded),
    refunds: embedded(context, `/v1/charges/${charge.id}/refunds`, refunds, (refund) => showRefund(context, refund)),
    review: null,
    shipping: showShipping(charge.shipping),
    source: showCard(context, charge.source),
    source_transfer: null,
    statement_descriptor: charge.statement_descriptor,
    status: rules.statusOf(charge),
    transfer_group: charge.transfer_group,
  }
}
