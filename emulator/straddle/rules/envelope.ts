import type { ErrorItem, RefusalKind } from '../refusal.ts'
import type { Ids } from '../../ids.ts'
import type { Problem } from '../reader.ts'

/** What an error says of itself, below `error`. */
export interface ErrorObject {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly items?: readonly ErrorItem[]
}

/** A body that is no envelope. */
export interface Bare {
  readonly contentType?: string
  readonly body: string
}

export type Shape = 'object' | 'array' | 'error'

const statuses: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  missing: 400,
  invalid: 400,
  unprocessable: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'unknown-path': 404,
  'wrong-method': 405,
  conflict: 409,
  limited: 429,
  fault: 500,
}

const types: Readonly<Record<RefusalKind, string>> = {
  malformed: 'invalid_request_error',
  missing: 'invalid_request_error',
  invalid: 'validation_error',
  unprocessable: 'validation_error',
  unauthenticated: 'authentication_error',
  forbidden: 'authentication_error',
  'not-found': 'invalid_request_error',
  'unknown-path': 'invalid_request_error',
  'wrong-method': 'invalid_request_error',
  conflict: 'invalid_request_error',
  limited: 'api_error',
  fault: 'api_error',
}

const titles: Readonly<Record<RefusalKind, string>> = {
  malformed: 'Bad Request',
  missing: 'Invalid Input Data',
  invalid: 'Invalid Input Data',
  unprocessable: 'Validation Failed',
  unauthenticated: 'Unauthorized',
  forbidden: 'Forbidden',
  'not-found': 'Not Found',
  'unknown-path': 'Not Found',
  'wrong-method': 'Method Not Allowed',
  conflict: 'Conflict',
  limited: 'Too Many Requests',
  fault: 'Server Error',
}

/** How answers are wrapped, and how refusals are worded. */
export const envelopeRules = {
  requestId: (ids: Ids): string => ids.uuid(),
  timestamp: (now: number): string => new Date(now).toISOString(),
  /** A moment in the life of an object. */
  instant: (time: number): string => new Date(time).toISOString(),
  responseType: (shape: Shape): string => shape,
  contentType: (_shape: Shape): string => 'application/json',
  errorStatus: (kind: RefusalKind): number => statuses[kind],
  /** The status that the body of an error repeats. */
  repeatedStatus: (status: number): number => status,
  errorType: (kind: RefusalKind): string => types[kind],
  errorTitle: (kind: RefusalKind): string => titles[kind],
  /** The entries of an error: every fault that was found. */
  errorItems: (items: readonly ErrorItem[]): readonly ErrorItem[] => items,
  /** How a faulty member is named. */
  errorReference: (resource: string, path: string): string => (path === '' ? resource : `${resource}.${path}`),
  /** The members of an error's envelope besides `meta`. */
  errorBody: (error: ErrorObject): Readonly<Record<string, unknown>> => ({ response_type: 'error', error }),
  /** What is answered instead of an envelope to a request without a valid key; nothing keeps the envelope. */
  bareUnauthorized: (): Bare | undefined => undefined,
  /** What is answered instead of an envelope where a path names nothing; nothing keeps the envelope. */
  bareUnknownPath: (): Bare | undefined => undefined,
  createdStatus: (): number => 201,
  startedStatus: (_operation: string): number => 202,
  /** Everything that is wrong with a body counts against it. */
  heeds: (_operation: string, _problem: Problem): boolean => true,
  /** An id in a body has to be that of an object that there is. */
  acceptsReference: (_to: 'customer' | 'organization' | 'account', exists: boolean): boolean => exists,
}
