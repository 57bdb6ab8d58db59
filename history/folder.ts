import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunRecord } from '../model/record.ts'
import { validateOwn } from '../schemas/own.ts'
import { makeFolder } from '../wire/make-folder.ts'

/** Where runs are kept if nothing else is said. */
export const usualHistory = join('.assay', 'history')

/** Runs that a folder keeps; with a new one, the oldest goes. */
export const keptRuns = 500

/** Larger than a record of all providers can be. */
const largestRecord = 16 * 1024 * 1024
/** A file that a run has begun and not finished is left alone for as long. */
const unfinishedMs = 60 * 60_000

/** What a folder of kept runs holds. */
export interface Kept {
  /** In the order in which they were kept. */
  readonly records: readonly RunRecord[]
  /** What could not be read, one sentence each. */
  readonly notes: readonly string[]
}

const nameOfRecord = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8}\.json$/

/** Reads the latest runs of a folder. What is no record is skipped and told of; a folder that is not there holds nothing. */
export function readHistory(folder: string): Kept {
  const records: { readonly at: number; readonly name: string; readonly record: RunRecord }[] = []
  const notes: string[] = []
  for (const name of latest(filesIn(folder))) {
    const read = readRecordFile(join(folder, name), name)
    if (read === undefined) continue
    if (typeof read === 'string') notes.push(read)
    else records.push({ at: instantOf(name) ?? Date.parse(read.finishedAt), name, record: read })
  }
  const inOrder = records.toSorted((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1))
  return { records: inOrder.map(({ record }) => record), notes }
}

/**
 * Keeps a run in a folder: one file, there whole or not at all, under a name that no other run has. Its name says when it was kept, and
 * always later than what is there, whatever the clock says. Removes the oldest beyond `keptRuns`.
 */
export function appendRecord(folder: string, record: RunRecord): void {
  makeFolder(folder)
  const before = readdirSync(folder)
  const last = Math.max(...before.flatMap((name) => instantOf(name) ?? []), 0)
  const instant = new Date(Math.max(Date.now(), last + 1)).toISOString().replaceAll(/[-:.]/g, '')
  const name = `${instant}-${randomBytes(4).toString('hex')}.json`
  const unfinished = join(folder, `.${name}.unfinished`)
  try {
    writeFileSync(unfinished, `${JSON.stringify(record)}\n`)
    renameSync(unfinished, join(folder, name))
  } finally {
    rmSync(unfinished, { force: true })
  }
  const kept = [...before.filter((one) => instantOf(one) !== undefined), name].toSorted()
  for (const old of kept.slice(0, -keptRuns)) rmSync(join(folder, old), { force: true })
  for (const abandoned of before.filter((one) => one.endsWith('.unfinished'))) removeAbandoned(join(folder, abandoned))
}

/** Makes the folder of kept runs and sees that it can be written to, before a run costs anything. */
export function probeHistory(folder: string): void {
  const probe = join(folder, `.${randomBytes(4).toString('hex')}.unfinished`)
  makeFolder(folder)
  writeFileSync(probe, '')
  rmSync(probe)
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('.'))
      .map(({ name }) => name)
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '')) return []
    throw thrown
  }
}

/** More than a folder keeps may be there where several were put together. */
function latest(names: readonly string[]): readonly string[] {
  const records = names.filter((name) => instantOf(name) !== undefined).toSorted()
  const others = names.filter((name) => instantOf(name) === undefined)
  return [...records.slice(-keptRuns), ...others.slice(0, keptRuns)]
}

/** A record, a sentence on what is wrong with the file, or nothing where another run has removed it. */
function readRecordFile(path: string, name: string): RunRecord | string | undefined {
  try {
    if (statSync(path).size > largestRecord) return `${name} is larger than any record and was skipped.`
    return recordIn(JSON.parse(readFileSync(path, 'utf8')), name)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return `${name} is cut short or no JSON and was skipped.`
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === undefined) throw thrown
    return `${name} cannot be read (${code}) and was skipped.`
  }
}

/** The record that a value is, or a sentence on why it is none. */
export function recordIn(value: unknown, name: string): RunRecord | string {
  const { format, version } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (format !== 'assay-record') return `${name} is no record of a run and was skipped.`
  if (typeof version === 'number' && version > 1)
    return `${name} was written by a later version of Assay (record version ${version}) and was skipped.`
  const problem = validateOwn('record', value)
  return problem === undefined ? (value as RunRecord) : `${name} is no valid record and was skipped: ${problem}.`
}

/** When a file was kept, as its name says; nothing where it has another kind of name. */
function instantOf(name: string): number | undefined {
  const [, year, month, day, hour, minute, second, ms] = nameOfRecord.exec(name) ?? []
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
  return Number.isNaN(instant) ? undefined : instant
}

function removeAbandoned(path: string): void {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (made !== undefined && Date.now() - made > unfinishedMs) rmSync(path, { force: true })
}
