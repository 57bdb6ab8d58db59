import type { Ids } from '../../ids.ts'
import { messages } from '../codes.ts'
import type { Code, Fault } from '../codes.ts'

const statuses: Readonly<Record<Code, number>> = {
  NOT_FOUND: 404,
  INTERNAL_SERVER_ERROR: 500,
  MAINTENANCE_MODE: 503,
  RATE_LIMIT_EXCEEDED: 429,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  INVALID_DATA: 400,
  INVALID_DATA_QUERY: 400,
  UNPROCESSABLE_ENTITY: 422,
  ACCOUNT_NOT_READY: 451,
  INVALID_STATE_FOR_INVOICE_PAID: 422,
  INVALID_STATE_FOR_INVOICE_CANCELLED: 422,
  INVALID_RECIPIENT: 422,
  PROCESSING_PAYMENT: 422,
  DUPLICATE_INVOICE: 409,
  SELF_PAYMENT_NOT_ALLOWED: 422,
  USER_CURRENCY_UNAVAILABLE: 422,
  LN_UNAVAILABLE: 422,
  EXCHANGE_RATE_NOT_AVAILABLE: 422,
  INVALID_AMOUNT: 422,
  AMOUNT_TOO_HIGH: 422,
}

/** How errors are worded. */
export const errorRules = {
  statusOf: (code: Code): number => statuses[code],

  /** The status as the body repeats it. */
  repeatedStatus: (status: number): number => status,

  messageOf: (code: Code): string => messages[code],

  traceIdOf: (ids: Ids): string | undefined => ids.uuid(),

  /** The key under which a fault is listed. */
  fieldOf: (path: readonly string[]): string => path.join('.'),

  /** Which of the faults of a request are reported. */
  reported: (faults: readonly Fault[]): readonly Fault[] => faults,

  faultMessageOf: ({ code, path }: Fault): string => `The field ${path.join('.')} has the fault ${code}.`,

  /** The values of a fault; `field` is the key under which it is listed. INVALID_DATA has none. */
  faultValuesOf: ({ code, details }: Fault, field: string): Readonly<Record<string, unknown>> | undefined =>
    code === 'INVALID_DATA' ? undefined : { field, ...details },

  debugOf: (isDevelopment: boolean, body: string): { readonly full: string; readonly body?: string } | undefined => {
    if (!isDevelopment) return undefined
    const full = 'Refused.\n   at emulated stack frame'
    return body === '' ? { full } : { full, body }
  },
}
