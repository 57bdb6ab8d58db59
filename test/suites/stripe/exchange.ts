import type { Exchange, Headers } from '../../../model/exchange.ts'
import type { Json } from '../../../model/json.ts'

interface Parts {
  readonly status?: number
  readonly answer: Json
  readonly asked?: Headers
  readonly told?: Headers
  readonly method?: string
  /** Whether the key that was seen is one of production; null where none was seen. */
  readonly production?: boolean | null
}

/** An exchange as a target would make it. */
export function exchange({
  status = 200,
  answer,
  asked = [],
  told = [],
  method = 'POST',
  production = false,
}: Parts): Exchange {
  const mode = production === null ? {} : { production }
  return {
    id: 1,
    direction: 'outbound',
    operation: 'createCharge',
    request: {
      method,
      path: '/v1/charges',
      headers: asked,
      body: '',
      credentials: { kind: 'account', account: 'a', ...mode },
    },
    response: { status, headers: told, body: JSON.stringify(answer), content: 'json', json: answer },
    attempts: [],
    startedAt: 0,
    durationMs: 0,
  }
}
