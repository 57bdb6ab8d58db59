import { headerOf } from '../../model/exchange.ts'
import type { Headers } from '../../model/exchange.ts'
import { codingsOf, decodeContent } from '../content-coding.ts'
import { WireError } from '../errors.ts'
import { isMark, isMasked } from '../../model/masked.ts'
import { decodeText } from '../read-body.ts'
import type { BodyText } from '../read-body.ts'
import type { LooseContent, LooseEntry, LoosePostData } from './loose-entry.ts'

/** The body of a recorded request: its text, or made again from its form fields; undefined where the recording left it out, or a part of it. */
export function requestBody({ request }: LooseEntry, headers: Headers, limit: number): string | undefined {
  const { postData, bodySize = -1, method } = request
  const text = sentText(postData, headers, limit)
  const announced = Number(headerOf({ headers }, 'content-length') ?? -1)
  if (text === '') return writing.has(method) && bodySize !== 0 && announced !== 0 ? undefined : ''
  const isWhole = codingsOf(headers).length > 0 || Math.max(bodySize, announced) <= Buffer.byteLength(text)
  return isWhole && !isPlaceholder(text) && !isCutJson(text) ? text : undefined
}

const writing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH'])

function sentText(postData: LoosePostData | null | undefined, headers: Headers, limit: number): string {
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
  const body = bodyOf(content, content.text.replace(/^\uFEFF/, ''), headers, limit)
  if (body === undefined || body.flaw !== undefined) return body
  return isPlaceholder(body.text) || isCutOff(body.text, content, headers) ? undefined : body
}

const placeholder =
  /^[[<({][\p{L}\d .:,_-]{0,40}\b(?:binary|bytes?|body|content|data|omitted|truncated|stripped|elided|skipped|not \w+|too \w+|base64|blob|stream)\b[\p{L}\d .:,_-]{0,40}[\])}>]$/iu

/** What stands in the place of a body: a mark of its recorder, or bytes that were taken for text. */
function isPlaceholder(text: string): boolean {
  const start = text.slice(0, 200).trim()
  if (/^[{[]\s*["{[}\]]/.test(start)) return false
  const isShort = text.length < 100
  return (isShort && (placeholder.test(start) || isMark(start) || isMasked(start))) || isBinary(text)
}

/** Compressed bytes, or others that no encoding of text has. */
function isBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return (text.slice(0, 200).match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0) > 3
}

function isCutJson(text: string): boolean {
  return /^\s*[{[]/.test(text) && isOpen(text)
}

function bodyOf({ encoding }: LooseContent, text: string, headers: Headers, limit: number): BodyText | undefined {
  if (encoding !== 'base64' && !isEncoded(text)) return text.length > limit ? undefined : { text }
  const bytes = decoded(Buffer.from(text, 'base64'), headers, limit)
  return bytes === undefined || bytes.length > limit ? undefined : decodeText(bytes)
}

/** Some tools write Base64 without saying so. */
function isEncoded(text: string): boolean {
  if (!/^(?:ey|W[1-9A-Za-z]|e[wyo])[\w+/\r\n]{2}/.test(text) || !/^[\w+/\r\n]+={0,2}\s*$/.test(text)) return false
  return isJson(Buffer.from(text, 'base64'))
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
  if (Number(headerOf({ headers }, 'content-length') ?? -1) === length) return false
  if (size === length && !isRound(text.length) && !isRound(length)) return false
  return isOpen(text)
}

/** Lengths at which recorders cut. */
const isRound = (length: number): boolean => length % 100 === 0 || length % 256 === 0

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
