import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Headers } from '../../../model/exchange.ts'
import type { LooseContent, LoosePostData } from '../../../wire/har/loose-entry.ts'
import { requestBody as requestBodyOf, responseBody } from '../../../wire/har/recorded-body.ts'
import { entry } from './entries.ts'

const requestBody = (postData: LoosePostData | undefined, headers: Headers = [], bodySize?: number) =>
  requestBodyOf(
    entry({
      method: 'POST',
      ...(postData === undefined ? {} : { postData }),
      ...(bodySize === undefined ? {} : { bodySize }),
    }),
    headers,
    1000,
  )

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

  it.for<readonly [string, LooseContent, Headers?]>([
    ['a mark of the recorder', { text: '[body omitted]', size: 120 }],
    ['a word of the recorder', { text: 'REDACTED', size: 120 }],
    ['bytes that were taken for text', { text: gzipSync(json).toString('latin1'), size: 40 }],
    ['bytes that were taken for UTF-8', { text: gzipSync(json.repeat(9)).toString('utf8'), size: 40 }],
    ['JSON that breaks off', { text: '{"name":"Z', size: 14 }],
    ['JSON that breaks off where recorders cut', { text: `{"name":"${'Z'.repeat(91)}`, size: 100 }],
  ])('are left out where there is %s', ([, content, headers]) => {
    expect(read(content, headers)).toBeUndefined()
  })

  it.for<readonly [string, LooseContent, Headers?]>([
    ['a page', { text: '<html><body>(none)</body></html>' }],
    ['the begin of a page', { text: '<html>' }],
    ['a sentence', { text: 'Not Found' }],
    ['JSON that breaks off, as it was sent', { text: '{"name":"Z', size: 10 }, [['content-length', '10']]],
    ['an array', { text: '[1]' }],
  ])('are taken as they are where there is %s', ([, content, headers]) => {
    expect(read(content, headers)).toEqual({ text: content.text })
  })

  it('are read in Base64 that is not said to be it, and after a byte order mark', () => {
    expect(read({ text: base64(json) })).toEqual({ text: json })
    expect(read({ text: `\uFEFF${json}` })).toEqual({ text: json })
  })

  it('of requests are left out where there are none, or less than was sent', () => {
    expect(requestBody(undefined)).toBeUndefined()
    expect(requestBody({ text: '[REDACTED]' })).toBeUndefined()
    expect(requestBody({ text: '{"amount":1' })).toBeUndefined()
    expect(requestBody({ text: 'amount=1' }, [['content-length', '20']])).toBeUndefined()
    expect(requestBody({ text: 'amount=1' }, [], 20)).toBeUndefined()
    expect(requestBody({ text: 'amount=1' }, [], 8)).toBe('amount=1')
  })

  it('of requests come from text, base64 or form fields', () => {
    expect(requestBody(undefined, [], 0)).toBe('')
    expect(requestBody(undefined, [['content-length', '0']])).toBe('')
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
