import { headerOf } from '../../model/exchange.ts'
import type { Headers } from '../../model/exchange.ts'
import { codingsOf, decodeContent } from '../content-coding.ts'
import { WireError } from '../errors.ts'
import { decodeText } from '../read-body.ts'
import type { BodyText } from '../read-body.ts'
import type { LooseContent, LooseEntry, LoosePostData } from './loose-entry.ts'

/** The body of a recorded request: its text, or made again from its form fields. */
export function requestBody(postData: LoosePostData | null | undefined, headers: Headers, limit: number): string {
  const text = postData?.text ?? ''
  if (text !== '' && postData?.encoding === 'base64') {
    const bytes = Buffer.from(text, 'base64')
    return decodeText(decoded(bytes, headers, limit) ?? bytes).text
  }
  if (text !== '') return text
  const fields = postData?.params ?? []
  return fields.map(({ name = '', value = '' }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
}

/** The body of a recorded response as text; undefined where the recording left it out, or holds more than
 * the limit or what cannot be decoded.
 */
export function responseBody({ request, response }: LooseEntry, headers: Headers, limit: number): BodyText | undefined {
  const content = response?.content
  if (content?.text === undefined || content.text === null || content.text === '') {
    return request.method === 'HEAD' || !isLeftOut(content, response?.bodySize, headers) ? { text: '' } : undefined
  }
  const body = bodyOf(content, content.text, headers, limit)
  return body === undefined || isCutOff(body.text, content, headers) ? undefined : body
}

function bodyOf({ encoding }: LooseContent, text: string, headers: Headers, limit: number): BodyText | undefined {
  if (encoding !== 'base64') return text.length > limit ? undefined : { text }
  const bytes = decoded(Buffer.from(text, 'base64'), headers, limit)
  return bytes === undefined || bytes.length > limit ? undefined : decodeText(bytes)
}

/** Whether a bracket or a string is not closed. */
function isOpen(text: string): boolean {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '')
  return bare.includes('"') || bare.replaceAll(/[^[{]/g, '').length > bare.replaceAll(/[^\]}]/g, '').length
}

/** JSON that breaks off was cut by the recorder, unless the recording says that this is all there was. */
function isCutOff(text: string, { size = 0 }: LooseContent, headers: Headers): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  const length = Buffer.byteLength(text)
  if (size === length || Number(headerOf({ headers }, 'content-length') ?? -1) === length) return false
  return isOpen(text)
}

/** Browsers forget bodies, and some tools never keep them: no text, although there was something. */
function isLeftOut(content: LooseContent | null | undefined, bodySize: number | undefined, headers: Headers): boolean {
  if (content?.text === '') return (content.size ?? 0) > 0
  const announced = Number(headerOf({ headers }, 'content-length') ?? 0)
  return (content?.size ?? 0) !== 0 || (bodySize ?? 0) > 0 || announced > 0
}

/** Tools disagree on whether content is kept as it was sent or decoded; what is decoded already is left alone. Undefined: neither. */
function decoded(bytes: Buffer, headers: Headers, limit: number): Buffer | undefined {
  if (codingsOf(headers).length === 0 || isJson(bytes)) return bytes
  try {
    return decodeContent(bytes, headers, limit)
  } catch (thrown) {
    if (!(thrown instanceof WireError)) throw thrown
    return thrown.outage === 'too-large' || decodeText(bytes).flaw !== undefined ? undefined : bytes
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
