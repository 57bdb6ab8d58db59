import { headersByName } from '../../model/exchange.ts'
import type { Exchange, Headers } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'

/** An exchange as the instance that a provider's `exchange.json` describes. */
export function viewOf(exchange: Exchange): JsonObject {
  const { direction, operation, request, response } = exchange
  const body = bodyOf(exchange)
  return {
    direction,
    operation: operation ?? null,
    request: {
      method: request.method,
      path: request.path,
      headers: comparable(request.headers),
      credentials: request.credentials.kind,
    },
    status: response.status,
    headers: comparable(response.headers),
    content: direction === 'inbound' ? (body === undefined ? 'other' : 'json') : response.content,
    ...(body === undefined ? {} : { body }),
  }
}

/** Header fields by name; a media type is the same in whatever case it is written. */
function comparable(headers: Headers): JsonObject {
  const fields = new Map(headersByName(headers))
  const type = fields.get('content-type')
  if (type !== undefined) fields.set('content-type', type.toLowerCase())
  return Object.fromEntries(fields)
}

/** What an exchange tells of the target: the body of its answer, or of its delivery. */
export function bodyOf({ direction, request, response }: Exchange): Json | undefined {
  return direction === 'inbound' ? parsed(request.body) : response.json
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
