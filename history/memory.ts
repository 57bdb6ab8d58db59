import type { RunRecord } from '../model/record.ts'
import type { Report, ReportHistory } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { appendRecord, probeHistory, readHistory, usualHistory } from './folder.ts'
import type { Kept } from './folder.ts'
import { readRun } from './read-run.ts'
import { recordOf } from './record-of.ts'
import { withHistory } from './with-history.ts'

/** Runs in a row that could not judge a clause, from which on it is told of. */
const usualStuckRuns = 3

export interface MemorySetting {
  /** Folder of earlier runs, the usual one where absent; none where false. */
  readonly history?: string | false
  /** Report or record that this run is compared with, in place of the folder. */
  readonly baseline?: string
  readonly failOn?: ReportHistory['failOn']
  readonly stuckRuns?: number
  /** Name of the target in the configuration. */
  readonly targetName?: string
  /** Told what goes wrong with a folder that nobody named. */
  readonly say: (sentence: string) => void
}

/** What earlier runs left, and what is left to later ones. */
export interface Memory {
  /** Says what earlier runs say of a run. */
  compare(report: Report): Report
  /** Keeps a run for those after it. */
  keep(report: Report): void
}

/** Opens what earlier runs left. A file or folder that was named and cannot be used is refused before the run costs anything. */
export function openMemory(setting: MemorySetting): Memory {
  const { history = usualHistory, baseline, failOn = 'gaps', stuckRuns = usualStuckRuns, targetName, say } = setting
  const isNamed = typeof setting.history === 'string'
  const base = baseline === undefined ? undefined : readRun(baseline)
  if (failOn === 'new' && history === false && base === undefined)
    throw new UsageError('What is new can only be told against a history or a baseline; give one of them.')
  if (isNamed && history !== false) sayingWhere(history, () => probeHistory(history))
  return {
    compare(report) {
      const named: Report = targetName === undefined ? report : { ...report, targetName }
      if (history === false && base === undefined) return named
      const { records, notes } =
        base !== undefined || history === false
          ? { records: [base].flatMap((one) => one ?? []), notes: [] }
          : keptIn(history)
      const against = base === undefined ? 'history' : 'baseline'
      return withHistory(named, { records, against, failOn, stuckRuns, notes })
    },
    keep(report) {
      if (history !== false) keepIn(history, recordOf(report), isNamed ? undefined : say)
    },
  }
}

/** What cannot be read is told of in the report, which it must not cost. */
function keptIn(folder: string): Kept {
  try {
    return readHistory(folder)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === undefined) throw thrown
    return { records: [], notes: [`The earlier runs in ${folder} cannot be read (${code}).`] }
  }
}

/** A run that was judged is reported even where it cannot be kept in a folder that nobody named. */
function keepIn(folder: string, record: RunRecord, say: MemorySetting['say'] | undefined): void {
  try {
    sayingWhere(folder, () => appendRecord(folder, record))
  } catch (thrown) {
    if (say === undefined || !(thrown instanceof UsageError)) throw thrown
    say(thrown.message)
  }
}

function sayingWhere(folder: string, write: () => void): void {
  try {
    write()
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    throw code === undefined ? thrown : cannot(folder, code)
  }
}

const cannot = (folder: string, code: string): UsageError =>
  new UsageError(
    `The run cannot be kept in ${folder} (${code}); name another folder with --history, or add --no-history.`,
  )
