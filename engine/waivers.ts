import { readFileSync } from 'node:fs'
import { validateOwn } from '../schemas/own.ts'
import type { ClauseRow, TargetKind, WaiverProblem } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'

/** A known gap of one kind of target. */
export interface Waiver {
  readonly clause: string
  readonly target: TargetKind
  readonly reason: string
  readonly owner: string
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string
}

/** Reads a waiver file; refuses one that is not what it should be. */
export function readWaivers(path: string): readonly Waiver[] {
  const file = parseFile(path)
  const problem = validateOwn('waiver', file)
  if (problem !== undefined) throw new UsageError(`The waiver file ${path} cannot be used: ${problem}.`)
  return (file as { readonly waivers: readonly Waiver[] }).waivers
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path).toString())
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(missing ? `There is no waiver file ${path}.` : `The waiver file ${path} is not readable JSON.`)
  }
}

/** The waivers that hold for a target on a day. */
export function waiversInForce(
  waivers: readonly Waiver[],
  target: TargetKind,
  today: string,
): ReadonlyMap<string, Waiver> {
  return new Map(
    waivers
      .filter((waiver) => waiver.target === target && waiver.expires >= today)
      .map((waiver) => [waiver.clause, waiver]),
  )
}

/** Waivers that fail the run: expired, naming no clause of the run, or of a clause that conforms again. */
export function waiverProblems(
  waivers: readonly Waiver[],
  target: TargetKind,
  today: string,
  rows: readonly ClauseRow[],
): readonly WaiverProblem[] {
  return waivers
    .filter((waiver) => waiver.target === target)
    .flatMap<WaiverProblem>((waiver) => {
      const row = rows.find(({ id }) => id === waiver.clause)
      if (waiver.expires < today) {
        return [
          {
            clause: waiver.clause,
            problem: 'expired',
            text: `expired on ${waiver.expires}; renew it with its owner, ${waiver.owner}, or remove it`,
          },
        ]
      }
      if (row === undefined)
        return [
          { clause: waiver.clause, problem: 'matches-nothing', text: 'no clause of this run has this id; remove it' },
        ]
      if (row.verdict === 'conforms')
        return [{ clause: waiver.clause, problem: 'conforms', text: 'the clause conforms again; remove it' }]
      return []
    })
}
