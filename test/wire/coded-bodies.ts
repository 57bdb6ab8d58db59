import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { Headers, WireResponse } from '../../model/exchange.ts'
import type { Outage } from '../../model/finding.ts'

/** A body as a server sends it, and what has to be read in it through every door. */
export interface CodedBody {
  readonly name: string
  readonly headers: Headers
  readonly bytes: Buffer
  readonly content?: WireResponse['content']
  readonly flaw?: WireResponse['flaw']
  /** Nothing that could be judged. */
  readonly outage?: Outage
}

const json = Buffer.from('{"name":"Zoë"}')
const coded = (...values: readonly string[]): Headers => values.map((value) => ['content-encoding', value] as const)
/** As the command `zstd` writes it, since not every version of Node does. */
const zstd = Buffer.from('KLUv/SQPeQAAeyJuYW1lIjoiWm/DqyJ9QmmmcQ==', 'base64')
const zstdOfOneSegment = Buffer.from('KLUv/SAPeQAAeyJuYW1lIjoiWm/DqyJ9', 'base64')
const zstdFrame = (header: readonly number[], ...blocks: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, ...header]), ...blocks])
const zstdOf = (text: string): Buffer =>
  zstdFrame([0x00, 0x38], Buffer.from([(Buffer.byteLength(text) << 3) | 1, 0, 0]), Buffer.from(text))
/** 128 KB of one byte that is repeated. */
const zstdZeros = Buffer.from([0x02, 0x00, 0x10, 0x00])
const zstdLastZeros = Buffer.from([0x03, 0x00, 0x10, 0x00])

export const codedBodies: readonly CodedBody[] = [
  { name: 'no coding', headers: [], bytes: json, content: 'json' },
  { name: 'identity', headers: coded('identity'), bytes: json, content: 'json' },
  { name: 'an empty coding', headers: coded(''), bytes: json, content: 'json' },
  { name: 'gzip', headers: coded('gzip'), bytes: gzipSync(json), content: 'json' },
  { name: 'x-gzip', headers: coded('x-gzip'), bytes: gzipSync(json), content: 'json' },
  { name: 'GZip in capitals', headers: coded(' GZip '), bytes: gzipSync(json), content: 'json' },
  { name: 'deflate', headers: coded('deflate'), bytes: deflateSync(json), content: 'json' },
  {
    name: 'deflate with little compression',
    headers: coded('deflate'),
    bytes: deflateSync(json, { level: 1 }),
    content: 'json',
  },
  { name: 'raw deflate', headers: coded('deflate'), bytes: deflateRawSync(json), content: 'json' },
  { name: 'brotli', headers: coded('br'), bytes: brotliCompressSync(json), content: 'json' },
  { name: 'zstd', headers: coded('zstd'), bytes: zstd, content: 'json' },
  { name: 'zstd of one segment', headers: coded('ZSTD'), bytes: zstdOfOneSegment, content: 'json' },
  {
    name: 'zstd in two frames',
    headers: coded('zstd'),
    bytes: Buffer.concat([zstdOf('{"name":'), zstdOf('"Zoë"}')]),
    content: 'json',
  },
  { name: 'zstd within gzip', headers: coded('zstd, gzip'), bytes: gzipSync(zstd), content: 'json' },
  { name: 'gzip within gzip', headers: coded('gzip, gzip'), bytes: gzipSync(gzipSync(json)), content: 'json' },
  {
    name: 'brotli within gzip, in two fields',
    headers: coded('br', 'gzip'),
    bytes: gzipSync(brotliCompressSync(json)),
    content: 'json',
  },
  { name: 'identity among others', headers: coded('identity, gzip'), bytes: gzipSync(json), content: 'json' },
  ...['gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'unheard-of', 'gzip, gzip'].map((coding) => ({
    name: `nothing, said to be ${coding}`,
    headers: coded(coding),
    bytes: Buffer.alloc(0),
    content: 'empty' as const,
  })),
  { name: 'gzip of nothing', headers: coded('gzip'), bytes: gzipSync(''), content: 'empty' },
  {
    name: 'gzip of what is no UTF-8',
    headers: coded('gzip'),
    bytes: gzipSync(Buffer.from([0x22, 0xff, 0x22])),
    content: 'other',
    flaw: 'invalid-utf8',
  },
  { name: 'a coding that nobody knows', headers: coded('unheard-of'), bytes: gzipSync(json), outage: 'malformed' },
  {
    name: 'gzip that is damaged',
    headers: coded('gzip'),
    bytes: gzipSync(json).fill(0xff, 10, 20),
    outage: 'malformed',
  },
  { name: 'gzip that is cut off', headers: coded('gzip'), bytes: gzipSync(json).subarray(0, 20), outage: 'reset' },
  { name: 'a gzip bomb', headers: coded('gzip'), bytes: gzipSync(Buffer.alloc(5_000_000)), outage: 'too-large' },
  {
    name: 'a zstd bomb',
    headers: coded('zstd'),
    bytes: zstdFrame([0x00, 0x38], ...Array<Buffer>(60).fill(zstdZeros), zstdLastZeros),
    outage: 'too-large',
  },
  {
    name: 'zstd that asks for two gigabytes at once',
    headers: coded('zstd'),
    bytes: zstdFrame([0x00, 0xa0], zstdLastZeros),
    outage: 'too-large',
  },
  {
    name: 'zstd that asks for them in its second frame',
    headers: coded('zstd'),
    bytes: Buffer.concat([zstd, zstdFrame([0xe0, 0, 0, 0, 0x7f, 0, 0, 0, 0], zstdLastZeros)]),
    outage: 'too-large',
  },
  { name: 'zstd that is cut off', headers: coded('zstd'), bytes: zstd.subarray(0, 12), outage: 'reset' },
  { name: 'zstd that is gzip', headers: coded('zstd'), bytes: gzipSync(json), outage: 'malformed' },
  {
    name: 'a gzip bomb within gzip',
    headers: coded('gzip', 'gzip'),
    bytes: gzipSync(gzipSync(Buffer.alloc(5_000_000))),
    outage: 'too-large',
  },
  {
    name: 'a hundred codings',
    headers: coded(...Array.from({ length: 100 }, () => 'gzip')),
    bytes: gzipSync(json),
    outage: 'malformed',
  },
]
