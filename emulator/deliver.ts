import { request } from 'undici'
import type { Dispatcher } from 'undici'
import { isAllowedHost } from './hosts.ts'
import type { Deliver } from './http.ts'

export interface DeliverSetting {
  /** Hosts besides this machine that webhooks may go to, in their canonical form. */
  readonly allowedHosts?: readonly string[]
  readonly dispatcher?: Dispatcher
  /** How long an answer is waited for; five seconds where absent. */
  readonly timeoutMs?: number
  /** Deliveries that may be under way at once; what is more fails at once, as at a receiver that is away. */
  readonly atOnce?: number
}

/** Posts webhooks to their receivers over HTTP, on this machine and where it is allowed: a client says where they go. */
export function deliverOver({
  allowedHosts = [],
  dispatcher,
  timeoutMs = 5_000,
  atOnce = 500,
}: DeliverSetting = {}): Deliver {
  let underWay = 0
  return async (url, headers, body) => {
    if (!isAllowedHost(new URL(url), allowedHosts))
      throw new Error('webhooks go to this machine only; allow another host with --allow-host')
    if (underWay >= atOnce) throw new Error(`more than ${atOnce} webhooks are under way`)
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(new Error('no answer in time')), timeoutMs)
    underWay += 1
    try {
      const way = dispatcher === undefined ? {} : { dispatcher }
      const fields = headers.flat()
      const answer = await request(url, { method: 'POST', headers: fields, body, signal: deadline.signal, ...way })
      await answer.body.dump()
      return answer.statusCode
    } finally {
      underWay -= 1
      clearTimeout(timer)
    }
  }
}
