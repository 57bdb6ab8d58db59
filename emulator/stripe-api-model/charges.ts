import type { Handler } from './call.ts'
import { amount, currency, needed, optional, readFields, text } from './fields.ts'
import { post } from './ledger.ts'
import { list, retrieve } from './lists.ts'
import type { Charge } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'

interface Wanted {
  readonly amount: number
  readonly currency: string
  readonly customerId: string
  readonly description: string | undefined
}

export const createCharge: Handler = (call) => {
  const { rules, account, ids, clock } = call
  const needs = (name: string): boolean => rules.chargeNeeds.includes(name)
  const wanted = readFields<Wanted>(call, {
    amount: needed(needs('amount'), 0, amount(call, 'charge', rules.leastCharged)),
    currency: needed(needs('currency'), 'USD', currency(call, 'charge')),
    customerId: needed(needs('customerId'), 'nobody', text),
    description: optional(text),
  })
  if (isRefusal(wanted)) return wanted
  const customer = rules.find(account.customers, wanted.customerId)
  if (customer === undefined && rules.chargeNeedsKnownCustomer) return rules.unknownReference('customerId')
  if (rules.isForbidden(account, wanted.customerId)) return refuse('forbidden', 'This customer may not pay.')
  const fresh: Charge = rules.chargeKept({
    chargeId: rules.newId('charge', ids, account),
    ...wanted,
    description: wanted.description ?? null,
    refundedAmount: 0,
    createdAt: clock.seconds(),
  })
  const charge = rules.chargeFor(fresh, account)
  if (customer !== undefined && !rules.cardPays(customer.card)) {
    if (rules.storesFailedCharges) account.charges.put(charge.chargeId, charge)
    return refuse('requestFailed', 'The customer has no card that pays this amount.')
  }
  account.charges.put(charge.chargeId, charge)
  post(call, 'charge', charge.chargeId, charge.amount, charge.currency)
  return { status: rules.createdStatus, body: rules.showCharge(charge) }
}

export const retrieveCharge: Handler = (call) =>
  retrieve(call, call.account.charges, call.params['chargeId'], (charge) =>
    call.rules.showRetrievedCharge(call.rules.showCharge(charge)),
  )

export const listCharges: Handler = (call) => list(call, call.account.charges, call.rules.showCharge)
