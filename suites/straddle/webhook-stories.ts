import type { Trial } from '../../model/trial.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Kind } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { until } from './lives.ts'
import { linkedBankAccountBody, representativeBody } from './embedding.ts'
/** What every encoding of a body has to keep: letters beyond Latin-1 and beyond the first plane of Unicode. */
const awkward = 'Zoë \u{1F375} 漢字 "Œ"'

/** One kind of resource: how it is made, read and changed. */
export interface Story {
  readonly resource: string
  /** Members that an event shows otherwise than a read does. */
  readonly besides: readonly string[]
  /** Makes one; what a platform keeps of an embedded account, of this one. */
  readonly make: (trial: Trial, account: string) => Promise<string>
  readonly see: (trial: Trial, id: string) => Promise<Exchange>
  /** Gives it another status. */
  readonly change?: (trial: Trial, id: string, account: string) => Promise<Exchange>
}

function payment(kind: Kind): Story {
  return {
    resource: kind.name,
    besides: ['config', 'consent_type'],
    make: async (trial) => idOf(await makePayment(trial, kind, { description: awkward })),
    see: (trial, id) => trial.given(kind.get, { path: { id } }),
    change: (trial, id) => trial.given(kind.actions.cancel, { path: { id }, body: { reason: awkward } }),
  }
}

const activate = (trial: Trial, account_id: string): Promise<Exchange> =>
  trial.given('simulateAccount', { path: { account_id }, query: { final_status: 'active' } })

/** Resources that every account has. */
export const ofEveryAccount: readonly Story[] = [
  {
    resource: 'customer',
    besides: ['config'],
    make: async (trial) => idOf(await makeCustomer(trial, { name: awkward, config: { sandbox_outcome: 'review' } })),
    see: (trial, id) => trial.given('getCustomer', { path: { id } }),
    change: (trial, id) => trial.given('decideCustomer', { path: { id }, body: { status: 'verified' } }),
  },
  {
    resource: 'paykey',
    besides: ['config', 'paykey', 'unblock_eligible'],
    make: async (trial) => (await makePaykey(trial)).id,
    see: (trial, id) => trial.given('getPaykey', { path: { id } }),
    change: (trial, id) => trial.given('cancelPaykey', { path: { id }, body: { reason: awkward } }),
  },
  payment(charges),
  payment(payouts),
  {
    resource: 'funding-event',
    besides: [],
    async make(trial) {
      const charge = await makePayment(trial, charges, { config: { sandbox_outcome: 'paid' } })
      await until(trial, charges, idOf(charge), ['paid'])
      return idOf(await trial.given('simulateFunding', { body: { funding_event_job_type: 'charges' } }))
    },
    see: (trial, id) => trial.given('getFundingEvent', { path: { id } }),
  },
]

/** Resources that a platform keeps of its embedded accounts. */
export const ofEmbeddedAccounts: readonly Story[] = [
  {
    resource: 'account',
    besides: [],
    make: async (_trial, account) => account,
    see: (trial, account_id) => trial.given('getAccount', { path: { account_id } }),
    change: activate,
  },
  {
    resource: 'representative',
    besides: [],
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
    besides: [],
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
