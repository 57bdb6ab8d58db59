import type { Exchange, WireRequest } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { toResponse } from '../wire/response.ts'

/** A request of nobody, but for what a test is about. */
export const requestOf = (more: Partial<WireRequest> = {}): WireRequest => ({
  method: 'GET',
  path: '/',
  headers: [],
  body: '',
  credentials: { kind: 'none' },
  ...more,
})

/** An exchange that was answered with JSON, but for what a test is about. */
export const answered = (body: Json, status = 200, more: Partial<Exchange> = {}): Exchange => ({
  id: 1,
  direction: 'outbound',
  operation: undefined,
  request: requestOf(),
  response: toResponse(status, [['content-type', 'application/json']], JSON.stringify(body)),
  attempts: [],
  startedAt: 0,
  durationMs: 0,
  ...more,
})
