/** What strangers may ask of a served emulator. */
export interface Limits {
  /** Of a request's body. */
  readonly bodyBytes: number
  /** Of a request's header section and first line. */
  readonly headerBytes: number
  /** Parameters of a request, in its body and its query. */
  readonly parameters: number
  /** Objects and lists within one another. */
  readonly depth: number
  /** Accounts, each opened by a key. */
  readonly accounts: number
  /** What all accounts keep, reckoned by what was written to them. */
  readonly keptBytes: number
}

export const usualLimits: Limits = {
  bodyBytes: 1_000_000,
  headerBytes: 16_384,
  parameters: 2_000,
  depth: 64,
  accounts: 5_000,
  keptBytes: 256_000_000,
}
