import type { LooseEntry, LooseHeader } from '../wire/har/loose-entry.ts'
import { UsageError } from '../wire/errors.ts'

/** Header fields: by name, or in their order as pairs of name and value. */
export type HeaderFields =
  | Readonly<Record<string, string | number | readonly string[] | undefined>>
  | Iterable<readonly [name: string, value: string]>

/** One request and its answer. */
export interface HttpExchange {
  readonly request: {
    readonly method: string
    /** The whole URL, or path and query below the address of the API. */
    readonly url: string | URL
    readonly headers?: HeaderFields
    /** The body as it was sent; a value that is no text is sent as JSON. */
    readonly body?: unknown
  }
  readonly response: {
    readonly status: number
    /** Absent headers prove nothing; an empty list says that there were none. */
    readonly headers?: HeaderFields
    /** The body as it came; a value that is no text came as JSON. */
    readonly body?: unknown
  }
  /** When the request was sent; exchanges without it are taken to have come one after the other. */
  readonly startedAt?: Date | string
  /** Milliseconds until the answer was complete, 0 where absent. */
  readonly durationMs?: number
}

/** The exchange as an entry of a recording. A path is one below `base`. */
export function entryOf(
  { request, response, startedAt, durationMs = 0 }: HttpExchange,
  index: number,
  base: string,
): LooseEntry {
  const { method, url } = request ?? {}
  const { status } = response ?? {}
  if (typeof method !== 'string' || !(typeof url === 'string' || url instanceof URL) || !Number.isInteger(status))
    throw new UsageError(
      `Exchange ${index + 1} is not { request: { method, url }, response: { status } } with a text, a URL and a whole number.`,
    )
  return {
    startedDateTime: new Date(startedAt ?? index).toISOString(),
    time: durationMs,
    request: {
      method,
      url: String(url).startsWith('/') ? `${base}${String(url)}` : String(url),
      headers: headerList(request.headers),
      ...(request.body === undefined ? {} : { postData: { text: textOf(request.body) } }),
    },
    response: {
      status,
      headers: headerList(response.headers),
      content: { size: 0, text: textOf(response.body) },
    },
  }
}

/** A body as text: what is no text is written as JSON. */
export function textOf(body: unknown): string {
  if (body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

export function headerList(headers: HeaderFields = []): readonly LooseHeader[] {
  if (Symbol.iterator in headers)
    return Array.from(headers as Iterable<readonly [string, string]>, ([name, value]) => ({
      name,
      value,
    }))
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one: string | number) => ({ name, value: String(one) })),
  )
}
