import { post } from './balance.ts'
import { refundedOf } from './charge-view.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import type { Charge, Metadata, Refund } from './records.ts'
import { refuse } from './refusal.ts'
import { behaviourOf } from './test-cards.ts'

const day = 86_400

function record(
  context: Context,
  charge: Charge,
  parts: Pick<Refund, 'id' | 'amount' | 'balance_transaction' | 'reason' | 'metadata'>,
): Refund {
  return context.account.refunds.put(parts.id, {
    ...parts,
    charge: charge.id,
    created: context.clock.seconds(),
    currency: charge.currency,
    status: 'succeeded',
  })
}

/** Gives back what was only authorized: no money moves. */
export function release(context: Context, charge: Charge, amount: number): Refund {
  const id = newId(context, 're')
  return record(context, charge, { id, amount, balance_transaction: null, reason: null, metadata: {} })
}

/** Takes the money of a refund out of the books. */
function payBack(context: Context, charge: Charge, refund: string, amount: number): string {
  const { account, clock, rules } = context
  const collected = account.transactions.get(charge.balance_transaction ?? '')
  return post(context, {
    amount: rules.refundedNet(amount),
    available_on: rules.refundAvailableOn(clock.seconds(), collected?.available_on ?? 0),
    currency: charge.currency,
    description: charge.description,
    fee: 0,
    source: refund,
    type: 'refund',
  }).id
}

/** A refund that looked fine turns out to have failed: its money comes back. */
export function failRefund(context: Context, id: string): Refund | undefined {
  const { account, clock } = context
  const refund = account.refunds.get(id)
  if (refund === undefined || refund.status === 'failed' || refund.balance_transaction === null) return undefined
  const returned = post(context, {
    amount: refund.amount,
    available_on: clock.seconds(),
    currency: refund.currency,
    description: null,
    fee: 0,
    source: refund.id,
    type: 'adjustment',
  })
  return account.refunds.put(id, {
    ...refund,
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: returned.id,
  })
}

/** What a refund is to be. */
export interface RefundOrder {
  readonly amount: number | undefined
  readonly reason: string | null
  readonly metadata: Metadata
}

/** Gives back all or part of a charge, never more than is left of it. */
export function refundCharge(context: Context, charge: Charge, order: RefundOrder): Refund {
  const { clock, rules } = context
  const refunded = refundedOf(context, charge)
  if (!rules.mayRefund(charge, refunded)) {
    refuse(rules.notPermitted(`Charge ${charge.id} ${charge.status === 'failed' ? 'failed' : 'has been refunded'}.`))
  }
  const left = rules.refundable(charge, refunded)
  const amount = order.amount ?? left
  if (rules.exceedsRest(amount, left, charge))
    refuse(rules.invalidAmount(`The refund of ${amount} is greater than the ${left} that are left.`))
  if (!charge.captured && amount < left) refuse(rules.invalidAmount('An uncaptured charge is refunded whole.'))
  const id = newId(context, 're')
  const balance_transaction = rules.movesMoney(charge) ? payBack(context, charge, id, amount) : null
  if (charge.captured && behaviourOf(charge.source.number).failsRefunds === true) {
    clock.at(clock.now() + day * 1000, () => void failRefund(context, id), context.account)
  }
  return record(context, charge, { id, amount, balance_transaction, reason: order.reason, metadata: order.metadata })
}
