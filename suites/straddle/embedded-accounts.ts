import { all, each, reads } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { RawCall, Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { customerBody, dayOf } from './bodies.ts'
import { makeAccount } from './embedding.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { makes, succeeded } from './success.ts'
import { isEmpty } from './found.ts'

const nobody = '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'
const actingFor = (account: string) => ({ headers: { 'straddle-account-id': account } })

/** A new customer in an account's name, sent as the reference shows it. */
function actingRequest(account: string, body: JsonObject): RawCall {
  const headers = [
    ['content-type', 'application/json'],
    ['straddle-account-id', account],
  ] as const
  return { method: 'POST', path: '/v1/customers', headers, body: JSON.stringify(body) }
}

/** Refused somehow, and nothing found afterwards: the reference gives no status for it. */
function refusedWithoutTrace(refused: Exchange, found: Exchange): Judgement {
  return all(hasStatus(refused, 400, 401, 403, 404, 422), isEmpty(found))
}

/** Creates a customer in the name of one account and looks for it in the name of another. */
async function twoAccounts(trial: Trial) {
  const [mine, other] = [idOf(await makeAccount(trial)), idOf(await makeAccount(trial))]
  const body = customerBody(trial)
  const created = await trial.call('createCustomer', { ...actingFor(mine), body })
  const path = { id: idOf(created) }
  const query = { email: String(body['email']) }
  return {
    created,
    own: await trial.call('getCustomer', { ...actingFor(mine), path }),
    strange: await trial.call('getCustomer', { ...actingFor(other), path }),
    listed: await trial.given('listCustomers', { ...actingFor(mine), query }),
    strangeList: await trial.given('listCustomers', { ...actingFor(other), query }),
  }
}

export const embeddedAccounts: readonly Check[] = [
  example('straddle/embedded-accounts/header', {
    arrange: twoAccounts,
    judge: {
      'straddle.embedded.header.acts-for-account': ({ created, own, listed }) =>
        all(equals(own, '/data/id', idOf(created)), equals(listed, '/data/0/id', idOf(created))),
      'straddle.embedded.header.owned-by-account': ({ strange }) => hasStatus(strange, 404),
      'straddle.embedded.header.listed-by-account': ({ strangeList }) =>
        all(isEmpty(strangeList), equals(strangeList, '/meta/total_items', 0)),
    },
  }),
  example('straddle/embedded-accounts/acting', {
    arrange: async (trial) => trial.send(actingRequest(idOf(await makeAccount(trial)), customerBody(trial))),
    judge: { 'straddle.embedded.header.acts-for-account': makes },
  }),
  example('straddle/embedded-accounts/account-id', {
    arrange: async (trial) => {
      const account = idOf(await makeAccount(trial))
      const plain = await trial.call('createCustomer', { ...actingFor(account), body: customerBody(trial) })
      return {
        plain,
        prefixed: await trial.call('createCustomer', { ...actingFor(`acct_${account}`), body: customerBody(trial) }),
      }
    },
    judge: {
      'straddle.embedded.header.account-id': ({ plain, prefixed }) => {
        if (succeeded(plain)) return reads('uuid')
        return succeeded(prefixed) ? reads('prefixed') : makes(plain)
      },
    },
  }),
  example('straddle/embedded-accounts/unknown-account', {
    arrange: async (trial) => {
      const body = customerBody(trial)
      const refused = await trial.call('createCustomer', { ...actingFor(nobody), body })
      return { refused, found: await trial.given('listCustomers', { query: { email: String(body['email']) } }) }
    },
    judge: { 'straddle.embedded.header.unknown-account': ({ refused, found }) => refusedWithoutTrace(refused, found) },
  }),
  example('straddle/embedded-accounts/other-platform', {
    needs: ['second-account'],
    arrange: async (trial) => {
      const account = idOf(await makeAccount(trial))
      const body = customerBody(trial)
      const refused = await trial.as('stranger').call('createCustomer', { ...actingFor(account), body })
      return {
        refused,
        found: await trial.given('listCustomers', { ...actingFor(account), query: { email: String(body['email']) } }),
      }
    },
    judge: { 'straddle.embedded.header.other-platform': ({ refused, found }) => refusedWithoutTrace(refused, found) },
  }),
  example('straddle/embedded-accounts/two-keys', {
    needs: ['second-account'],
    arrange: async (trial) => {
      const body = customerBody(trial)
      const created = await trial.given('createCustomer', { body })
      const path = { id: idOf(created) }
      const stranger = trial.as('stranger')
      return {
        seen: await stranger.call('getCustomer', { path }),
        listed: await stranger.given('listCustomers', { query: { email: String(body['email']) } }),
        written: await stranger.call('updateCustomer', { path, body: { ...customerBody(trial), status: 'inactive' } }),
        removed: await stranger.call('deleteCustomer', { path }),
        after: await trial.call('getCustomer', { path }),
        created,
      }
    },
    judge: {
      'straddle.accounts.isolation.read': ({ seen }) => hasStatus(seen, 404),
      'straddle.accounts.isolation.list': ({ listed }) => isEmpty(listed),
      'straddle.accounts.isolation.write': ({ written, removed, after, created }) =>
        all(
          hasStatus(written, 404),
          hasStatus(removed, 404),
          equals(after, '/data/status', read(created, '/data/status') ?? null),
          equals(after, '/data/email', read(created, '/data/email') ?? null),
        ),
    },
  }),
  example('straddle/embedded-accounts/example-of-the-reference', {
    arrange: async (trial) => {
      const around = actingFor(idOf(await makeAccount(trial)))
      const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }, around))
      const { token } = await makePaykey(trial, { customer_id: customer }, around)
      const body = {
        paykey: token,
        description: 'An order',
        amount: 123,
        currency: 'USD',
        payment_date: dayOf(trial, 1),
        consent_type: 'internet',
        device: { ip_address: '192.168.1.1' },
        external_id: trial.unique('ORDER-'),
        config: { balance_check: 'required' },
        metadata: {},
      }
      return { body, created: await trial.call('createCharge', { ...around, body }) }
    },
    judge: {
      'straddle.embedded.example.charge': ({ body, created }) =>
        all(
          makes(created),
          each(['description', 'amount', 'currency', 'payment_date', 'consent_type', 'external_id'] as const, (name) =>
            equals(created, `/data/${name}`, body[name]),
          ),
        ),
    },
  }),
]
