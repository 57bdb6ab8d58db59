import type { AssayField } from './assay-field.ts'

/** A HAR entry as tools really write it: anything may be missing, but for the request's method and URL. */
export interface LooseEntry {
  readonly startedDateTime?: string
  readonly time?: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers?: readonly LooseHeader[]
    readonly postData?: LoosePostData | null
    readonly bodySize?: number
  }
  readonly response?: {
    readonly status?: number
    readonly headers?: readonly LooseHeader[]
    readonly bodySize?: number
    readonly content?: LooseContent | null
    /** Why a browser got no whole answer. */
    readonly _error?: string | null
  } | null
  /** A browser answered from its cache, not the target. */
  readonly _fromCache?: string | null
  readonly _assay?: AssayField
}

export interface LooseHeader {
  readonly name?: string
  readonly value?: string | null
}

export interface LoosePostData {
  readonly mimeType?: string
  readonly text?: string | null
  readonly encoding?: string
  readonly params?: readonly { readonly name?: string; readonly value?: string; readonly fileName?: string }[]
}

export interface LooseContent {
  readonly size?: number
  readonly text?: string | null
  readonly encoding?: string
}
