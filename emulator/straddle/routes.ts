import type { Handler } from './call.ts'
import * as customers from './customers/customers.ts'
import * as customerReview from './customers/review.ts'
import { createAccount, getAccount, getSettings, listAccounts, updateAccount } from './embed/accounts.ts'
import { createCapabilityRequests, listCapabilityRequests } from './embed/capability-requests.ts'
import * as linked from './embed/linked-bank-accounts.ts'
import { onboard, simulate } from './embed/onboarding.ts'
import { createOrganization, getOrganization, listOrganizations } from './embed/organizations.ts'
import * as representatives from './embed/representatives.ts'
import { getFundingEvent, listFundedPayments, listFundingEvents } from './funding/funding-events.ts'
import { simulateFunding } from './funding/simulate.ts'
import * as bridge from './paykeys/bridge.ts'
import * as paykeys from './paykeys/paykeys.ts'
import * as paykeyReview from './paykeys/review.ts'
import { actOn, getPayment, unmaskPayment, updatePayment } from './payments/actions.ts'
import { refund, resubmit } from './payments/again.ts'
import { createCharge, createPayout } from './payments/create.ts'
import { listPayments } from './payments/search.ts'

/** An operation: what serves it, whose objects it is about, and whether it shows what is masked elsewhere. */
export interface Route {
  readonly handler: Handler
  readonly group: 'payments' | 'embed'
  readonly unmasks?: boolean
}

const open = (handler: Handler): Route => ({ handler, group: 'payments' })
const unmasking = (handler: Handler): Route => ({ handler, group: 'payments', unmasks: true })
const embed = (handler: Handler): Route => ({ handler, group: 'embed' })

/** Every operation, by method and path. */
export const routes: Readonly<Record<string, Route>> = {
  'POST /v1/customers': open(customers.createCustomer),
  'GET /v1/customers': open(customers.listCustomers),
  'GET /v1/customers/:id': open(customers.getCustomer),
  'PUT /v1/customers/:id': open(customers.updateCustomer),
  'DELETE /v1/customers/:id': open(customers.removeCustomer),
  'GET /v1/customers/:id/unmasked': unmasking(customers.getUnmaskedCustomer),
  'GET /v1/customers/:id/review': open(customerReview.getReview),
  'PATCH /v1/customers/:id/review': open(customerReview.decide),
  'PUT /v1/customers/:id/refresh_review': open(customerReview.refreshReview),

  'POST /v1/bridge/bank_account': open(bridge.linkBankAccount),
  'POST /v1/bridge/initialize': open(bridge.openSession),
  'POST /v1/bridge/plaid': open(bridge.linkPlaid),
  'POST /v1/bridge/quiltt': open(bridge.linkQuiltt),

  'GET /v1/paykeys': open(paykeys.listPaykeys),
  'GET /v1/paykeys/:id': open(paykeys.getPaykey),
  'GET /v1/paykeys/:id/reveal': open(paykeys.revealPaykey),
  'GET /v1/paykeys/:id/unmasked': unmasking(paykeys.unmaskPaykey),
  'PUT /v1/paykeys/:id/cancel': open(paykeys.cancelPaykey),
  'PATCH /v1/paykeys/:id/unblock': open(paykeys.unblockPaykey),
  'GET /v1/paykeys/:id/review': open(paykeyReview.getPaykeyReview),
  'PATCH /v1/paykeys/:id/review': open(paykeyReview.decidePaykey),
  'PUT /v1/paykeys/:id/refresh_review': open(paykeyReview.refreshPaykeyReview),
  'PUT /v1/paykeys/:id/refresh_balance': open(paykeyReview.refreshBalance),

  'POST /v1/charges': open(createCharge),
  'GET /v1/charges/:id': open(getPayment('charge')),
  'PUT /v1/charges/:id': open(updatePayment('charge')),
  'PUT /v1/charges/:id/hold': open(actOn('charge', 'hold')),
  'PUT /v1/charges/:id/release': open(actOn('charge', 'release')),
  'PUT /v1/charges/:id/cancel': open(actOn('charge', 'cancel')),
  'GET /v1/charges/:id/unmask': unmasking(unmaskPayment('charge')),
  'POST /v1/charges/:id/resubmit': open(resubmit('charge')),
  'POST /v1/charges/:id/refund': open(refund),

  'POST /v1/payouts': open(createPayout),
  'GET /v1/payouts/:id': open(getPayment('payout')),
  'PUT /v1/payouts/:id': open(updatePayment('payout')),
  'PUT /v1/payouts/:id/hold': open(actOn('payout', 'hold')),
  'PUT /v1/payouts/:id/release': open(actOn('payout', 'release')),
  'PUT /v1/payouts/:id/cancel': open(actOn('payout', 'cancel')),
  'GET /v1/payouts/:id/unmask': unmasking(unmaskPayment('payout')),
  'POST /v1/payouts/:id/resubmit': open(resubmit('payout')),

  'GET /v1/payments': open(listPayments),

  'GET /v1/funding_events': open(listFundingEvents),
  'GET /v1/funding_events/:id': open(getFundingEvent),
  'GET /v1/funding_event_payments/:id': open(listFundedPayments),
  'POST /v1/funding_events/simulate': open(simulateFunding),

  'POST /v1/organizations': embed(createOrganization),
  'GET /v1/organizations': embed(listOrganizations),
  'GET /v1/organizations/:organization_id': embed(getOrganization),

  'POST /v1/accounts': embed(createAccount),
  'GET /v1/accounts': embed(listAccounts),
  'GET /v1/accounts/:account_id': embed(getAccount),
  'PUT /v1/accounts/:account_id': embed(updateAccount),
  'POST /v1/accounts/:account_id/onboard': embed(onboard),
  'POST /v1/accounts/:account_id/simulate': embed(simulate),
  'POST /v1/accounts/:account_id/capability_requests': embed(createCapabilityRequests),
  'GET /v1/accounts/:account_id/capability_requests': embed(listCapabilityRequests),
  'GET /v1/account_settings/:account_id': embed(getSettings),

  'POST /v1/representatives': embed(representatives.createRepresentative),
  'GET /v1/representatives': embed(representatives.listRepresentatives),
  'GET /v1/representatives/:representative_id': embed(representatives.getRepresentative),
  'PUT /v1/representatives/:representative_id': embed(representatives.updateRepresentative),
  'GET /v1/representatives/:representative_id/unmask': { ...embed(representatives.getRepresentative), unmasks: true },

  'POST /v1/linked_bank_accounts': embed(linked.createLinkedBankAccount),
  'GET /v1/linked_bank_accounts': embed(linked.listLinkedBankAccounts),
  'GET /v1/linked_bank_accounts/:linked_bank_account_id': embed(linked.getLinkedBankAccount),
  'PUT /v1/linked_bank_accounts/:linked_bank_account_id': embed(linked.updateLinkedBankAccount),
  'PATCH /v1/linked_bank_accounts/:linked_bank_account_id/cancel': embed(linked.cancelLinkedBankAccount),
  'GET /v1/linked_bank_accounts/:linked_bank_account_id/unmask': {
    ...embed(linked.unmaskLinkedBankAccount),
    unmasks: true,
  },
}
