import { request } from 'undici'
import type { Deliver } from './http.ts'

const timeoutMs = 5_000

/** Posts a webhook to its receiver over HTTP, and waits five seconds at most for the answer. */
export const deliver: Deliver = async (url, headers, body) => {
  const answer = await request(url, {
    method: 'POST',
    headers: headers.flat(),
    body,
    signal: AbortSignal.timeout(timeoutMs),
  })
  await answer.body.dump()
  return answer.statusCode
}
