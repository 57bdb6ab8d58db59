import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import type { Scenes } from '../laws/matrix.ts'
import { customerBody } from './bodies.ts'
import { linkedBankAccountBody, makeAccount, representativeBody } from './embedding.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { inState, states as paymentStates, until } from './lives.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'

type Path = NonNullable<Call['path']>
type Arrange = (trial: Trial) => Promise<Path>

const outcome = (sandbox_outcome: string, more: JsonObject = {}): JsonObject => ({
  config: { sandbox_outcome, ...more },
})
const inTheBackground = { processing_method: 'background' }

const otherProfile = {
  individual: { ssn: '111-22-3333', dob: '1970-12-31' },
  business: { ein: '55-5555555', legal_business_name: 'Acme Two Inc' },
}

function customers(type: 'individual' | 'business'): Readonly<Record<string, Arrange>> {
  const made =
    (config: JsonObject): Arrange =>
    async (trial) => ({ id: idOf(await makeCustomer(trial, { type, ...config })) })
  const decided =
    (status: string): Arrange =>
    async (trial) => {
      const path = await made(outcome('review'))(trial)
      await trial.given('decideCustomer', { path, body: { status } })
      return path
    }
  const named = (state: string) => `${state}-${type}`
  return {
    [named('pending')]: made(outcome('verified', inTheBackground)),
    [named('in-review')]: made(outcome('review')),
    [named('verified')]: made(outcome('verified')),
    [named('rejected')]: made(outcome('rejected')),
    [named('accepted')]: decided('verified'),
    [named('refused')]: decided('rejected'),
    [named('inactive')]: async (trial) => {
      const path = await made(outcome('verified'))(trial)
      const { type: _, ...body } = customerBody(trial, { type, compliance_profile: otherProfile[type] })
      await trial.given('updateCustomer', { path, body: { ...body, status: 'inactive' } })
      return path
    },
    [named('checked-anew')]: async (trial) => {
      const path = await made(outcome('verified'))(trial)
      await trial.given('refreshCustomerReview', { path })
      await trial.advance(60)
      return path
    },
  }
}

const blocked: Arrange = async (trial) => {
  const paykey = await makePaykey(trial)
  const charge = await makePayment(trial, charges, outcome('failed_not_authorized'), paykey)
  await until(trial, charges, idOf(charge), ['failed'])
  return { id: paykey.id }
}

function paykeys(): Readonly<Record<string, Arrange>> {
  const made =
    (config: JsonObject): Arrange =>
    async (trial) => ({ id: (await makePaykey(trial, config)).id })
  const then =
    (arrange: Arrange, operation: string, body: JsonObject = {}): Arrange =>
    async (trial) => {
      const path = await arrange(trial)
      await trial.given(operation, { path, body })
      return path
    }
  const bridged =
    (operation: string, name: string): Arrange =>
    async (trial) => {
      const customer_id = idOf(await makeCustomer(trial, outcome('verified')))
      return { id: idOf(await trial.given(operation, { body: { customer_id, [name]: trial.unique('processor-') } })) }
    }
  const active = made(outcome('active'))
  return {
    pending: made(outcome('active', inTheBackground)),
    'in-review': made(outcome('review')),
    active,
    rejected: made(outcome('rejected')),
    accepted: then(made(outcome('review')), 'decidePaykey', { status: 'active' }),
    refused: then(made(outcome('review')), 'decidePaykey', { status: 'rejected' }),
    cancelled: then(active, 'cancelPaykey', { reason: 'Not wanted' }),
    blocked,
    'cancelled-when-blocked': then(blocked, 'cancelPaykey'),
    unblocked: then(blocked, 'unblockPaykey', { message: 'Authorised' }),
    'verified-anew': async (trial) => {
      const path = await then(active, 'refreshPaykeyReview')(trial)
      await trial.advance(60)
      return path
    },
    'of-plaid': bridged('createPlaidPaykey', 'plaid_token'),
    'of-quiltt': bridged('createQuilttPaykey', 'quiltt_token'),
    'with-a-new-balance': async (trial) => {
      const path = await then(bridged('createPlaidPaykey', 'plaid_token'), 'refreshPaykeyBalance')(trial)
      await trial.advance(60)
      return path
    },
  }
}

