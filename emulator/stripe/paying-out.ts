import { availableIn } from './balance-view.ts'
import { post } from './balance.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import type { Payout } from './records.ts'
import { refuse } from './refusal.ts'

export type PayoutOrder = Pick<
  Payout,
  'amount' | 'automatic' | 'currency' | 'description' | 'metadata' | 'method' | 'source_type' | 'statement_descriptor'
>

function arriveLater(context: Context, { id, arrival_date: arrival }: Payout): void {
  const { account, clock, rules } = context
  clock.at(
    arrival * 1000,
    () => {
      const payout = account.payouts.get(id)
      if (payout?.status === 'pending') account.payouts.put(id, { ...payout, status: rules.statusWhenArrived })
    },
    account,
  )
}

/** Sends available funds to the account's bank. */
export function payOut(context: Context, order: PayoutOrder): Payout {
  const { account, clock, rules } = context
  if (!rules.covers(availableIn(context, order.currency), order.amount)) {
    refuse(rules.invalidAmount(`The available funds in ${order.currency} do not cover ${order.amount}.`))
  }
  const id = newId(context, 'po')
  const now = clock.seconds()
  const transaction = post(context, {
    amount: rules.paidOut(order.amount),
    available_on: now,
    currency: order.currency,
    description: order.description,
    fee: 0,
    source: id,
    type: 'payout',
  })
  const payout = account.payouts.put(id, {
    ...order,
    id,
    arrival_date: now + rules.arrivalSeconds(order.method),
    balance_transaction: transaction.id,
    created: now,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    status: 'pending',
  })
  arriveLater(context, payout)
  return payout
}

/** Puts the money of a payout that did not arrive back into the balance. */
export function giveBack(context: Context, payout: Payout, type: 'payout_cancel' | 'payout_failure'): string {
  return post(context, {
    amount: context.rules.givenBack(payout.amount),
    available_on: context.clock.seconds(),
    currency: payout.currency,
    description: payout.description,
    fee: 0,
    source: payout.id,
    type,
  }).id
}

/** A payout that the bank returns. */
export function failPayout(context: Context, id: string, code: string): Payout | undefined {
  const payout = context.account.payouts.get(id)
  if (payout === undefined || payout.status === 'failed' || payout.status === 'canceled') return undefined
  return context.account.payouts.put(id, {
    ...payout,
    status: 'failed',
    failure_balance_transaction: giveBack(context, payout, 'payout_failure'),
    failure_code: code,
    failure_message: 'The bank returned the payout.',
  })
}
