import { Decompress, ZstdErrorCode } from 'fzstd'
import { WireError } from './errors.ts'

/** RFC 9659: content that is coded with zstd needs no larger window. */
const largestWindow = 8 * 1024 * 1024
const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/** Decodes zstd alike on every version of Node, up to a limit. */
export function decodeZstd(bytes: Buffer, { maxOutputLength }: { readonly maxOutputLength: number }): Buffer {
  const most = Math.max(maxOutputLength, largestWindow)
  for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1))
    if (windowOf(bytes.subarray(at)) > most) throw new WireError('too-large', `more than ${most} bytes at once`)
  const chunks: Uint8Array[] = []
  let length = 0
  const decoder = new Decompress((chunk) => {
    length += chunk.length
    if (length > maxOutputLength) throw new WireError('too-large', `more than ${maxOutputLength} bytes`)
    // the decoder goes on to write where the chunk is
    chunks.push(chunk.slice())
  })
  try {
    decoder.push(bytes, true)
  } catch (thrown) {
    if (thrown instanceof WireError) throw thrown
    const isCut = (thrown as { readonly code?: unknown }).code === ZstdErrorCode.UnexpectedEOF
    throw new WireError(isCut ? 'reset' : 'malformed', isCut ? 'zstd that is cut off' : 'zstd that is damaged')
  }
  return Buffer.concat(chunks)
}

/** How much memory a frame asks for in its header (RFC 8878, 3.1.1.1), before anything of it is decoded. */
function windowOf(frame: Buffer): number {
  const [, , , , descriptor = 0, exponent = 0] = frame
  const isSingle = (descriptor & 0x20) !== 0
  if (!isSingle) return 2 ** (10 + (exponent >> 3)) * (1 + (exponent & 7) / 8)
  const dictionary = [0, 1, 2, 4][descriptor & 3] as number
  const size = [1, 2, 4, 8][descriptor >> 6] as number
  const field = frame.subarray(5 + dictionary, 5 + dictionary + size)
  return [...field].reduceRight((total, byte) => total * 256 + byte, 0)
}
