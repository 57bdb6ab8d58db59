import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'

/** An exchange as the instance that a provider's `exchange.json` describes. */
export function viewOf({ direction, operation, request, response }: Exchange): JsonObject {
  const body = direction === 'inbound' ? parsed(request.body) : response.json
  return {
    direction,
    operation: operation ?? null,
    request: {
      method: request.method,
      path: request.path,
      headers: Object.fromEntries(request.headers),
      credentials: request.credentials.kind,
    },
    status: response.status,
    headers: Object.fromEntries(response.headers),
    content: direction === 'inbound' ? (body === undefined ? 'other' : 'json') : response.content,
    ...(body === undefined ? {} : { body }),
  }
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
