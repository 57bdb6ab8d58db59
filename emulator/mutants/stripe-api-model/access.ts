import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'
import { failure } from './rewording.ts'

const clause = (id: string): string => `stripe-api-model.${id}`

/** Lies about paths and credentials. */
export const aboutAccess: readonly Lie<Rules>[] = [
  {
    id: 'any-version-goes',
    breaks: clause('base-url.path.version'),
    text: 'The version in a path is not looked at.',
    rules: () => ({ routed: (path) => path.replace(/^\/v[^/]*\//u, '/v1.0/') }),
  },
  {
    id: 'version-may-be-left-out',
    breaks: clause('base-url.path.unversioned'),
    text: 'A path without a version is served as the newest one.',
    rules: () => ({ routed: (path) => (path.startsWith('/v') ? path : `/v1.0${path}`) }),
  },
  {
    id: 'missing-key-is-a-bad-request',
    breaks: clause('authentication.key.missing'),
    text: 'A request without a key is answered 400, like one without any other header.',
    tamper: () => (request, response) =>
      request.headers.has('x-api-key') || response.status !== 401 ? response : failure(response, 400, 'badRequest'),
  },
  {
    id: 'reads-without-key',
    breaks: clause('authentication.key.needed'),
    text: 'Without a key the lists of a public account are shown.',
    rules: ({ keyIn }) => ({ keyIn: (headers) => keyIn(headers) ?? 'sam_public' }),
  },
  {
    id: 'any-key-opens-an-account',
    breaks: clause('authentication.key.unknown'),
    text: 'A key that was never handed out opens an account.',
    rules: () => ({ knowsKey: () => true }),
  },
  {
    id: 'token-stands-in-for-the-key',
    breaks: clause('authentication.key.header'),
    text: 'The key is taken from Authorization where X-API-Key is missing.',
    rules: ({ keyIn, tokenIn }) => ({
      keyIn: (headers) => keyIn(headers) ?? tokenIn(headers.get('authorization') ?? ''),
    }),
  },
  {
    id: 'only-creates-need-a-token',
    breaks: clause('authentication.token.missing'),
    text: 'Updates and deletions are let in without a token.',
    rules: () => ({ needsToken: (method) => method === 'POST' }),
  },
  {
    id: 'any-token-does',
    breaks: clause('authentication.token.invalid'),
    text: 'A token has to be there, whatever it says.',
    rules: () => ({ knowsToken: (token) => token !== '' }),
  },
  {
    id: 'other-origins-are-shut-out',
    breaks: clause('authentication.token.cross-origin'),
    text: 'A request from a web page of another origin is refused though it carries the token.',
    rules: () => ({ takesOrigin: (origin) => origin === undefined }),
  },
  {
    id: 'reads-without-token-are-forbidden',
    breaks: clause('authentication.reads.token'),
    text: 'A read without the token is answered 403.',
    tamper: () => (request, response) =>
      request.method === 'GET' && !request.headers.has('authorization') && response.status === 200
        ? failure(response, 403, 'forbidden')
        : response,
  },
  {
    id: 'one-account-for-all-keys',
    breaks: clause('authentication.accounts.apart'),
    text: 'All keys see the same objects.',
    rules: () => ({ accountOf: () => 'everybody' }),
  },
  {
    id: 'newest-object-answers-for-all',
    breaks: clause('messages.request.id-place'),
    text: 'Any id that exists finds the newest object of its kind.',
    rules: () => ({ find: (items, id) => (items.get(id) === undefined ? undefined : items.newestFirst()[0]) }),
  },
]
