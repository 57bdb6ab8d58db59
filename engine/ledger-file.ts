import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from '../model/json.ts'
import { writeJson } from '../model/write-json.ts'
import { UsageError } from '../wire/errors.ts'
import { makeFolder } from '../wire/make-folder.ts'

/** One object that a run made on a target that keeps it. */
export interface LedgerEntry {
  readonly provider: string
  /** Where it was made: `live`, or the address of the target. */
  readonly target: string
  readonly kind: string
  readonly id: string
  /** Operation and path parameter that remove it; absent where nothing does. */
  readonly removedBy?: { readonly operation: string; readonly parameter: string }
  readonly second?: boolean
  /** It was made under a key of our making, not one of the user's. */
  readonly madeUpKey?: boolean
}

/** What a file of a ledger holds. */
export interface LedgerFile {
  readonly entries: readonly LedgerEntry[]
  /** Its last line was cut off while it was written, so that what it was to name is not known. */
  readonly cutOff: boolean
}

const lineOf = (entry: LedgerEntry): string => `${writeJson(entry)}\n`

/** Whoever cannot note what is made had better make nothing. */
export function prepareFolder(folder: string): void {
  const probe = join(folder, `.probe.${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (thrown) {
    throw new UsageError(
      `The ledger ${folder} cannot be written (${(thrown as NodeJS.ErrnoException).code}); name another folder with --ledger.`,
    )
  }
}

export function appendEntry(path: string, entry: LedgerEntry): void {
  appendFileSync(path, lineOf(entry))
}

/** The file is there whole before and after, and not at all where nothing is left. */
export function writeEntries(path: string, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return rmSync(path, { force: true })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, entries.map(lineOf).join(''))
  renameSync(unfinished, path)
}

export function readLedgerFile(path: string): LedgerFile {
  const lines = textOf(path).split('\n')
  const last = lines.pop() ?? ''
  const entries = lines.flatMap((line, index) => (line === '' ? [] : [entryOf(line, index + 1, path)]))
  const ending = last === '' ? undefined : parsed(last)
  if (ending === undefined) return { entries, cutOff: last !== '' }
  return { entries: [...entries, entryOf(last, lines.length + 1, path)], cutOff: false }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    // another clean-up may be through with it
    if (code === 'ENOENT') return ''
    throw new UsageError(`The ledger ${path} cannot be read (${code}); name another one with --ledger.`)
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** What a line says; one that says too little is told, and stays where it is. */
function entryOf(line: string, number: number, path: string): LedgerEntry {
  const entry = parsed(line)
  const lacks = (['id', 'kind', 'provider', 'target'] as const).filter(
    (name) => !isObject(entry) || typeof entry[name] !== 'string',
  )
  if (lacks.length === 0) return entry as LedgerEntry
  if (lacks.length === 1 && lacks[0] === 'target')
    throw new UsageError(
      `Line ${number} of the ledger ${path} is of an earlier version of Assay and does not say where its object was made; add "target": "live" (or the address) to it, or delete it when the object is gone.`,
    )
  throw new UsageError(`Line ${number} of the ledger ${path} is not readable; mend or remove it.`)
}
