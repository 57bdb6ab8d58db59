import type { Headers, WireResponse } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { exactnessFlaw } from './exactness-flaw.ts'

const deepest = 200

/** Decodes a response once: what kind of content it has, the JSON in it, or why there is none. */
export function toResponse(status: number, headers: Headers, body: string, flaw?: WireResponse['flaw']): WireResponse {
  if (flaw !== undefined) return { status, headers, body, content: 'other', flaw }
  if (body === '') return { status, headers, body, content: 'empty' }
  const found = nestingFlaw(body) ?? readJson(body)
  if (typeof found === 'string') return { status, headers, body, content: 'other', flaw: found }
  return { status, headers, body, content: 'json', json: found.json }
}

function readJson(body: string): { readonly json: Json } | NonNullable<WireResponse['flaw']> {
  let json: Json
  try {
    json = JSON.parse(body) as Json
  } catch {
    return 'not-json'
  }
  // what is written back alike has no duplicate names and loses no digit, so the exact parser can be spared
  return JSON.stringify(json) === body ? { json } : (exactnessFlaw(body) ?? { json })
}

/** Nesting that could exhaust the stack of whoever walks it. */
function nestingFlaw(body: string): 'too-deep' | undefined {
  if (body.length < deepest) return undefined
  let depth = 0
  let inString = false
  for (let index = 0; index < body.length; index += 1) {
    const code = body.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) return 'too-deep'
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return undefined
}
