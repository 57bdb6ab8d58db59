import type { Headers, WireRequest } from '../../suites/model/exchange.ts'
import type { Redactor } from './redactor.ts'

/** Header fields whose values are kept; any other keeps its name only. */
const keptHeaders: ReadonlySet<string> = new Set([
  'accept', 'allow', 'cache-control', 'content-length', 'content-type', 'date', 'idempotency-key', 'idempotent-replayed',
  'location', 'request-id', 'retry-after', 'stripe-version', 'transfer-encoding',
])

const longestBody = 20_000

/** Redacts by value: the known secrets of a run. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const text = (value: string): string => secrets.reduce((redacted, secret) => redacted.replaceAll(secret, '[key]'), value)
  const headers = (fields: Headers): Headers => fields.map(([name, value]) => [name, keptHeaders.has(name) ? text(value) : '[redacted]'] as const)
  const body = (value: string): string => text(value).slice(0, longestBody)

  return {
    text,
    value: (value) => JSON.parse(text(JSON.stringify(value))) as typeof value,
    exchange: ({ id, direction, operation, request, response, attempts, startedAt, durationMs }) => ({
      id,
      direction,
      operation: operation ?? null,
      request: { method: request.method, path: text(request.path), headers: [...credentialNote(request), ...headers(request.headers)], body: body(request.body) },
      response: { status: response.status, headers: headers(response.headers), body: body(response.body) },
      attempts,
      startedAt: new Date(startedAt).toISOString(),
      durationMs,
      truncated: Math.max(0, request.body.length - longestBody) + Math.max(0, response.body.length - longestBody),
    }),
  }
}

/** Says that a key was sent, not which. */
function credentialNote({ credentials }: WireRequest): Headers {
  return credentials.kind === 'none' ? [] : [['authorization', '[key]']]
}
