import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { credentialsAreRequired } from '../laws/credentials-are-required.ts'
import type { Contract } from '../../model/contract.ts'
import { hasStatus, holds } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge, of, pay } from './charge.ts'
import { findListed } from './listed.ts'
import { refused, refusedWith } from './refusal.ts'

const apart = example('acinq-strike/accounts/apart', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const created = await givenCharge(trial)
    const other = trial.as('other')
    return {
      retrieved: await other.call('retrieveCharge', of(created)),
      listed: await findListed(other, textAt(created, '/id')),
    }
  },
  judge: {
    'acinq-strike.accounts.charges.private': ({ retrieved }) => refused(retrieved),
    'acinq-strike.accounts.charges.listed-apart': ({ listed }) =>
      holds(listed === undefined, '', 'no charge of another account', listed),
  },
})

/** A charge is as private once it has been paid. */
const apartOncePaid = example('acinq-strike/accounts/apart-once-paid', {
  needs: ['second-account', 'levers'],
  arrange: async (trial) => {
    const created = await givenCharge(trial)
    await pay(trial, created)
    const other = trial.as('other')
    return {
      retrieved: await other.call('retrieveCharge', of(created)),
      listed: await findListed(other, textAt(created, '/id')),
    }
  },
  judge: {
    'acinq-strike.accounts.charges.private': ({ retrieved }) => refused(retrieved),
    'acinq-strike.accounts.charges.listed-apart': ({ listed }) =>
      holds(listed === undefined, '', 'no charge of another account', listed),
  },
})

const accepted = example('acinq-strike/authentication/basic', {
  arrange: (trial) => trial.call('listCharges'),
  judge: {
    'acinq-strike.authentication.basic.accepted': (list) => hasStatus(list, 200),
    'acinq-strike.configuration.base-path.v1': (list) => hasStatus(list, 200),
  },
})

const nobody = example('acinq-strike/authentication/nobody', {
  arrange: (trial) => trial.call('listCharges', { credentials: { kind: 'none' } }),
  judge: {
    'acinq-strike.keys.request.needed': ({ response }) =>
      holds(response.status >= 400, 'status', 'a refusal', response.status),
  },
})

function basic(key: string): readonly (readonly [string, string])[] {
  return [['authorization', `Basic ${Buffer.from(`${key}:`).toString('base64')}`]]
}

/** Accounts and the keys that stand for them. */
export function accounts(contract: Contract): readonly Check[] {
  const wrong = credentialsAreRequired(contract, 'acinq-strike/authentication', {
    cases: [
      {
        name: 'wrong-key',
        clause: 'acinq-strike.authentication.key.wrong',
        credentials: () => ({ kind: 'literal', headers: basic(contract.provider.authentication.unknownKey) }),
      },
    ],
    refusal: (answer) => refusedWith(answer, 401),
  })
  const missing = credentialsAreRequired(contract, 'acinq-strike/authentication', {
    cases: [
      { name: 'no-key', clause: 'acinq-strike.authentication.key.missing', credentials: () => ({ kind: 'none' }) },
    ],
    refusal: (answer) => refusedWith(answer, 401),
  })
  return [
    accepted,
    nobody,
    ...wrong.map((check) => ({ ...check, needs: ['keyed' as const] })),
    ...missing,
    apart,
    apartOncePaid,
  ]
}
