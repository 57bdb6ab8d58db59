import type { Call, Trial } from '../../model/trial.ts'
import type { Scene, Scenes } from '../laws/matrix.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { bankAccountBody, customerBody, dayOf, paymentBody } from './bodies.ts'
import {
  businessProfile,
  linkedBankAccountBody,
  makeAccount,
  makeOrganization,
  representativeBody,
} from './embedding.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { populations } from './populations.ts'
import { statesOfActions, statesOfResources } from './states.ts'

const hour = 3600
const address = { address1: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701' }
const verified = { config: { sandbox_outcome: 'verified' } }
const underReview = { config: { sandbox_outcome: 'review' } }

const described = (trial: Trial) => ({ address, metadata: { order: '6735' }, external_id: trial.unique('CUS-') })
const customer: Scene = async (trial) => ({
  path: { id: idOf(await makeCustomer(trial, { ...verified, ...described(trial) })) },
})
const paykey: Scene = async (trial) => ({
  path: { id: (await makePaykey(trial, { metadata: { order: '6735' }, external_id: trial.unique('PK-') })).id },
})
const account: Scene = async (trial) => ({ path: { account_id: idOf(await makeAccount(trial)) } })

const linkedBank: Scene = async (trial) => ({
  path: {
    linked_bank_account_id: idOf(
      await trial.given('createLinkedBankAccount', {
        body: linkedBankAccountBody(trial, idOf(await makeAccount(trial))),
      }),
    ),
  },
})

const representative: Scene = async (trial) => ({
  path: {
    representative_id: idOf(
      await trial.given('createRepresentative', { body: representativeBody(trial, idOf(await makeAccount(trial))) }),
    ),
  },
})

/** A scene with this body besides. */
const sending =
  (scene: Scene, body: (trial: Trial) => Call['body']): Scene =>
  async (trial) => ({ ...(await scene(trial)), body: body(trial) ?? {} })

/** A new paykey of a new customer, by another way than a bank account. */
const bridged =
  (name: string): Scene =>
  async (trial) => ({
    body: {
      customer_id: idOf(await makeCustomer(trial, verified)),
      [name]: `processor-sandbox-${trial.unique('abcdefghijkl').toLowerCase()}`,
    },
  })

/** An account that has all that onboarding asks for. */
const readyToOnboard: Scene = async (trial) => {
  const made = await account(trial)
  const id = made.path?.['account_id'] ?? ''
  await trial.given('createRepresentative', { body: representativeBody(trial, id) })
  await trial.given('createLinkedBankAccount', { body: linkedBankAccountBody(trial, id) })
  return made
}

const capability = { enable: true, max_amount: 1000, daily_amount: 2000, monthly_amount: 9000, monthly_count: 10 }

function payments(kind: Kind): Readonly<Record<string, Scene>> {
  const metadata = { order: '6735' }
  // due in some days, so that an action finds it as it was made a minute later
  const made: Scene = async (trial) => ({
    path: { id: idOf(await makePayment(trial, kind, { metadata, payment_date: dayOf(trial, 5) })) },
  })
  const held: Scene = async (trial) => {
    const config = { auto_hold: true, auto_hold_message: 'To be looked at' }
    const payment = await makePayment(trial, kind, { metadata, config })
    const path = { id: idOf(payment) }
    // that a payment can begin on hold is a clause of its own
    if (read(payment, '/data/status') !== 'on_hold')
      await trial.given(kind.actions.hold, { path, body: { reason: 'To be looked at' } })
    return { path }
  }
  const ended: Scene = async (trial) => {
    const { path } = await made(trial)
    await trial.given(kind.actions.cancel, { path: path ?? {}, body: { reason: 'Not wanted' } })
    return { path: path ?? {} }
  }
  const reason = (trial: Trial) => ({ reason: trial.unique('Asked for ') })
  return {
    [kind.create]: async (trial) => ({ body: paymentBody(trial, kind.name, (await makePaykey(trial)).token) }),
    // held, so that it rests
    [kind.get]: held,
    [kind.update]: sending(held, (trial) => ({ amount: 5000, description: 'Changed', payment_date: dayOf(trial, 3) })),
    [kind.unmask]: made,
    [kind.actions.hold]: sending(made, reason),
    [kind.actions.release]: sending(held, reason),
    [kind.actions.cancel]: sending(made, reason),
    [kind.resubmit]: sending(ended, (trial) => ({ external_id: trial.unique('AGAIN-') })),
  }
}

const fundingEvent: Scene = async (trial) => {
  await makePayment(trial, charges, { config: { sandbox_outcome: 'paid' } })
  await trial.advance(hour)
  await trial.given('simulateFunding', { body: { funding_event_job_type: 'charges' } })
  const events = await trial.given('listFundingEvents')
  return { path: { id: textAt(events, '/data/0/id') } }
}

const onHold = { config: { auto_hold: true } }

/** Another one of the same customer, paykey or account. */
const siblings: NonNullable<Scenes['siblings']> = {
  async paykey(trial, path) {
    const customer_id = textAt(await trial.given('getPaykey', { path }), '/data/customer_id')
    return { path: { id: (await makePaykey(trial, { customer_id })).id } }
  },
  charge: ofTheSamePaykey(charges),
  payout: ofTheSamePaykey(payouts),
  async 'linked-bank-account'(trial, path) {
    const owner = textAt(await trial.given('getLinkedBankAccount', { path }), '/data/account_id')
    const body = linkedBankAccountBody(trial, owner)
    return { path: { linked_bank_account_id: idOf(await trial.given('createLinkedBankAccount', { body })) } }
  },
  async representative(trial, path) {
    const owner = textAt(await trial.given('getRepresentative', { path }), '/data/account_id')
    const body = representativeBody(trial, owner)
    return { path: { representative_id: idOf(await trial.given('createRepresentative', { body })) } }
  },
}

function ofTheSamePaykey(kind: Kind) {
  return async (trial: Trial, path: NonNullable<Call['path']>): Promise<Call> => {
    const id = textAt(await trial.given(kind.get, { path }), '/data/paykey_details/id')
    const token = textAt(await trial.given('revealPaykey', { path: { id } }), '/data/paykey')
    const body = paymentBody(trial, kind.name, token, onHold)
    return { path: { id: idOf(await trial.given(kind.create, { body })) } }
  }
}

/** Each action on its object in further states. */
function inFurtherStates(): NonNullable<Scenes['variants']> {
  return Object.fromEntries(
    statesOfActions.map(([operation, resource, states]) => [
      operation,
      Object.fromEntries(
        states.map((state) => [
          state,
          {
            // a service that others use may not let itself be brought into every state
            needs: ['clock', 'levers'],
            reach: async (trial: Trial) => {
              const path = await statesOfResources[resource]?.[state]?.(trial)
              return { ...(await scenes.calls[operation]?.(trial)), path: path ?? {} }
            },
          },
        ]),
      ),
    ]),
  )
}

/** How the laws of the matrix bring about what they judge at Straddle. */
export const scenes: Scenes = {
  calls: {
    createCustomer: async (trial) => ({ body: customerBody(trial, { address }) }),
    getCustomer: customer,
    getUnmaskedCustomer: customer,
    getCustomerReview: customer,
    updateCustomer: sending(customer, (trial) => {
      const { type: _, ...body } = customerBody(trial, { address })
      return { ...body, status: 'verified' }
    }),
    deleteCustomer: customer,
    decideCustomer: sending(
      async (trial) => ({ path: { id: idOf(await makeCustomer(trial, { ...underReview, ...described(trial) })) } }),
      () => ({ status: 'verified' }),
    ),
    refreshCustomerReview: customer,
    createBankAccountPaykey: async (trial) => ({
      body: bankAccountBody(trial, idOf(await makeCustomer(trial, verified))),
    }),
    createPlaidPaykey: bridged('plaid_token'),
    createQuilttPaykey: bridged('quiltt_token'),
    initializeBridge: async (trial) => ({ body: { customer_id: idOf(await makeCustomer(trial, verified)) } }),
    getPaykey: paykey,
    revealPaykey: paykey,
    getUnmaskedPaykey: paykey,
    getPaykeyReview: paykey,
    cancelPaykey: sending(paykey, (trial) => ({ reason: trial.unique('Asked for ') })),
    decidePaykey: sending(
      async (trial) => ({ path: { id: (await makePaykey(trial, underReview)).id } }),
      () => ({ status: 'active' }),
    ),
    refreshPaykeyReview: paykey,
    refreshPaykeyBalance: paykey,
    ...payments(charges),
    ...payments(payouts),
    unblockPaykey: async (trial) => {
      const blocked = await makePaykey(trial)
      await makePayment(trial, charges, { config: { sandbox_outcome: 'failed_not_authorized' } }, blocked)
      await trial.advance(hour)
      return { path: { id: blocked.id }, body: { message: trial.unique('Authorised ') } }
    },
    refundCharge: async (trial) => {
      const paid = await makePayment(trial, charges, { config: { sandbox_outcome: 'paid' } })
      await trial.advance(hour)
      return { path: { id: idOf(paid) }, body: { external_id: trial.unique('REF-') } }
    },
    getFundingEvent: fundingEvent,
    listFundingEventPayments: fundingEvent,
    createOrganization: async (trial) => ({ body: { name: trial.unique('Acme Group ') } }),
    getOrganization: async (trial) => ({ path: { organization_id: idOf(await makeOrganization(trial)) } }),
    createAccount: async (trial) => ({
      body: {
        organization_id: idOf(await makeOrganization(trial)),
        account_type: 'business',
        access_level: 'managed',
        business_profile: businessProfile(),
      },
    }),
    getAccount: account,
    updateAccount: sending(account, () => ({ business_profile: businessProfile({ name: 'Acme Two' }) })),
    onboardAccount: sending(readyToOnboard, (trial) => ({
      terms_of_service: {
        accepted_date: new Date(trial.now()).toISOString(),
        agreement_type: 'embedded',
        agreement_url: 'https://acme.example/terms',
      },
    })),
    simulateAccount: async (trial) => {
      const ready = await readyToOnboard(trial)
      return { ...ready, query: { final_status: 'active' } }
    },
    createCapabilityRequests: sending(account, () => ({ charges: capability })),
    createLinkedBankAccount: async (trial) => ({
      body: linkedBankAccountBody(trial, idOf(await makeAccount(trial))),
    }),
    getLinkedBankAccount: linkedBank,
    updateLinkedBankAccount: sending(linkedBank, (trial) => {
      const { bank_account } = linkedBankAccountBody(trial, '')
      return { bank_account: bank_account ?? null }
    }),
    cancelLinkedBankAccount: linkedBank,
    unmaskLinkedBankAccount: linkedBank,
    createRepresentative: async (trial) => ({
      body: representativeBody(trial, idOf(await makeAccount(trial))),
    }),
    getRepresentative: representative,
    updateRepresentative: sending(representative, (trial) => {
      const { account_id: _, ...body } = representativeBody(trial, '')
      return body
    }),
    unmaskRepresentative: representative,
  },
  needs: {
    getFundingEvent: ['clock'],
    listFundingEventPayments: ['clock'],
    unblockPaykey: ['clock'],
    refundCharge: ['clock'],
  },
  embedded: async (trial) => idOf(await makeAccount(trial)),
  siblings,
  states: statesOfResources,
  variants: inFurtherStates(),
  lists: populations,
  references: {
    customer: async (trial) => idOf(await makeCustomer(trial, verified)),
    'paykey-token': async (trial) => (await makePaykey(trial)).token,
    account: async (trial) => idOf(await makeAccount(trial)),
    organization: async (trial) => idOf(await makeOrganization(trial)),
  },
  refusals: {
    unknown: (refused) => hasStatus(refused, 404),
    invalid: (refused) => hasStatus(refused, 400, 422),
    usedKey: (refused) => hasStatus(refused, 409),
    inFlight: (refused) => hasStatus(refused, 409),
  },
}
