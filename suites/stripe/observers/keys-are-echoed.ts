import type { Observer } from '../../../model/check.ts'
import { headerOf } from '../../../model/exchange.ts'
import { hasHeader } from '../../vocabulary/judge.ts'

const clause = 'stripe.idempotency.header.echoed'

/** The answer to a keyed POST repeats its key. */
export const keysAreEchoed: Observer = {
  id: 'observer/keys-are-echoed',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const key = headerOf(exchange.request, 'idempotency-key')
    if (key === undefined || exchange.request.method !== 'POST' || exchange.response.status === 401) return []
    return [{ clause, judgement: hasHeader(exchange, 'idempotency-key', key) }]
  },
}
