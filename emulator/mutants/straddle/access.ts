import type { EmulatorResponse } from '../../http.ts'
import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

/** Lies about keys, permissions and accounts. */
export const accessLies: readonly Lie<Rules>[] = [
  {
    id: 'missing-key-let-in',
    breaks: 'straddle.authentication.bearer.every-operation',
    text: 'A request without an Authorization header is served as a guest.',
    rules: ({ keyOf }) => ({ keyOf: (header) => (header === undefined ? 'guest.guest.guest' : keyOf(header)) }),
  },
  {
    id: 'missing-key-taken-from-the-last',
    breaks: 'straddle.authentication.bearer.nothing-done',
    text: 'A request without a key is served for whoever came before it.',
    rules: ({ keyOf }) => {
      let last: string | undefined
      return { keyOf: (header) => (header === undefined ? last : (last = keyOf(header))) }
    },
  },
  {
    id: 'unknown-key-let-in',
    breaks: 'straddle.authentication.bearer.unknown-key',
    text: 'Any token with the form of a key is accepted, whoever made it.',
    rules: () => ({ knowsKey: (key) => key.split('.').length === 3 }),
  },
  {
    id: 'basic-credentials-unchecked',
    breaks: 'straddle.authentication.bearer.other-scheme',
    text: 'Credentials under the Basic scheme are let in without being looked at.',
    rules: ({ keyOf }) => ({
      keyOf: (header) => (header?.startsWith('Basic ') === true ? 'basic.basic.basic' : keyOf(header)),
    }),
  },
  {
    id: 'keys-cut-short',
    breaks: 'straddle.accounts.isolation.read',
    text: 'Accounts are told apart by the first characters of their keys only.',
    rules: ({ keyOf }) => ({
      keyOf: (header) => {
        const key = keyOf(header)
        return key === undefined || key.includes('invalid') ? key : `${key.split('.').slice(0, 2).join('.')}.shared`
      },
    }),
  },
  {
    id: 'unmasks-without-permission',
    breaks: 'straddle.masking.refused.permission',
    text: 'Unmasked data is shown to keys that were not given the permission.',
    rules: () => ({ mayUnmask: () => true }),
  },
  {
    id: 'writes-without-permission',
    breaks: 'straddle.errors.status.forbidden',
    text: 'Keys that may only read can write.',
    rules: () => ({ mayWrite: () => true }),
  },
  {
    id: 'account-header-refused',
    breaks: 'straddle.embedded.header.acts-for-account',
    text: 'A platform is refused for the accounts that it created itself.',
    rules: () => ({ actsFor: (account, [own]) => account === own }),
  },
  {
    id: 'account-ids-of-a-later-version',
    breaks: 'straddle.embedded.header.account-id',
    text: 'The header takes ids of version 7 only, which those of accounts are not.',
    rules: ({ acceptsAccountId }) => ({ acceptsAccountId: (id) => acceptsAccountId(id) && id[14] === '7' }),
  },
  {
    id: 'keys-unknown-to-funding',
    breaks: 'straddle.authentication.keys.full-access',
    text: 'The list of funding events is opened by another key than the secret one.',
    tamper: () => (request, response) =>
      request.method === 'GET' && /^\/v1\/funding_events(?:\?|$)/.test(request.url) ? unauthorized(response) : response,
  },
  {
    id: 'account-header-ignored-by-reads',
    breaks: 'straddle.embedded.header.acts-for-account',
    text: 'An id is looked up among the objects of the platform itself, whichever account the header names.',
    rules: () => ({ accountsSearched: (acting, [own = acting]) => [own] }),
  },
  {
    id: 'reads-across-accounts',
    breaks: 'straddle.embedded.header.owned-by-account',
    text: 'An id is looked up in all accounts of a platform, whichever the header names.',
    rules: () => ({ accountsSearched: (_acting, all) => all }),
  },
  {
    id: 'lists-across-accounts',
    breaks: 'straddle.embedded.header.listed-by-account',
    text: 'A list holds the objects of all accounts of a platform.',
    rules: () => ({ accountsListed: (_acting, all) => all }),
  },
  {
    id: 'unknown-account-served',
    breaks: 'straddle.embedded.header.unknown-account',
    text: 'A request that names an account which does not exist is served.',
    rules: ({ actsFor }) => ({
      actsFor: (account, created, existing) => !existing.has(account) || actsFor(account, created, existing),
    }),
  },
  {
    id: 'acts-for-strangers',
    breaks: 'straddle.embedded.header.other-platform',
    text: 'A platform is served for any account that exists, whoever created it.',
    rules: ({ actsFor }) => ({
      actsFor: (account, created, existing) => existing.has(account) || actsFor(account, created, existing),
    }),
  },
]

function unauthorized(response: EmulatorResponse): EmulatorResponse {
  const { meta } = JSON.parse(response.body) as { readonly meta: Readonly<Record<string, unknown>> }
  const { api_request_id, api_request_timestamp } = meta
  const error = { status: 401, type: 'authentication_error', title: 'Unauthorized', detail: 'Another key is needed.' }
  const body = { meta: { api_request_id, api_request_timestamp }, response_type: 'error', error }
  return { ...response, status: 401, body: JSON.stringify(body) }
}
