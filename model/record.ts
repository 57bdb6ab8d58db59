import type { Verdict } from './finding.ts'
import type { Cause, Figures, ProviderRow, Report, Scope, Severity } from './report.ts'

/** What is kept of a gap, so that a later run knows whether it tried what shows it. */
export interface KeptGap {
  readonly severity: Severity
  /** Checks during which it was found; operations, where traffic showed it. */
  readonly during: readonly string[]
  /** Fingerprints of the findings. */
  readonly findings: readonly string[]
}

/** What is kept of a run of one provider. */
export interface ProviderRecord extends Pick<ProviderRow, 'name' | 'title' | 'outcome' | 'contract' | 'exchanges'> {
  readonly scope?: Scope
  readonly figures: Omit<Figures, 'verdicts'>
  /** Last part of each clause id by verdict, by what stands before it: `{ "acme.charges.create": { "conforms": ["answers"] } }`. */
  readonly clauses: Readonly<Record<string, Readonly<Partial<Record<Verdict, readonly string[]>>>>>
  /** Clauses with a gap, by id. */
  readonly gaps: Readonly<Record<string, KeptGap>>
  readonly causes: readonly (Pick<Cause, 'fingerprint' | 'title' | 'severity' | 'breaks'> & {
    readonly blocks: number
  })[]
}

/** What is kept of a run: enough to compare later runs with it, and no exchange. */
export interface RunRecord extends Pick<
  Report,
  | 'target'
  | 'targetName'
  | 'seed'
  | 'runs'
  | 'only'
  | 'partial'
  | 'startedAt'
  | 'finishedAt'
  | 'durationMs'
  | 'versions'
  | 'exitCode'
> {
  readonly format: 'assay-record'
  readonly version: 1
  readonly providers: readonly ProviderRecord[]
}
