import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'

/** Encodes a body in the media type that a request announces. */
export function encodeBody(body: JsonObject, mediaType: string): string {
  return mediaType.includes('x-www-form-urlencoded') ? encodeForm(body) : JSON.stringify(body)
}

/** Form encoding with nested brackets: `metadata[order]=1`, `expand[]=a`, `items[0][plan]=gold`; null becomes the empty value. */
export function encodeForm(fields: JsonObject): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => pairsOf(name, value))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&')
}

/** Half of a character, which a target's own text may hold, cannot be percent-encoded. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

function pairsOf(name: string, value: Json): readonly (readonly [string, string])[] {
  if (value === null) return [[name, '']]
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index) =>
      pairsOf(isObject(item) ? `${name}[${index}]` : `${name}[]`, item),
    )
  }
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => pairsOf(`${name}[${key}]`, inner))
  return [[name, String(value)]]
}
