import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { AssayField } from './assay-field.ts'
import type { LooseContent, LooseEntry, LooseHeader, LoosePostData } from './loose-entry.ts'

/** A HAR entry in what stands in the place of one, whatever that is; undefined without a request's method and URL. */
export function entryIn(value: unknown): LooseEntry | undefined {
  if (!isObject(value)) return undefined
  const { request, response, startedDateTime, time, _assay: own, _fromCache: cached } = value
  if (!isObject(request)) return undefined
  const { method, url, headers, postData, bodySize } = request
  if (typeof method !== 'string' || typeof url !== 'string') return undefined
  return {
    startedDateTime: typeof startedDateTime === 'string' ? startedDateTime : dateOf(startedDateTime),
    time: numberIn(time) ?? 0,
    request: {
      method: method.toUpperCase(),
      url,
      headers: headersIn(headers),
      bodySize: numberIn(bodySize) ?? -1,
      postData: isObject(postData) ? postDataIn(postData) : null,
    },
    response: isObject(response) ? responseIn(response) : null,
    _fromCache: cached === undefined || cached === null || cached === false ? null : 'yes',
    ...(isObject(own) && isOwn(own) ? { _assay: own as unknown as AssayField } : {}),
  }
}

function responseIn(response: JsonObject): NonNullable<LooseEntry['response']> {
  const { status, headers, bodySize, content, _error: error } = response
  return {
    status: numberIn(status) ?? 0,
    headers: headersIn(headers),
    bodySize: numberIn(bodySize) ?? -1,
    content: isObject(content) ? contentIn(content) : null,
    _error: typeof error === 'string' ? error : null,
  }
}

/** As a list of names and values, which HAR asks for, or by name. */
function headersIn(headers: unknown): readonly LooseHeader[] {
  if (isObject(headers)) return Object.entries(headers).map(([name, value]) => ({ name, value: textIn(value) ?? '' }))
  if (!Array.isArray(headers)) return []
  return headers.flatMap((field: unknown) =>
    isObject(field) && typeof field['name'] === 'string'
      ? [{ name: field['name'], value: textIn(field['value']) ?? '' }]
      : [],
  )
}

function postDataIn({ mimeType, text, encoding, params }: JsonObject): LoosePostData {
  return {
    mimeType: textIn(mimeType) ?? '',
    text: textIn(text) ?? '',
    encoding: textIn(encoding) ?? '',
    params: Array.isArray(params)
      ? params.filter(isObject).map(({ name, value }) => ({ name: textIn(name) ?? '', value: textIn(value) ?? '' }))
      : [],
  }
}

function contentIn({ size, text, encoding }: JsonObject): LooseContent {
  return { size: numberIn(size) ?? 0, text: textIn(text) ?? null, encoding: textIn(encoding) ?? '' }
}

/** A text, or what was a text before a tool took it for JSON. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? undefined : JSON.stringify(value)
}

function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Milliseconds since 1970 as a time; empty where it is none. */
function dateOf(value: unknown): string {
  return typeof value === 'number' && Math.abs(value) < 8.64e15 ? new Date(value).toISOString() : ''
}

function isOwn({ provider, direction, credentials, attempts, id }: JsonObject): boolean {
  return (
    typeof provider === 'string' &&
    (direction === 'inbound' || direction === 'outbound') &&
    isObject(credentials) &&
    Array.isArray(attempts) &&
    typeof id === 'number'
  )
}
