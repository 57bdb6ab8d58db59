import * as zlib from 'node:zlib'
import type { Headers } from '../model/exchange.ts'
import { WireError } from './errors.ts'
import { codeOf } from './outage-of.ts'
import { decodeZstd } from './zstd.ts'

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer

const decoders: Readonly<Record<string, Decode>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  deflate: (bytes, options) => (isZlib(bytes) ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options)),
  br: zlib.brotliDecompressSync,
  zstd: decodeZstd,
}

/** What can be decoded, and so may be asked for. */
export const readableCodings: ReadonlySet<string> = new Set([...Object.keys(decoders), 'identity'])

/** Nobody encodes more than twice; a header full of codings is an attempt to keep us busy. */
const mostCodings = 4

/** Undoes the content codings that a message names, the last one first, up to a limit. An empty body is empty, whatever it names. */
export function decodeContent(bytes: Buffer, headers: Headers, limit: number): Buffer {
  const codings = codingsOf(headers)
  if (codings.length > mostCodings) throw new WireError('malformed', `${codings.length} content codings`)
  return codings.reduceRight(
    (encoded, coding) => (encoded.length === 0 ? encoded : decode(encoded, coding, limit)),
    bytes,
  )
}

/** The codings of a message's content in the order in which they were applied, in lower case; `identity` is none. */
export function codingsOf(headers: Headers): readonly string[] {
  return headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
}

function decode(bytes: Buffer, coding: string, limit: number): Buffer {
  const decoder = decoders[coding]
  if (decoder === undefined) throw new WireError('malformed', 'its content coding is not known')
  try {
    return decoder(bytes, { maxOutputLength: limit })
  } catch (thrown) {
    throw thrown instanceof WireError ? thrown : failed(codeOf(thrown), limit)
  }
}

function failed(code: string, limit: number): WireError {
  if (code === 'ERR_BUFFER_TOO_LARGE') return new WireError('too-large', `more than ${limit} bytes`)
  if (code === 'Z_BUF_ERROR') return new WireError('reset', code)
  return new WireError('malformed', code === '' ? undefined : code)
}

/** Most servers send deflate as RFC 9110 has it, in the zlib format; some leave its header out. */
function isZlib([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}
