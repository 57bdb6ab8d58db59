import type { Headers, WireResponse } from '../model/exchange.ts'
import { decodeContent } from './content-coding.ts'

/** A body as text. */
export interface BodyText {
  readonly text: string
  readonly flaw?: NonNullable<WireResponse['flaw']>
}

/** Reads the bytes of a body, decoded up to a limit. */
export function readBody(bytes: Buffer, headers: Headers, limit: number): BodyText {
  return decodeText(decodeContent(bytes, headers, limit))
}

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Text of UTF-8 bytes; invalid ones are replaced and told. */
export function decodeText(bytes: Uint8Array): BodyText {
  try {
    return { text: strict.decode(bytes) }
  } catch {
    return { text: lenient.decode(bytes), flaw: 'invalid-utf8' }
  }
}
