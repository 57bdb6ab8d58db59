/** Message of each error code; what its values say is up to the place that raises it. */
export const messages = {
  NOT_FOUND: 'There is no such resource.',
  INTERNAL_SERVER_ERROR: 'Something unexpected went wrong on the server.',
  MAINTENANCE_MODE: 'The service is under maintenance.',
  RATE_LIMIT_EXCEEDED: 'Too many requests.',
  UNAUTHORIZED: 'The identity is missing or not valid.',
  FORBIDDEN: 'The key lacks a permission.',
  INVALID_DATA: 'The request has faults.',
  INVALID_DATA_QUERY: 'The query is no valid OData.',
  UNPROCESSABLE_ENTITY: 'The request cannot be processed.',
  ACCOUNT_NOT_READY: 'The account is not ready. Try again later.',
  INVALID_STATE_FOR_INVOICE_PAID: 'The invoice is paid.',
  INVALID_STATE_FOR_INVOICE_CANCELLED: 'The invoice is cancelled.',
  INVALID_RECIPIENT: 'The recipient cannot receive payments now.',
  PROCESSING_PAYMENT: 'A payment of the invoice is under way.',
  DUPLICATE_INVOICE: 'An invoice with this correlation id exists.',
  SELF_PAYMENT_NOT_ALLOWED: 'Nobody can pay themselves.',
  USER_CURRENCY_UNAVAILABLE: 'The user does not have this currency.',
  LN_UNAVAILABLE: 'The Lightning network cannot be reached.',
  EXCHANGE_RATE_NOT_AVAILABLE: 'There is no rate for this pair of currencies.',
  INVALID_AMOUNT: 'The amount is not above zero.',
  AMOUNT_TOO_HIGH: 'The amount is above the limit.',
} as const

/** A code of the table of error codes. */
export type Code = keyof typeof messages

/** A code of the table of validation error codes. */
export type FaultCode =
  | 'INVALID_DATA'
  | 'INVALID_DATA_REQUIRED'
  | 'INVALID_DATA_MINLENGTH'
  | 'INVALID_DATA_MAXLENGTH'
  | 'INVALID_DATA_VALUE'
  | 'INVALID_DATA_CURRENCY'

/** One thing that is wrong with one field of a request. */
export interface Fault {
  readonly code: FaultCode
  /** Names from the top of the body down to the field. */
  readonly path: readonly string[]
  readonly details?: Readonly<Record<string, string | number>>
}

/** Why a request is not served. */
export interface Refusal {
  readonly refused: Code
  readonly values?: Readonly<Record<string, unknown>>
  readonly faults?: readonly Fault[]
  readonly retryAfter?: number
}

/** A refusal with what its code says besides. */
export function refuse(refused: Code, values?: Readonly<Record<string, unknown>>): Refusal {
  return values === undefined ? { refused } : { refused, values }
}

/** Whether a text is a code of the table. */
export function isCode(text: unknown): text is Code {
  return typeof text === 'string' && Object.hasOwn(messages, text)
}
