/** What one request may cost, whatever the server does. */
export interface Limits {
  /** Until the whole response is there, in milliseconds. */
  readonly timeoutMs: number
  /** Of a response, decoded, in bytes. */
  readonly bytes: number
  /** Of the header section, in bytes. */
  readonly headerBytes: number
}

export const defaultLimits: Limits = { timeoutMs: 30_000, bytes: 8_000_000, headerBytes: 64_000 }
