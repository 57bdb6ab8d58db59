import type { Headers, WireResponse } from '../suites/model/exchange.ts'
import type { Json } from '../suites/model/json.ts'

/** Decodes a response once: what kind of content it has, and the JSON in it. */
export function toResponse(status: number, headers: Headers, body: string): WireResponse {
  if (body === '') return { status, headers, body, content: 'empty' }
  try {
    return { status, headers, body, content: 'json', json: JSON.parse(body) as Json }
  } catch {
    return { status, headers, body, content: 'other' }
  }
}
