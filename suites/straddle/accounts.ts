import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, sameBody } from '../vocabulary/judge.ts'
import { carries } from './carries.ts'
import {
  businessProfile,
  linkedBankAccountBody,
  makeAccount,
  makeOrganization,
  representativeBody,
} from './embedding.ts'
import { lists } from './found.ts'
import { idOf } from './making.ts'
import { refusesByRule, refusesFaults } from './refusal.ts'
import { makes } from './success.ts'

const withOrganization = async (trial: Trial) => ({ ids: { organization: idOf(await makeOrganization(trial)) } })

const updates: Check = example('straddle/accounts/update', {
  arrange: async (trial) => {
    const path = { account_id: idOf(await makeAccount(trial)) }
    const body = {
      business_profile: businessProfile({ name: 'Acme Two', website: 'https://two.example' }),
      external_id: trial.unique('ACC-'),
    }
    const updated = await trial.given('updateAccount', { path, body })
    const seen = await trial.given('getAccount', { path })
    return { path, body, updated, seen, listed: await trial.given('listAccounts', { query: { page_size: 1000 } }) }
  },
  judge: {
    'straddle.accounts.update.stores': ({ body, updated, seen }) =>
      each([updated, seen], (answer) => carries(answer, body, ['business_profile', 'external_id'])),
    'straddle.accounts.get.as-written': ({ updated, seen }) => sameBody(updated, seen, ['meta']),
    'straddle.accounts.list.answers': ({ path, listed }) => lists(listed, path.account_id),
  },
})

const onboarding: Check = example('straddle/accounts/onboarding', {
  arrange: async (trial) => {
    const account = idOf(await makeAccount(trial))
    const path = { account_id: account }
    const terms = {
      accepted_date: new Date(trial.now()).toISOString(),
      agreement_type: 'embedded',
      agreement_url: 'https://acme.example/terms',
    }
    const onboard = () => trial.call('onboardAccount', { path, body: { terms_of_service: terms } })
    const early = [await onboard()]
    // with one party and without the other
    for (const part of ['createRepresentative', 'createLinkedBankAccount'] as const) {
      const lacking = idOf(await makeAccount(trial))
      const body =
        part === 'createRepresentative' ? representativeBody(trial, lacking) : linkedBankAccountBody(trial, lacking)
      await trial.given(part, { body })
      const call = { path: { account_id: lacking }, body: { terms_of_service: terms } }
      early.push(await trial.call('onboardAccount', call))
    }
    const unmoved = await trial.given('getAccount', { path })
    const people: string[] = []
    const banks: string[] = []
    for (let made = 0; made < 2; made += 1) {
      people.push(idOf(await trial.given('createRepresentative', { body: representativeBody(trial, account) })))
      banks.push(idOf(await trial.given('createLinkedBankAccount', { body: linkedBankAccountBody(trial, account) })))
    }
    const onboarded = await onboard()
    const parties: Exchange[] = []
    for (const representative_id of people)
      parties.push(await trial.given('getRepresentative', { path: { representative_id } }))
    for (const linked_bank_account_id of banks)
      parties.push(await trial.given('getLinkedBankAccount', { path: { linked_bank_account_id } }))
    const other = { account_id: idOf(await makeAccount(trial)) }
    return {
      early,
      onboarded,
      parties,
      unmoved,
      underReview: await trial.call('simulateAccount', { path: other, query: { final_status: 'onboarding' } }),
      cancelled: await trial.call('cancelLinkedBankAccount', { path: { linked_bank_account_id: banks[0] ?? '' } }),
      simulated: await trial.call('simulateAccount', { path, query: { final_status: 'active' } }),
      seen: await trial.given('getAccount', { path }),
    }
  },
  judge: {
    'straddle.accounts.onboard.needs-parties': ({ early, unmoved }) =>
      all(each(early, refusesByRule), equals(unmoved, '/data/status', 'created')),
    'straddle.accounts.onboard.answers': ({ onboarded }) => makes(onboarded),
    'straddle.accounts.onboard.status': ({ onboarded, parties }) =>
      each([onboarded, ...parties], (answer) => equals(answer, '/data/status', 'onboarding')),
    'straddle.accounts.simulate.answers': ({ simulated }) => makes(simulated),
    'straddle.accounts.simulate.status': ({ simulated, seen, underReview }) =>
      all(
        each([simulated, seen], (answer) => equals(answer, '/data/status', 'active')),
        equals(underReview, '/data/status', 'onboarding'),
      ),
    'straddle.linked-banks.cancel.only-created': ({ cancelled }) => refusesByRule(cancelled),
  },
})

export function accounts(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'straddle/accounts/any-account', {
      create: 'createAccount',
      retrieve: 'getAccount',
      id: '/data/id',
      parameter: 'account_id',
      prepare: withOrganization,
      same: { clause: 'straddle.accounts.get.as-written', except: ['meta'] },
      carries: {
        'straddle.accounts.create.echoes': (created, sent) =>
          carries(created, sent, ['organization_id', 'access_level', 'business_profile', 'external_id']),
      },
      share: 0.5,
    }),
    ...refusesInvalidInput(contract, 'straddle/accounts', {
      operation: 'createAccount',
      prepare: withOrganization,
      ...refusesFaults,
    }),
    updates,
    onboarding,
  ]
}
