import type { Attempt, Credentials, WireResponse } from '../../model/exchange.ts'

/** Name of the custom field of an entry in which Assay keeps what HAR has no place for. */
export const assayField = '_assay'

/** What is known of an exchange that a HAR entry cannot say. No key is in it. */
export interface AssayField {
  readonly provider: string
  readonly direction: 'outbound' | 'inbound'
  readonly operation: string | null
  /** Whose key the request carried; the headers of literal credentials are left out. */
  readonly credentials: Credentials
  readonly id: number
  readonly after?: number
  readonly attempts: readonly Attempt[]
  readonly flaw?: WireResponse['flaw']
  /** Bytes of bodies left out. */
  readonly truncated: number
}
