import type { Observer } from '../../../model/check.ts'
import { headerOf } from '../../../model/exchange.ts'
import { requestIdsAreUnique } from '../../observers/ids-are-unique.ts'
import { createMemory } from '../../observers/memory.ts'
import { accountOf } from '../../observers/asked.ts'

const most = 5000
const unique = requestIdsAreUnique('straddle.response.meta.api-request-id-unique', { pointer: '/meta/api_request_id' })

/** No request id comes twice, but for repeats under an idempotency key, whose answer is the first one again. */
export const requestIds: Observer = {
  ...unique,
  watch(contract) {
    const see = unique.watch(contract)
    const keys = createMemory<true>(most)
    return (exchange) => {
      const key = headerOf(exchange.request, 'idempotency-key')
      // where a recording leaves headers out, a key is not seen
      if (exchange.request.headers.length === 0 && exchange.request.body !== '') return []
      if (key === undefined) return see(exchange)
      const { method, path, body } = exchange.request
      const use = JSON.stringify([accountOf(contract, exchange), key, method, path, body])
      if (keys.get(use) === true) return []
      keys.note(use, true)
      return see(exchange)
    }
  },
}
