import type { WireResponse } from '../model/exchange.ts'
import type { Outage } from '../model/finding.ts'

/** Nobody's outage is a gap: a rate limit, a proxy that lets nobody through, or a server error other than "not implemented", says nothing of a promise. */
export function outageIn({ status }: Pick<WireResponse, 'status'>): Outage | undefined {
  if (status === 429) return 'rate-limited'
  // between client and service
  if (status === 407 || status === 408) return 'server-error'
  return status >= 500 && status !== 501 ? 'server-error' : undefined
}
