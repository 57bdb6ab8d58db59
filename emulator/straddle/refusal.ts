/** Why a request is not served; what each answers with is for the rules to say. */
export type RefusalKind =
  | 'malformed'
  | 'missing'
  | 'invalid'
  | 'unprocessable'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'unknown-path'
  | 'wrong-method'
  | 'conflict'
  | 'limited'
  | 'fault'

/** One entry of an error's list: what is wrong, and where. */
export interface ErrorItem {
  readonly reference?: string
  readonly detail: string
}

interface RefusalParts {
  readonly items?: readonly ErrorItem[]
  readonly allow?: readonly string[]
  /** Overrules the status of the kind, for the server errors that differ by nothing else. */
  readonly status?: number
}

/** A request that is refused, on its way from wherever that was found out to the one place that words it. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly kind: RefusalKind
  readonly items: readonly ErrorItem[] | undefined
  readonly allow: readonly string[] | undefined
  readonly status: number | undefined

  constructor(kind: RefusalKind, detail: string, parts: RefusalParts = {}) {
    super(detail)
    this.kind = kind
    this.items = parts.items
    this.allow = parts.allow
    this.status = parts.status
  }
}
