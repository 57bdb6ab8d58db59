import { request } from 'undici'
import type { Dispatcher } from 'undici'
import type { Deliver } from './http.ts'

/** Names that are reserved for documentation, so that nobody listens there: to look them up would only hold up deliveries to others. */
const nobodys = /(^|\.)(example(\.(com|net|org))?|invalid)$/

/** Posts webhooks to their receivers over HTTP, and waits five seconds at most for each answer, or as long as is said. */
export function deliverOver(dispatcher?: Dispatcher, timeoutMs = 5_000): Deliver {
  return async (url, headers, body) => {
    if (nobodys.test(new URL(url).hostname)) throw new Error(`nobody listens at ${url}`)
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(new Error('no answer in time')), timeoutMs)
    try {
      const way = dispatcher === undefined ? {} : { dispatcher }
      const fields = headers.flat()
      const answer = await request(url, { method: 'POST', headers: fields, body, signal: deadline.signal, ...way })
      await answer.body.dump()
      return answer.statusCode
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Delivers as every client of this process does. */
export const deliver = deliverOver()
