import type { Exchange } from '../../../model/exchange.ts'
import type { Json } from '../../../model/json.ts'

interface Parts {
  readonly operation?: string
  readonly status?: number
  readonly sent?: Json
  readonly answer?: Json
  readonly requestHeaders?: readonly (readonly [string, string])[]
  readonly inbound?: boolean
}

let made = 0

/** An exchange as a target would make it. */
export function exchange({
  operation,
  status = 200,
  sent,
  answer,
  requestHeaders = [],
  inbound = false,
}: Parts): Exchange {
  made += 1
  const body = answer === undefined ? '' : JSON.stringify(answer)
  return {
    id: made,
    direction: inbound ? 'inbound' : 'outbound',
    operation,
    request: {
      method: 'POST',
      path: '/v1/things',
      headers: requestHeaders,
      body: sent === undefined ? '' : JSON.stringify(sent),
      credentials: { kind: 'account', account: 'a' },
    },
    response: {
      status,
      headers: [],
      body,
      content: answer === undefined ? 'empty' : 'json',
      ...(answer === undefined ? {} : { json: answer }),
    },
    attempts: [],
    startedAt: 0,
    durationMs: 0,
  }
}
