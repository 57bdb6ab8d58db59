import type { Cause, CausePast, ClauseRow, Report } from '../model/report.ts'
import { count, moment } from './figures.ts'

/** A cause with the row that proves it best, and how far it reaches, in words. */
export interface ShownCause {
  readonly cause: Cause
  readonly row: ClauseRow | undefined
  readonly reach: string
}

/** What is to be mended, as the report orders it; what is waived is nobody's next step. */
export function shownCauses({ causes, clauses }: Report): readonly ShownCause[] {
  const byId = new Map(clauses.map((row) => [`${row.provider} ${row.id}`, row]))
  return causes
    .filter(({ severity }) => severity !== 'waived')
    .map((cause) => ({
      cause,
      row: byId.get(`${cause.provider} ${cause.proof}`),
      reach: reachOf(cause),
    }))
}

/** So many are read at once, and so many of more than that. */
const few = 20
const most = 15

/** The causes that a reader sees first: of many those that reach several clauses, since what is single is no pattern. */
export function leadingCauses(causes: readonly ShownCause[]): readonly ShownCause[] {
  if (causes.length <= few) return causes
  const several = causes.filter(({ cause }) => cause.breaks.length + cause.blocks.length > 1)
  return several.length === 0 ? causes.slice(0, most) : several.slice(0, most)
}

function reachOf({ breaks, blocks, past }: Cause): string {
  const blocked = blocks.length === 0 ? '' : `, blocks ${blocks.length}`
  return `breaks ${count(breaks.length, 'clause')}${blocked}${past === undefined ? '' : `, ${sinceWhen(past)}`}`
}

function sinceWhen({ change, since }: CausePast): string {
  if (change === 'new') return 'new'
  return `${change === 'grown' ? 'breaks more than before, ' : ''}since ${moment(since)}`
}
