import type { Handler } from './call.ts'
import { amount, currency, needed, optional, readFields, text } from './fields.ts'
import { post } from './ledger.ts'
import { list, retrieve } from './lists.ts'
import type { Payout } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'

interface Wanted {
  readonly amount: number
  readonly currency: string
  readonly destination: string | undefined
}

export const createPayout: Handler = (call) => {
  const { rules, account, ids, clock } = call
  const needs = (name: string): boolean => rules.payoutNeeds.includes(name)
  const wanted = readFields<Wanted>(call, {
    amount: needed(needs('amount'), 0, amount(call, 'payout', rules.leastPaidOut)),
    currency: needed(needs('currency'), 'USD', currency(call, 'payout')),
    destination: optional(text),
  })
  if (isRefusal(wanted)) return wanted
  const fresh: Payout = rules.payoutKept({
    payoutId: rules.newId('payout', ids, account),
    amount: wanted.amount,
    currency: wanted.currency,
    destination: wanted.destination ?? null,
    createdAt: clock.seconds(),
  })
  const available = rules.availableOf(account.transactions, wanted.currency)
  if (!rules.payoutIsCovered(available, wanted.amount)) {
    if (rules.storesFailedPayouts) account.payouts.put(fresh.payoutId, fresh)
    return refuse('requestFailed', `Only ${available} is available in this currency.`)
  }
  const payout = rules.payoutFor(fresh, account)
  account.payouts.put(payout.payoutId, payout)
  post(call, 'payout', payout.payoutId, payout.amount, payout.currency)
  return { status: rules.createdStatus, body: rules.showPayout(payout) }
}

export const retrievePayout: Handler = (call) =>
  retrieve(call, call.account.payouts, call.params['payoutId'], (payout) =>
    call.rules.showRetrievedPayout(call.rules.showPayout(payout)),
  )

export const listPayouts: Handler = (call) => list(call, call.account.payouts, call.rules.showPayout)
