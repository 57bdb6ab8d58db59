import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { sameBody } from '../vocabulary/judge.ts'
import { carries } from './carries.ts'
import { makeAccount, representativeBody } from './embedding.ts'
import { onlyIds } from './found.ts'
import { idOf } from './making.ts'
import { refusesFaults } from './refusal.ts'

const withAccount = async (trial: Trial) => ({ ids: { account: idOf(await makeAccount(trial)) } })
const echoed = ['account_id', 'first_name', 'last_name', 'email', 'mobile_number', 'relationship']
const inFull = ['dob', 'ssn_last4', 'first_name', 'last_name', 'email']

const updates: Check = example('straddle/representatives/update', {
  arrange: async (trial) => {
    const account = idOf(await makeAccount(trial))
    const path = {
      representative_id: idOf(await trial.given('createRepresentative', { body: representativeBody(trial, account) })),
    }
    const { account_id: _left, ...body } = representativeBody(trial, account, { first_name: 'Grace', last_name: 'Roe' })
    const updated = await trial.given('updateRepresentative', { path, body })
    return {
      path,
      body,
      updated,
      seen: await trial.given('getRepresentative', { path }),
      listed: await trial.given('listRepresentatives', { query: { account_id: account } }),
    }
  },
  judge: {
    'straddle.representatives.update.stores': ({ body, seen }) => carries(seen, body, echoed),
    'straddle.representatives.get.as-written': ({ updated, seen }) => sameBody(updated, seen, ['meta']),
    'straddle.representatives.list.by-account': ({ path, listed }) => onlyIds(listed, [path.representative_id]),
  },
})

const unmasked: Check = example('straddle/representatives/unmasked', {
  arrange: async (trial) => {
    const body = representativeBody(trial, idOf(await makeAccount(trial)))
    const path = { representative_id: idOf(await trial.given('createRepresentative', { body })) }
    return { body, shown: await trial.given('unmaskRepresentative', { path }) }
  },
  judge: {
    'straddle.representatives.unmask.answers': ({ body, shown }) => carries(shown, body, inFull),
  },
})

export function representatives(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'straddle/representatives/any-representative', {
      create: 'createRepresentative',
      retrieve: 'getRepresentative',
      id: '/data/id',
      parameter: 'representative_id',
      prepare: withAccount,
      same: { clause: 'straddle.representatives.get.as-written', except: ['meta'] },
      carries: { 'straddle.representatives.create.echoes': (created, sent) => carries(created, sent, echoed) },
      share: 0.5,
    }),
    ...refusesInvalidInput(contract, 'straddle/representatives', {
      operation: 'createRepresentative',
      prepare: withAccount,
      ...refusesFaults,
    }),
    updates,
    unmasked,
  ]
}
