import { post } from './balance.ts'
import { declineOf, usedCard } from './cards.ts'
import { refundedOf } from './charge-view.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import type { Card, Charge } from './records.ts'
import { release } from './refunding.ts'
import { refuse } from './refusal.ts'
import type { Decline } from './test-cards.ts'
import { behaviourOf } from './test-cards.ts'

/** What is to be charged to which card. */
export type Order = Pick<
  Charge,
  | 'amount'
  | 'currency'
  | 'customer'
  | 'description'
  | 'invoice'
  | 'metadata'
  | 'receipt_email'
  | 'shipping'
  | 'statement_descriptor'
  | 'transfer_group'
> & { readonly card: Card; readonly capture: boolean }

/** A charge, and why its card was declined, if it was. */
export interface Attempt {
  readonly charge: Charge
  readonly decline: Decline | undefined
}

/** Enters the money of a captured charge into the books. */
export function collect(context: Context, charge: Charge, amount: number): string {
  const { clock, rules } = context
  const bypasses = behaviourOf(charge.source.number).bypassesPending === true
  const transaction = post(context, {
    amount,
    available_on: clock.seconds() + (bypasses ? 0 : rules.pendingSeconds),
    currency: charge.currency,
    description: charge.description,
    fee: rules.feeOf(amount),
    source: charge.id,
    type: 'charge',
  })
  return transaction.id
}

/** An authorization that nobody captures is given back after a while. */
function lapseLater(context: Context, id: string): void {
  const { account, clock, rules } = context
  clock.at(
    clock.now() + rules.lapseSeconds * 1000,
    () => {
      const charge = account.charges.get(id)
      if (charge !== undefined && rules.mayCapture(charge, refundedOf(context, charge))) {
        release(context, charge, charge.amount)
      }
    },
    account,
  )
}

function newCharge(context: Context, order: Order, decline: Decline | undefined): Charge {
  const { card, capture, ...kept } = order
  return {
    ...kept,
    id: newId(context, 'ch'),
    captured: capture && decline === undefined,
    created: context.clock.seconds(),
    balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    user_report: null,
    outcome: context.rules.outcomeOf(behaviourOf(card.number), decline),
    paid: decline === undefined,
    source: usedCard(context, card),
    status: decline === undefined ? 'succeeded' : 'failed',
  }
}

/** Tries to charge a card; a declined attempt leaves a failed charge. */
export function attempt(context: Context, order: Order): Attempt {
  const { account, rules } = context
  const decline = declineOf(context, order.card, 'charge')
  const charge = newCharge(context, order, decline)
  if (decline !== undefined && !rules.keepsFailedCharge) return { charge, decline }
  account.charges.put(charge.id, charge)
  if (!charge.captured) {
    if (decline === undefined) lapseLater(context, charge.id)
    return { charge, decline }
  }
  const collected = { ...charge, balance_transaction: collect(context, charge, charge.amount) }
  return { charge: account.charges.put(charge.id, collected), decline }
}

/** The error that a declined card is answered with; the failed charge is named where there is one. */
export function refuseDeclined({ rules }: Context, decline: Decline, charge?: Charge): never {
  const reason = rules.declineReason(decline)
  const failed = charge === undefined ? undefined : rules.failedChargeInError(charge.id)
  return refuse(
    rules.cardFailure(decline.code, decline.message, {
      ...(reason === undefined ? {} : { decline_code: reason }),
      ...(failed === undefined ? {} : { charge: failed }),
    }),
  )
}
