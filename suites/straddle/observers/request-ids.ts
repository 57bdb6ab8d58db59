import type { Observer } from '../../../model/check.ts'
import { headerOf } from '../../../model/exchange.ts'
import { requestIdsAreUnique } from '../../observers/ids-are-unique.ts'
import { knownAccountOf } from '../../observers/asked.ts'
import { createMemory } from '../../observers/memory.ts'

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
      if (
        exchange.request.headers.length === 0 &&
        (exchange.request.body !== '' || exchange.request.unseenBody === true)
      )
        return []
      if (key === undefined) return see(exchange)
      if (exchange.request.unseenBody === true) return []
      const { method, path, body } = exchange.request
      const account = knownAccountOf(contract, exchange)
      const [use, anyone] = [account ?? null, null].map((who) => JSON.stringify([who, key, method, path, body]))
      const isRepeat = keys.get(use ?? '') === true || keys.get(anyone ?? '') === true
      keys.note(use ?? '', true)
      // whose key it was is not known
      if (isRepeat || account === undefined) return []
      return see(exchange)
    }
  },
}