function payments(kind: Kind): Readonly<Record<string, Arrange>> {
  const paid: Arrange = async (trial) => ({ id: idOf(await inState(trial, kind, 'paid')) })
  const again: Arrange = async (trial) => {
    const path = { id: idOf(await inState(trial, kind, 'cancelled')) }
    return { id: idOf(await trial.given(kind.resubmit, { path, body: {} })) }
  }
  return {
    ...Object.fromEntries(
      paymentStates.map((state): [string, Arrange] => [
        state.replace('_', '-'),
        async (trial) => ({ id: idOf(await inState(trial, kind, state)) }),
      ]),
    ),
    'held-from-the-start': async (trial) => ({
      id: idOf(await makePayment(trial, kind, { config: { auto_hold: true, auto_hold_message: 'To be looked at' } })),
    }),
    resubmitted: again,
    funded: async (trial) => {
      const path = await paid(trial)
      await trial.call('simulateFunding', { body: { funding_event_job_type: kind.section } })
      return path
    },
  }
}

const refunded: Arrange = async (trial) => {
  const path = { id: idOf(await inState(trial, charges, 'paid')) }
  await trial.given('refundCharge', { path, body: {} })
  return path
}

/** What belongs to an account, as far as the account has come. */
function ofAccounts(parameter: string, make: (trial: Trial, account: string) => Promise<string>) {
  const moved =
    (final_status?: string): Arrange =>
    async (trial) => {
      const account_id = idOf(await makeAccount(trial))
      const path = { [parameter]: await make(trial, account_id) }
      if (final_status !== undefined)
        await trial.given('simulateAccount', { path: { account_id }, query: { final_status } })
      return path
    }
  return { created: moved(), onboarding: moved('onboarding'), active: moved('active') }
}

const onboarded: Arrange = async (trial) => {
  const account_id = idOf(await makeAccount(trial))
  await trial.given('createRepresentative', { body: representativeBody(trial, account_id) })
  await trial.given('createLinkedBankAccount', { body: linkedBankAccountBody(trial, account_id) })
  const terms_of_service = {
    accepted_date: new Date(trial.now()).toISOString(),
    agreement_type: 'embedded',
    agreement_url: 'https://acme.example/terms',
  }
  await trial.given('onboardAccount', { path: { account_id }, body: { terms_of_service } })
  return { account_id }
}

const linked = ofAccounts('linked_bank_account_id', async (trial, account) =>
  idOf(await trial.given('createLinkedBankAccount', { body: linkedBankAccountBody(trial, account) })),
)

/** How each resource is brought into each of its states. */
export const statesOfResources: NonNullable<Scenes['states']> = {
  customer: { ...customers('individual'), ...customers('business') },
  paykey: paykeys(),
  charge: { ...payments(charges), refunded },
  payout: payments(payouts),
  account: { ...ofAccounts('account_id', async (_, account) => account), onboarded },
  'linked-bank-account': {
    ...linked,
    cancelled: async (trial) => {
      const path = await linked.created(trial)
      await trial.given('cancelLinkedBankAccount', { path })
      return path
    },
  },
  representative: ofAccounts('representative_id', async (trial, account) =>
    idOf(await trial.given('createRepresentative', { body: representativeBody(trial, account) })),
  ),
}

/** States in which an update or an action finds its object besides that of its scene. */
export const statesOfActions: readonly (readonly [operation: string, resource: string, states: readonly string[]])[] = [
  ['updateCustomer', 'customer', ['in-review-individual', 'inactive-business']],
  ['decideCustomer', 'customer', ['in-review-business']],
  ['refreshCustomerReview', 'customer', ['rejected-business', 'inactive-individual']],
  ['cancelPaykey', 'paykey', ['pending', 'in-review', 'blocked', 'of-plaid']],
  ['decidePaykey', 'paykey', ['in-review']],
  ['refreshPaykeyReview', 'paykey', ['rejected', 'of-quiltt']],
  ['refreshPaykeyBalance', 'paykey', ['in-review', 'of-plaid', 'blocked']],
  ['cancelCharge', 'charge', ['scheduled', 'held-from-the-start', 'resubmitted']],
  ['holdCharge', 'charge', ['scheduled', 'resubmitted']],
  ['resubmitCharge', 'charge', ['failed', 'reversed']],
  ['cancelPayout', 'payout', ['scheduled', 'held-from-the-start', 'resubmitted']],
  ['holdPayout', 'payout', ['scheduled', 'resubmitted']],
  ['resubmitPayout', 'payout', ['failed', 'reversed']],
  ['updateAccount', 'account', ['onboarded', 'active']],
  ['createCapabilityRequests', 'account', ['onboarded']],
  ['updateLinkedBankAccount', 'linked-bank-account', ['onboarding']],
  ['updateRepresentative', 'representative', ['active']],
]
