import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Headers, WireResponse } from '../model/exchange.ts'
import { gather } from './gather.ts'

/** Reads a body up to a limit, decompressing it on the way, so that neither an endless body nor a bomb is kept. */
export async function readBody(
  body: Readable,
  headers: Headers,
  limit: number,
): Promise<{ readonly text: string; readonly flaw?: NonNullable<WireResponse['flaw']> }> {
  try {
    return decodeText(await gather(decompressed(body, headers), limit))
  } catch (thrown) {
    // what is piped on is destroyed by whoever stops reading it, its source is not
    body.destroy()
    throw thrown
  }
}

function decompressed(body: Readable, headers: Headers): Readable {
  const encoding = headers.find(([name]) => name === 'content-encoding')?.[1].toLowerCase()
  const through =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined
  if (through === undefined) return body
  body.on('error', (error) => through.destroy(error))
  return body.pipe(through)
}

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Text of UTF-8 bytes; invalid ones are replaced and told. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly flaw?: 'invalid-utf8' } {
  try {
    return { text: strict.decode(bytes) }
  } catch {
    return { text: lenient.decode(bytes), flaw: 'invalid-utf8' }
  }
}
