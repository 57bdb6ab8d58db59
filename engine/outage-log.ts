import type { Exchange } from '../model/exchange.ts'
import type { Outage } from '../model/finding.ts'

/** One operation that answered with an outage, with the first exchange that shows it. */
interface OutageSeen {
  readonly outage: Outage
  readonly exchange: Exchange
  readonly times: number
}

/** Keeps, for each operation and status, the first answer that was an outage, so that a maintainer finds it. */
export interface OutageLog {
  note(outage: Outage, exchange: Exchange): void
  list(): readonly OutageSeen[]
}

const most = 100

export function createOutageLog(): OutageLog {
  const seen = new Map<string, OutageSeen>()
  return {
    note(outage, exchange) {
      const key = `${exchange.operation ?? exchange.request.method} ${exchange.response.status}`
      const known = seen.get(key)
      if (known === undefined && seen.size >= most) return
      seen.set(key, known === undefined ? { outage, exchange, times: 1 } : { ...known, times: known.times + 1 })
    },
    list: () => [...seen.values()],
  }
}
