import { headerList, textOf } from './http-exchange.ts'
import type { HeaderFields } from './http-exchange.ts'
import type { LooseHeader } from '../wire/har/loose-entry.ts'
import { UsageError } from '../wire/errors.ts'

/** An answer of any client: its status where one is known, and its body as text. */
export interface Answer {
  readonly status: number | undefined
  readonly headers: readonly LooseHeader[]
  readonly body: string
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads what a test holds: a `Response` of fetch, or a response object of another client (`status` or `statusCode`, `headers`,
 * and the body as `text`, `payload`, `data` or `body`). Anything else is the body of a successful answer. The body of a `Response`
 * is read from a copy, so that it can be read again.
 */
export function answerOf(received: unknown): Answer | Promise<Answer> {
  if (!isResponse(received)) return { status: undefined, headers: [], body: textOf(received) }
  const status = Number(received['status'] ?? received['statusCode'])
  const headers = headerList((received['headers'] ?? []) as HeaderFields)
  const read = readerOf(received)
  if (read === undefined) return { status, headers, body: textOf(bodyIn(received)) }
  return read.then((body) => ({ status, headers, body }))
}

function isResponse(received: unknown): received is Fields {
  if (typeof received !== 'object' || received === null) return false
  const { status, statusCode } = received as Fields
  return typeof (status ?? statusCode) === 'number'
}

/** The body of an answer that has to be read first. */
function readerOf(response: Fields): Promise<string> | undefined {
  const { clone, body } = response
  if (typeof clone === 'function') {
    if (response['bodyUsed'] === true)
      throw new UsageError('The body of the response has been read already; hand over a copy made with clone().')
    return (clone as () => { text(): Promise<string> }).call(response).text()
  }
  const stream = body as { readonly text?: unknown } | null | undefined
  if (typeof stream?.text === 'function') return (stream as { text(): Promise<string> }).text()
  return undefined
}

function bodyIn({ text, payload, data, body }: Fields): unknown {
  return [text, payload, data, body].find((one) => one !== undefined && typeof one !== 'function')
}
