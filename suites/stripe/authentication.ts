import { all, each, nothing } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import { credentialsAreRequired } from '../laws/credentials-are-required.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { holdsOnly, idsOf } from './narrowing.ts'
import { customer } from './scenes.ts'
import { refusedAsMissing, refusedAsUnauthorized } from './refusal.ts'

/** A key of the right shape that no account has, in either documented scheme. */
function unknownKeys(contract: Contract): readonly { readonly name: string; readonly header: string }[] {
  const key = contract.provider.authentication.unknownKey
  return [
    { name: 'unknown-bearer-key', header: `Bearer ${key}` },
    { name: 'unknown-basic-key', header: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
  ]
}

export function authentication(contract: Contract): readonly Check[] {
  const missing = credentialsAreRequired(contract, 'stripe/authentication', {
    cases: [{ name: 'no-key', clause: 'stripe.authentication.key.required', credentials: () => ({ kind: 'none' }) }],
    refusal: refusedAsUnauthorized,
  })
  const unknown = credentialsAreRequired(contract, 'stripe/authentication', {
    cases: unknownKeys(contract).map(({ name, header }) => ({
      name,
      clause: 'stripe.authentication.key.unknown',
      credentials: () => ({ kind: 'literal' as const, headers: [['authorization', header] as const] }),
    })),
    refusal: refusedAsUnauthorized,
  })
  return [...missing, ...unknown.map((check): Check => ({ ...check, needs: ['keyed'] })), ...own]
}

/** The run's own key, carried in one of the schemes, reaches the run's own account. */
function inScheme(scheme: 'bearer' | 'basic-user', clause: string): Check {
  return example<{ made: Exchange; id: string; found: Exchange }>(`stripe/authentication/key-as-${scheme}`, {
    arrange: async (trial) => {
      const { request } = await trial.call('listCustomers', { query: { limit: 1 } })
      const credentials: Credentials =
        request.credentials.kind === 'account' ? { ...request.credentials, scheme } : request.credentials
      const made = await trial.call('createCustomer', { body: { description: 'Made in one scheme' }, credentials })
      const id = String(read(made, '/id'))
      return { made, id, found: await trial.call('retrieveCustomer', { path: { customer: id }, credentials }) }
    },
    judge: { [clause]: ({ made, id, found }) => all(hasStatus(made, 200), equals(found, '/id', id)) },
  })
}

const own: readonly Check[] = [
  example<Exchange>('stripe/authentication/no-key-is-401', {
    arrange: (trial) => trial.call('retrieveBalance', { credentials: { kind: 'none' } }),
    judge: { 'stripe.errors.status.401': refusedAsUnauthorized },
  }),
  inScheme('bearer', 'stripe.authentication.key.as-bearer'),
  inScheme('basic-user', 'stripe.authentication.key.as-basic-user'),
  example<{ id: string; asBearer: Exchange; other: Exchange; again: Exchange }>(
    'stripe/authentication/key-of-one-request',
    {
      needs: ['second-account'],
      arrange: async (trial) => {
        const id = await customer(trial)
        const path = { path: { customer: id } }
        return {
          id,
          asBearer: await trial.call('retrieveCustomer', path),
          other: await trial.as('other').call('retrieveCustomer', path),
          again: await trial.call('retrieveCustomer', path),
        }
      },
      judge: {
        'stripe.authentication.key.for-one-request': ({ id, asBearer, again }) =>
          each([asBearer, again], (answer) => equals(answer, '/id', id)),
        'stripe.authentication.account.own-objects-only': ({ other }) => refusedAsMissing(other),
      },
    },
  ),
  example<{ mine: string; own: Exchange; others: Exchange }>('stripe/authentication/lists-of-one-account', {
    needs: ['second-account'],
    arrange: async (trial) => {
      const email = `${trial.unique('reader').toLowerCase()}@example.com`
      const mine = await customer(trial, { email })
      return {
        mine,
        own: await trial.given('listCustomers', { query: { email } }),
        others: await trial.as('other').given('listCustomers', { query: { email } }),
      }
    },
    judge: {
      'stripe.authentication.account.own-objects-only': ({ mine, own: list, others }) =>
        idsOf(list).includes(mine) ? holdsOnly(others, [], [mine]) : nothing,
    },
  }),
]
