import type { Failure } from '../refusal.ts'

const invalid = (message: string, param?: string): Failure => ({
  status: 400,
  type: 'invalid_request_error',
  message,
  ...(param === undefined ? {} : { param }),
})

/** A key as it may be quoted: its end only. */
const masked = (key: string): string => `${'*'.repeat(Math.max(0, key.length - 4))}${key.slice(-4)}`

/** How each failure is worded: status, type, parameter, code. */
export const errors = {
  missingKey: (): Failure => ({
    status: 401,
    type: 'authentication_error',
    message:
      'No API key was provided. Send your secret key as a bearer token or as the user of HTTP Basic authentication.',
  }),
  unknownKey: (key: string): Failure => ({
    status: 401,
    type: 'authentication_error',
    message: `This API key is not valid: ${masked(key)}`,
  }),
  publishableKey: (): Failure => ({
    status: 401,
    type: 'authentication_error',
    message: 'A publishable key can create tokens only; this request wants a secret key.',
  }),
  unknownVersion: (version: string): Failure => invalid(`There is no API version ${version}.`),
  unrecognizedUrl: (method: string, path: string): Failure => ({
    status: 404,
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}).`,
  }),
  wrongContentType: (): Failure => invalid('The body of a request is application/x-www-form-urlencoded.'),
  malformedParameter: (key: string): Failure =>
    invalid(`The parameter ${key.slice(0, 100)} cannot be read.`, key.slice(0, 100)),
  missingParameter: (param: string): Failure => invalid(`Missing required param: ${param}.`, param),
  emptyParameter: (param: string): Failure =>
    invalid(`An empty value would unset ${param}, which cannot be unset.`, param),
  unknownParameter: (param: string): Failure => invalid(`Received unknown parameter: ${param}`, param),
  invalidString: (param: string): Failure => invalid(`Invalid string: ${param} is nested.`, param),
  tooLong: (param: string, longest: number): Failure =>
    invalid(`Invalid string: ${param} has more than ${longest} characters.`, param),
  invalidInteger: (param: string, text: string): Failure => invalid(`Invalid integer: ${text}`, param),
  invalidDecimal: (param: string, text: string): Failure => invalid(`Invalid decimal: ${text}`, param),
  invalidBoolean: (param: string, text: string): Failure => invalid(`Invalid boolean: ${text}`, param),
  outOfRange: (param: string, least: number, most: number): Failure =>
    invalid(`Invalid number: ${param} is between ${least} and ${most}.`, param),
  notOneOf: (param: string, words: readonly string[]): Failure =>
    invalid(`Invalid ${param}: it is one of ${words.join(', ')}.`, param),
  invalidHash: (param: string): Failure => invalid(`Invalid hash: ${param} has named values.`, param),
  invalidArray: (param: string): Failure => invalid(`Invalid array: ${param} is a list.`, param),
  invalidMetadata: (message: string): Failure => invalid(message, 'metadata'),
  invalidCurrency: (param: string, text: string): Failure => invalid(`Invalid currency: ${text}`, param),
  invalidAmount: (message: string): Failure => invalid(message, 'amount'),
  invalidDescriptor: (param: string): Failure =>
    invalid(`The ${param} has at most 22 characters, a letter among them, and none of < > " '.`, param),
  unknownInPath: (noun: string, id: string): Failure => ({
    status: 404,
    type: 'invalid_request_error',
    message: `No such ${noun}: ${id}`,
    param: 'id',
  }),
  unknownInParameter: (noun: string, id: string, param: string): Failure => invalid(`No such ${noun}: ${id}`, param),
  tokenUsed: (token: string): Failure => invalid(`You cannot use a token more than once: ${token}.`, 'source'),
  nothingToCharge: (): Failure => invalid('A charge wants a source or a customer.'),
  notPermitted: (message: string, param?: string): Failure => invalid(message, param),
  unexpandable: (path: string): Failure => invalid(`This property cannot be expanded (${path}).`),
  expansionTooDeep: (path: string, deepest: number): Failure =>
    invalid(`You cannot expand more than ${deepest} levels of a property (${path}).`),
  keyTooLong: (): Failure => invalid('An idempotency key has at most 255 characters.'),
  keyReused: (): Failure => ({
    status: 400,
    type: 'idempotency_error',
    message:
      'A key for idempotent requests can only be used with the endpoint and the parameters it was first used with.',
  }),
  keyInUse: (): Failure => ({
    status: 409,
    type: 'invalid_request_error',
    message: 'There is another request in progress with the same idempotency key.',
  }),
  cardFailure: (code: string, message: string, more: Pick<Failure, 'decline_code' | 'charge' | 'param'>): Failure => ({
    status: 402,
    type: 'card_error',
    code,
    message,
    ...more,
  }),
  outage: (status: number): Failure =>
    status === 429
      ? { status, type: 'rate_limit_error', message: 'Too many requests hit the API too quickly.' }
      : { status, type: 'api_error', message: 'Something went wrong on our side.' },
}
