import type { Exchange, WireRequest } from '../model/exchange.ts'
import type { Outage } from '../model/finding.ts'
import { WireError } from '../wire/errors.ts'
import type { Target } from '../wire/session.ts'

/** Tells a target that is down from one that fails on the same kind of request again and again. */
export interface SignOfLife {
  see(exchange: Exchange): void
  /** Whether the target still answers what it last answered well; `false` where there is nothing to ask again. */
  given(outage: Outage): Promise<boolean>
}

/** Outages that asking once more cannot refute, or would make worse. */
const final: ReadonlySet<Outage> = new Set(['rate-limited', 'budget', 'interrupted'])

export function createSignOfLife(target: Target): SignOfLife {
  let known: WireRequest | undefined
  return {
    see({ direction, request, response }) {
      if (direction === 'outbound' && request.method === 'GET' && response.status < 300) known = request
    },
    async given(outage) {
      if (known === undefined || final.has(outage)) return false
      try {
        return (await target.open('sign-of-life').carry(known)).status < 300
      } catch (thrown) {
        if (thrown instanceof WireError) return false
        throw thrown
      }
    },
  }
}
