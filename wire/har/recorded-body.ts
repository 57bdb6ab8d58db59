import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { Headers, WireResponse } from '../../model/exchange.ts'
import { decodeText } from '../read-body.ts'
import type { LooseContent, LooseEntry, LoosePostData } from './loose-entry.ts'

/** The body of a recorded request: its text, or made again from its form fields. */
export function requestBody(postData: LoosePostData | null | undefined): string {
  const text = postData?.text ?? ''
  if (text !== '') return postData?.encoding === 'base64' ? decodeText(Buffer.from(text, 'base64')).text : text
  const fields = postData?.params ?? []
  return fields.map(({ name = '', value = '' }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
}

export interface RecordedText {
  readonly text: string
  readonly flaw?: WireResponse['flaw']
}

/** The body of a recorded response as text; undefined where the recording left it out or holds more than the limit. */
export function responseBody(
  { request, response }: LooseEntry,
  headers: Headers,
  limit: number,
): RecordedText | undefined {
  const content = response?.content
  if (content?.text === undefined || content.text === null || content.text === '') {
    return request.method === 'HEAD' || !isLeftOut(content, response?.bodySize, headers) ? { text: '' } : undefined
  }
  if (content.encoding !== 'base64') return content.text.length > limit ? undefined : { text: content.text }
  const bytes = decompressed(Buffer.from(content.text, 'base64'), headers, limit)
  return bytes === undefined || bytes.length > limit ? undefined : decodeText(bytes)
}

/** Browsers forget bodies, and some tools never keep them: no text, although there was something. */
function isLeftOut(content: LooseContent | null | undefined, bodySize: number | undefined, headers: Headers): boolean {
  if (content?.text === '') return (content.size ?? 0) > 0
  const announced = Number(headers.find(([name]) => name === 'content-length')?.[1] ?? 0)
  return (content?.size ?? 0) !== 0 || (bodySize ?? 0) > 0 || announced > 0
}

/** Tools disagree on whether content is kept as it was sent or decoded; what is decoded already is left alone. Undefined: beyond the limit. */
function decompressed(bytes: Buffer, headers: Headers, limit: number): Buffer | undefined {
  const encoding = headers.find(([name]) => name === 'content-encoding')?.[1].toLowerCase()
  const options = { maxOutputLength: limit }
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip')
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes
    if ((encoding !== 'br' && encoding !== 'deflate') || isJson(bytes)) return bytes
    if (encoding === 'br') return brotliDecompressSync(bytes, options)
    return bytes[0] === 0x78 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : bytes
  }
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'))
    return true
  } catch {
    return false
  }
}
