import type { ClauseRow, Finding } from '../../model/report.ts'

/** One clause that a cause breaks, with the findings that are shown of it. */
export interface Broken {
  readonly row: ClauseRow
  readonly findings: readonly Finding[]
  /** Path of the script that repeats its steps, where there is one. */
  readonly script?: string
}
