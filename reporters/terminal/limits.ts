/** How much a terminal is told: outcome and causes only, the usual, or all that there is. */
export type Detail = 'quiet' | 'usual' | 'verbose'

/** Where lists and texts are cut. */
export interface Limits {
  readonly lines: number
  readonly findings: number
  readonly text: number
  /** Tells of each cause what it breaks and blocks, and of each finding all its steps. */
  readonly all: boolean
}

const usual: Limits = { lines: 20, findings: 3, text: 2000, all: false }
const most: Limits = { lines: Infinity, findings: Infinity, text: 20_000, all: true }

export function limitsOf(detail: Detail): Limits {
  return detail === 'verbose' ? most : usual
}
