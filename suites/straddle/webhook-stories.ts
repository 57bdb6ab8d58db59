import type { Capability } from '../../model/clause.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import type { Exchange } from '../../model/exchange.ts'
import { paymentBody } from './bodies.ts'
import type { Kind } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { inState, statusOf, until } from './lives.ts'
import { linkedBankAccountBody, representativeBody } from './embedding.ts'

/** What every encoding of a body has to keep: letters beyond Latin-1 and beyond the first plane of Unicode. */
const awkward = 'Zoë \u{1F375} 漢字 "Œ"'

const person = { ssn: '123-45-6789', dob: '1990-01-01' }

/** One kind of resource: how it is made, read and changed. */
export interface Story {
  readonly resource: string
  /** What it comes of, or what changes it, where there are stories of more than one cause. */
  readonly cause?: string
  readonly needs?: readonly Capability[]
  /** Makes one; what a platform keeps of an embedded account, of this one. */
  readonly make: (trial: Trial, account: string) => Promise<string>
  readonly see: (trial: Trial, id: string) => Promise<Exchange>
  /** Gives it another status. */
  readonly change?: (trial: Trial, id: string, account: string) => Promise<Exchange>
}

function payment(kind: Kind): Story {
  return {
    resource: kind.name,
    make: async (trial) =>
      // more than a block of a kilobyte or four
      idOf(await makePayment(trial, kind, { description: awkward.repeat(150), metadata: { order: '6735' } })),
    see: (trial, id) => trial.given(kind.get, { path: { id } }),
    change: (trial, id) => trial.given(kind.actions.cancel, { path: { id }, body: { reason: awkward } }),
  }
}

/** A transfer of what was paid. */
function funding(kind: Kind, cause?: string): Story {
  return {
    resource: 'funding-event',
    ...(cause === undefined ? {} : { cause }),
    needs: ['clock'],
    async make(trial) {
      const paid = await inState(trial, kind, 'paid')
      if (statusOf(paid) !== 'paid') throw new Blocked(paid, 'a payment that is not paid is not funded', '/data/status')
      return idOf(await trial.given('simulateFunding', { body: { funding_event_job_type: kind.section } }))
    },
    see: (trial, id) => trial.given('getFundingEvent', { path: { id } }),
  }
}

const customer: Story = {
  resource: 'customer',
  make: async (trial) =>
    idOf(
      await makeCustomer(trial, {
        name: awkward,
        compliance_profile: person,
        metadata: { order: '6735' },
        config: { sandbox_outcome: 'review' },
      }),
    ),
  see: (trial, id) => trial.given('getCustomer', { path: { id } }),
  change: (trial, id) => trial.given('decideCustomer', { path: { id }, body: { status: 'verified' } }),
}

const paykey: Story = {
  resource: 'paykey',
  make: async (trial) => (await makePaykey(trial)).id,
  see: (trial, id) => trial.given('getPaykey', { path: { id } }),
  change: (trial, id) => trial.given('cancelPaykey', { path: { id }, body: { reason: awkward } }),
}

const activate = (trial: Trial, account_id: string): Promise<Exchange> =>
  trial.given('simulateAccount', { path: { account_id }, query: { final_status: 'active' } })

/** Resources that every account has. */
export const ofEveryAccount: readonly Story[] = [customer, paykey, payment(charges), payment(payouts), funding(charges)]

const made = (operation: string, kind: Kind, state: 'cancelled' | 'paid') => async (trial: Trial) =>
  idOf(await trial.given(operation, { path: { id: idOf(await inState(trial, kind, state)) }, body: {} }))

/** The same of other causes. */
export const ofOtherCauses: readonly Story[] = [
  {
    ...paykey,
    cause: 'decided',
    make: async (trial) => (await makePaykey(trial, { config: { sandbox_outcome: 'review' } })).id,
    change: (trial, id) => trial.given('decidePaykey', { path: { id }, body: { status: 'rejected' } }),
  },
  {
    ...paykey,
    cause: 'verified',
    needs: ['clock'],
    make: async (trial) =>
      (await makePaykey(trial, { config: { sandbox_outcome: 'active', processing_method: 'background' } })).id,
    async change(trial, id) {
      await trial.advance(60)
      return trial.given('getPaykey', { path: { id } })
    },
  },
  {
    ...paykey,
    cause: 'blocked',
    needs: ['clock'],
    make: async (trial) => {
      const { id, token } = await makePaykey(trial)
      trial.memory.set(`token of ${id}`, token)
      return id
    },
    async change(trial, id) {
      const token = String(trial.memory.get(`token of ${id}`))
      const config = { balance_check: 'disabled', sandbox_outcome: 'failed_not_authorized' }
      const charge = await trial.given('createCharge', { body: paymentBody(trial, 'charge', token, { config }) })
      return until(trial, charges, idOf(charge), ['failed'])
    },
  },
  { ...payment(charges), cause: 'resubmitted', make: made('resubmitCharge', charges, 'cancelled') },
  { ...payment(payouts), cause: 'resubmitted', make: made('resubmitPayout', payouts, 'cancelled') },
  { ...payment(payouts), cause: 'refund', needs: ['clock'], make: made('refundCharge', charges, 'paid') },
  funding(payouts, 'of-payouts'),
]

/** Resources that a platform keeps of its embedded accounts. */
export const ofEmbeddedAccounts: readonly Story[] = [
  {
    resource: 'account',
    make: async (_trial, account) => account,
    see: (trial, account_id) => trial.given('getAccount', { path: { account_id } }),
    change: activate,
  },
  {
    resource: 'representative',
    make: async (trial, account) =>
      idOf(
        await trial.given('createRepresentative', {
          body: representativeBody(trial, account, { first_name: awkward }),
        }),
      ),
    see: (trial, representative_id) => trial.given('getRepresentative', { path: { representative_id } }),
    change: (trial, _id, account) => activate(trial, account),
  },
  {
    resource: 'linked-bank-account',
    make: async (trial, account) =>
      idOf(
        await trial.given('createLinkedBankAccount', {
          body: linkedBankAccountBody(trial, account, { description: awkward }),
        }),
      ),
    see: (trial, linked_bank_account_id) => trial.given('getLinkedBankAccount', { path: { linked_bank_account_id } }),
    change: (trial, linked_bank_account_id) =>
      trial.given('cancelLinkedBankAccount', { path: { linked_bank_account_id } }),
  },
]
