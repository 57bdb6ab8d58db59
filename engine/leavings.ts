import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../wire/errors.ts'
import type { Left } from './ledger.ts'
import { processOf } from './ledger.ts'
import { readLedgerFile, writeEntries } from './ledger-file.ts'
import type { LedgerEntry } from './ledger-file.ts'

/** What earlier runs left on one target. */
export interface Leavings extends Left {
  /** Other targets on which something is left. */
  readonly elsewhere: readonly string[]
  /** Processes of runs that still go on; they remove what they made themselves. */
  readonly goingOn: readonly number[]
  /** Files whose last line is cut off. */
  readonly cutOff: readonly string[]
}

interface Page {
  readonly path: string
  readonly entries: readonly LedgerEntry[]
}

/** Reads every ledger in a folder, oldest first, but for those of runs that still go on; or one file, whosever it is. */
export function readLeavings(place: string, target: string): Leavings {
  const { paths, goingOn } = pathsAt(place)
  const read = paths.map((path) => ({ path, ...readLedgerFile(path) }))
  let pages: readonly Page[] = read
  const isHere = (entry: LedgerEntry): boolean => entry.target === target
  const elsewhere = read.flatMap(({ entries }) =>
    entries.filter((entry) => !isHere(entry)).map((entry) => entry.target),
  )
  return {
    entries: () => pages.flatMap(({ entries }) => entries).filter(isHere),
    keep(left) {
      const kept = new Set(left)
      pages = pages.map((page) => rewritten(page, (entry) => !isHere(entry) || kept.has(entry)))
    },
    elsewhere: [...new Set(elsewhere)],
    goingOn,
    cutOff: read.filter((file) => file.cutOff).map(({ path }) => path),
  }
}

function rewritten({ path, entries }: Page, stays: (entry: LedgerEntry) => boolean): Page {
  const left = entries.filter(stays)
  if (left.length < entries.length) writeEntries(path, left)
  return { path, entries: left }
}

function pathsAt(place: string): { readonly paths: readonly string[]; readonly goingOn: readonly number[] } {
  if (!existsSync(place)) return { paths: [], goingOn: [] }
  const names = namesIn(place)
  if (names === undefined) return { paths: [place], goingOn: [] }
  const files = names
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => ({ path: join(place, name), process: processOf(name) }))
  return {
    paths: files
      .flatMap(({ path, process }) => (process === undefined ? [path] : []))
      .toSorted((one, other) => ageOf(one) - ageOf(other)),
    goingOn: files.flatMap(({ process }) => process ?? []),
  }
}

/** The files of a folder, or undefined where it is none. */
function namesIn(place: string): readonly string[] | undefined {
  try {
    return readdirSync(place)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return undefined
    throw new UsageError(`The ledger ${place} cannot be read (${code}); name another one with --ledger.`)
  }
}

const ageOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
