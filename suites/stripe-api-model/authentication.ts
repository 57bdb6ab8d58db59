import { all, reads } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Credentials, Exchange, Headers } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { credentialsAreRequired } from '../laws/credentials-are-required.ts'
import { hasStatus, holds } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCustomer, listed } from './scenes.ts'

const noToken: Headers = [['authorization', '']]

/** The run's own credentials with some of their headers replaced. */
async function own(trial: Trial, replaced: Headers): Promise<Credentials> {
  const { credentials } = (await trial.given('listCustomers')).request
  return credentials.kind === 'account' ? { ...credentials, replaced } : credentials
}

/** Credentials that do not do; the token is looked at only where a request writes. */
export function authentication(contract: Contract): readonly Check[] {
  const { unknownKey } = contract.provider.authentication
  const law = (name: string, clause: string, replaced: Headers, writesOnly: boolean): readonly Check[] =>
    credentialsAreRequired(contract, 'stripe-api-model/authentication', {
      cases: [{ name, clause, credentials: (trial) => own(trial, replaced) }],
      operations: ({ method }) => !writesOnly || method !== 'GET',
      refusal: (refused) => hasStatus(refused, 401),
    })
  const unknown = [
    ...law('unknown-key', 'stripe-api-model.authentication.key.unknown', [['x-api-key', unknownKey]], false),
    ...law(
      'invalid-token',
      'stripe-api-model.authentication.token.invalid',
      [['authorization', `Bearer ${unknownKey}`]],
      true,
    ),
  ]
  return [
    ...law('no-key', 'stripe-api-model.authentication.key.missing', [['x-api-key', ''], ...noToken], false),
    ...law('no-token', 'stripe-api-model.authentication.token.missing', noToken, true),
    ...unknown.map((check): Check => ({ ...check, needs: ['keyed'] })),
    nobody,
    keyHeader,
    readable,
    crossOrigin,
    apart,
  ]
}

const nobody = example<Exchange>('stripe-api-model/authentication/nobody', {
  arrange: (trial) => trial.call('listCharges', { credentials: { kind: 'none' } }),
  judge: {
    'stripe-api-model.authentication.key.needed': ({ response }) =>
      holds(response.status >= 400, 'status', 'a refusal', response.status),
  },
})

const keyHeader = example<{ withKey: Exchange; without: Exchange }>(
  'stripe-api-model/authentication/key-in-its-header',
  {
    arrange: async (trial) => {
      const body = { name: trial.unique('Ada ') }
      const without = await own(trial, [['x-api-key', '']])
      return {
        withKey: await trial.call('createCustomer', { body }),
        without: await trial.call('createCustomer', { body, credentials: without }),
      }
    },
    judge: {
      'stripe-api-model.authentication.key.header': ({ withKey, without }) =>
        all(
          hasStatus(withKey, 200),
          holds(without.response.status >= 400, 'status', 'a refusal', without.response.status),
        ),
    },
  },
)

const readable = example<Exchange>('stripe-api-model/authentication/reads', {
  arrange: async (trial) => trial.call('listCustomers', { credentials: await own(trial, noToken) }),
  judge: {
    'stripe-api-model.authentication.reads.token': (read): Judgement => {
      if (read.response.status === 200) return reads('key-alone')
      return read.response.status === 401 ? reads('key-and-token') : hasStatus(read, 200, 401)
    },
  },
})

const crossOrigin = example<Exchange>('stripe-api-model/authentication/cross-origin', {
  arrange: (trial) =>
    trial.call('createCustomer', { body: { name: trial.unique('Ada ') }, headers: { origin: 'https://shop.example' } }),
  judge: { 'stripe-api-model.authentication.token.cross-origin': (created) => hasStatus(created, 200) },
})

const apart = example<{ retrieved: Exchange; listed: number }>('stripe-api-model/authentication/accounts-apart', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const customerId = textAt(await givenCustomer(trial), '/customerId')
    const other = trial.as('other')
    return {
      retrieved: await other.call('retrieveCustomer', { path: { customerId } }),
      listed: (await listed(other, 'listCustomers', 'customerId', customerId)).length,
    }
  },
  judge: {
    'stripe-api-model.authentication.accounts.apart': ({ retrieved, listed: count }) =>
      all(hasStatus(retrieved, 404), holds(count === 0, '/data', 'no customer of another account', count)),
  },
})
