import type { WireResponse } from '../model/exchange.ts'
import type { Outage } from '../model/finding.ts'

/** Nobody's outage is a gap: a rate limit, or a server error other than "not implemented", says nothing of a promise. */
export function outageIn({ status }: Pick<WireResponse, 'status'>): Outage | undefined {
  if (status === 429) return 'rate-limited'
  return status >= 500 && status !== 501 ? 'server-error' : undefined
}
