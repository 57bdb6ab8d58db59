import type { Json } from './json.ts'

/** Header fields in the order they were sent, names in lower case. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** Who a request speaks for: an account of the run, nobody, or a literal set of credential headers. */
export type Credentials =
  | {
      readonly kind: 'account'
      readonly account: string
      /** Whether its key is one of production; absent where no key was seen, or its form does not tell. */
      readonly production?: boolean
      /** No key was seen, as in a recording without them: it may be another account than that of other requests. */
      readonly unseen?: true
      /** The provider's first scheme where absent. */
      readonly scheme?: 'bearer' | 'basic-user'
      /** Credential headers sent with another value than the account's; with an empty one, not at all. */
      readonly replaced?: Headers
    }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'literal'
      readonly headers: Headers
      /** Parameters that carry a key in the query. */
      readonly query?: Headers
    }

/** A request as a check or an observer sees it: no key is in it, `credentials` says whose it will carry. */
export interface WireRequest {
  readonly method: string
  /** Path and query as sent, from the origin on. */
  readonly path: string
  readonly headers: Headers
  readonly body: string
  /** The recording left the body out, or a part of it: what was sent is not known. */
  readonly unseenBody?: true
  readonly credentials: Credentials
  /** The contract's operation, where the request was made for one. */
  readonly operation?: string
}

/** A response as it came over the wire, decoded to text once. */
export interface WireResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** `json` parsed, `empty` no bytes, `other` anything else (HTML, truncated JSON). */
  readonly content: 'json' | 'empty' | 'other'
  readonly json?: Json
  /** Why `other` content could not be read as JSON. */
  readonly flaw?: 'not-json' | 'invalid-utf8' | 'duplicate-names' | 'imprecise-number' | 'too-deep'
  /** Where the retry policy repeated the request: every try, the last one included. */
  readonly attempts?: readonly Attempt[]
}

/** One try of a request that was repeated by the retry policy: its status, or the reason it got none. */
export interface Attempt {
  readonly status?: number
  readonly failure?: string
  readonly waitedMs: number
}

/** One request and its response, or one delivery (inbound) and our answer: the only evidence there is. */
export interface Exchange {
  readonly id: number
  readonly direction: 'outbound' | 'inbound'
  readonly operation: string | undefined
  readonly request: WireRequest
  readonly response: WireResponse
  readonly attempts: readonly Attempt[]
  /** Milliseconds since the epoch, on the target's clock where it is known, else on ours. */
  readonly startedAt: number
  readonly durationMs: number
  /** Id of the last exchange that was complete when this one began; absent where that is not known. */
  readonly after?: number
  /** Id of the last request before it that may have written, and whose answer is not known: what was seen earlier may have changed. */
  readonly lostAt?: number
  /** Place of its entry in a recording, from 1. */
  readonly entry?: number
  /** Response headers that its recording holds anywhere, where it is one. */
  readonly recorded?: RecordedHeaders
}

/** Names of response headers in a recording, and whether they are so few that it keeps some only. */
export interface RecordedHeaders {
  readonly names: ReadonlySet<string>
  readonly areSome: boolean
}

/** The value of a header by its lower-case name; one that is sent more than once is read as a list, as HTTP says. */
export function headerOf(message: { readonly headers: Headers }, name: string): string | undefined {
  let found: string | undefined
  for (const [key, value] of message.headers)
    if (key === name) found = found === undefined ? value : `${found}, ${value}`
  return found
}

/** Every header by its name, read the same way. */
export function headersByName(headers: Headers): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of headers) {
    const before = found.get(name)
    found.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return found
}
