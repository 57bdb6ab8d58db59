import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Headers } from '../../../model/exchange.ts'
import type { LooseContent } from '../../../wire/har/loose-entry.ts'
import { requestBody as requestBodyOf, responseBody } from '../../../wire/har/recorded-body.ts'
import { entry } from './entries.ts'

const requestBody = (postData: Parameters<typeof requestBodyOf>[0], headers: Headers = []) =>
  requestBodyOf(postData, headers, 1000)

const json = '{"name":"Zoë"}'
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')
const encoded = (encoding: string): Headers => [['content-encoding', encoding]]
const read = (content: LooseContent | undefined, headers: Headers = [], bodySize?: number) =>
  responseBody(entry({}, { content: content ?? null, ...(bodySize === undefined ? {} : { bodySize }) }), headers, 1000)

describe('recorded bodies', () => {
  it.for<{ readonly name: string; readonly content: LooseContent; readonly headers: Headers }>([
    { name: 'as text', content: { text: json }, headers: [] },
    { name: 'as text, decoded, under a content encoding', content: { text: json }, headers: encoded('gzip') },
    { name: 'in base64', content: { text: base64(json), encoding: 'base64' }, headers: [] },
    {
      name: 'in base64, decoded, under a content encoding',
      content: { text: base64(json), encoding: 'base64' },
      headers: encoded('br'),
    },
    { name: 'with gzip', content: { text: base64(gzipSync(json)), encoding: 'base64' }, headers: encoded('gzip') },
    {
      name: 'with brotli',
      content: { text: base64(brotliCompressSync(json)), encoding: 'base64' },
      headers: encoded('BR'),
    },
    {
      name: 'with deflate',
      content: { text: base64(deflateSync(json)), encoding: 'base64' },
      headers: encoded('deflate'),
    },
    {
      name: 'with raw deflate',
      content: { text: base64(deflateRawSync(json)), encoding: 'base64' },
      headers: encoded('deflate'),
    },
  ])('are read $name', ({ content, headers }) => {
    expect(read(content, headers)).toEqual({ text: json })
  })

  it('tell invalid UTF-8', () => {
    expect(read({ text: base64(Buffer.from([0x22, 0xff, 0x22])), encoding: 'base64' })).toMatchObject({
      flaw: 'invalid-utf8',
    })
  })

  it('are empty where nothing was there', () => {
    expect(read({ size: 0 })).toEqual({ text: '' })
    expect(read(undefined)).toEqual({ text: '' })
    expect(read({ size: 0, text: '' }, [['content-length', '0']])).toEqual({ text: '' })
  })

  it('are left out where the recording says that there was something', () => {
    expect(read({ size: 120 })).toBeUndefined()
    expect(read({ size: -1 })).toBeUndefined()
    expect(read(undefined, [], 7)).toBeUndefined()
    expect(read(undefined, [['content-length', '7']])).toBeUndefined()
  })

  it('beyond the limit are not kept, compressed or not', () => {
    expect(read({ text: 'x'.repeat(1001) })).toBeUndefined()
    expect(read({ text: base64(gzipSync('x'.repeat(100_000))), encoding: 'base64' }, encoded('gzip'))).toBeUndefined()
  })

  it('of requests come from text, base64 or form fields', () => {
    expect(requestBody(undefined)).toBe('')
    expect(requestBody({ text: 'a=1' })).toBe('a=1')
    expect(requestBody({ text: base64('a=1'), encoding: 'base64' })).toBe('a=1')
    expect(requestBody({ text: base64(gzipSync('a=1')), encoding: 'base64' }, encoded('gzip'))).toBe('a=1')
    expect(
      requestBody({
        params: [
          { name: 'metadata[order]', value: 'a b&c' },
          { name: 'amount', value: '1' },
        ],
      }),
    ).toBe('metadata%5Border%5D=a%20b%26c&amount=1')
  })
})
