import type { Exchange } from '../../../suites/model/exchange.ts'
import type { Json } from '../../../suites/model/json.ts'
import { json } from '../../engine/acme.ts'

/** An exchange of which only the answer counts. */
export const answered = (id: number, body: Json, status = 200): Exchange => ({
  id,
  direction: 'outbound',
  operation: undefined,
  request: { method: 'GET', path: '/', headers: [], body: '', credentials: { kind: 'none' } },
  response: json(status, body),
  attempts: [],
  startedAt: 0,
  durationMs: 0,
})
