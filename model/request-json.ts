import type { WireRequest } from './exchange.ts'
import type { Json } from './json.ts'

/** Several parts of a run read one request. */
const known = new WeakMap<WireRequest, Json | undefined>()

/** The JSON object or array that a request has as its body; undefined where it has none, or a faulty one. */
export function requestJson(request: WireRequest): Json | undefined {
  if (!/^\s*[[{]/.test(request.body)) return undefined
  if (known.has(request)) return known.get(request)
  const json = parsed(request.body)
  known.set(request, json)
  return json
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
