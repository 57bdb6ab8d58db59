import type { Account } from '../account.ts'
import type { Shown } from '../call.ts'
import type { Phrase, Refusal } from '../refusal.ts'

/** Who is let in, what a request looks like, and how an answer is worded. */
export interface AccessRules {
  /** The key in its header, without the quotes that the sample of the document has. */
  readonly keyIn: (headers: ReadonlyMap<string, string>) => string | undefined
  readonly knowsKey: (key: string) => boolean
  readonly needsToken: (method: string) => boolean
  /** The token of an Authorization header; empty where its scheme is not Bearer. */
  readonly tokenIn: (authorization: string) => string
  readonly knowsToken: (token: string) => boolean
  readonly takesOrigin: (origin: string | undefined) => boolean
  /** Name of the account that a key opens. */
  readonly accountOf: (key: string) => string
  /** The path to look up for the path of a request. */
  readonly routed: (path: string) => string
  readonly takesMediaType: (mediaType: string) => boolean
  readonly decode: (part: string) => string
  readonly isForbidden: (account: Account, customerId: string) => boolean
  readonly isExhausted: (account: Account) => boolean
  readonly isFailing: (account: Account) => boolean
  readonly statusOf: (phrase: Phrase) => number
  readonly errorBody: (refusal: Refusal, status: number) => Shown
  readonly mediaType: string
  readonly errorMediaType: string
  readonly dateOf: (milliseconds: number) => string
}

const statuses: Readonly<Record<Phrase, number>> = {
  badRequest: 400,
  unauthorized: 401,
  requestFailed: 402,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooManyRequests: 429,
  internalServerError: 500,
}

export const access: AccessRules = {
  keyIn: (headers) => headers.get('x-api-key')?.replace(/^"(.*)"$/u, '$1'),
  knowsKey: (key) => /^sam_[A-Za-z0-9]+$/u.test(key) && !key.includes('invalid'),
  needsToken: (method) => method !== 'GET',
  tokenIn: (authorization) => /^Bearer +(\S+)$/iu.exec(authorization)?.[1] ?? '',
  knowsToken: (token) => token !== '' && !token.includes('invalid'),
  takesOrigin: () => true,
  accountOf: (key) => key,
  routed: (path) => path,
  takesMediaType: (mediaType) => mediaType === 'application/x-www-form-urlencoded',
  decode: (part) => decodeURIComponent(part.replaceAll('+', ' ')),
  isForbidden: (account, customerId) => account.forbidden.has(customerId),
  isExhausted: (account) => account.allowance === 0,
  isFailing: (account) => account.failures > 0,
  statusOf: (phrase) => statuses[phrase],
  errorBody: ({ refused, message, parameter }, status) => ({
    error: { status, type: refused, message, ...(parameter === undefined ? {} : { parameter }) },
  }),
  mediaType: 'application/json',
  errorMediaType: 'application/json',
  dateOf: (milliseconds) => new Date(milliseconds).toUTCString(),
}
