import { readFileSync } from 'node:fs'
import { isObject } from '../../model/json.ts'
import { UsageError } from '../errors.ts'
import type { LooseEntry } from './loose-entry.ts'

/** The entries of a HAR file. A file that is broken is refused in one sentence. */
export function readHar(path: string): readonly LooseEntry[] {
  const har = parsed(path, contentOf(path))
  const log = isObject(har) ? har['log'] : undefined
  const entries: unknown = isObject(log) ? log['entries'] : undefined
  if (!Array.isArray(entries))
    throw new UsageError(`The file ${path} is not a recording: it is JSON, but has no log.entries as HAR 1.2 has them.`)
  const broken = entries.findIndex((entry) => !isEntry(entry))
  if (broken !== -1)
    throw new UsageError(
      `Entry ${broken + 1} of the recording ${path} is not as HAR 1.2 has it; record the traffic again.`,
    )
  return entries as readonly LooseEntry[]
}

function contentOf(path: string): string {
  try {
    // some tools begin the file with a byte order mark
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === undefined) throw thrown
    const tooLong = code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE'
    throw new UsageError(
      tooLong
        ? `The recording ${path} is larger than 512 MB; split it.`
        : `The recording ${path} cannot be read (${code}).`,
    )
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const cutOff = /^\s*\{/.test(text) && !/\}\s*$/.test(text)
    throw new UsageError(
      cutOff
        ? `The recording ${path} is cut off: its JSON does not end; record the traffic again.`
        : `The file ${path} is not a recording: it is not readable JSON.`,
    )
  }
}

/** Whether what the reader relies on has the right types; what is missing is made up for later. */
function isEntry(entry: unknown): boolean {
  if (!isObject(entry)) return false
  const { request, response } = entry
  if (!isObject(request) || typeof request['method'] !== 'string' || typeof request['url'] !== 'string') return false
  return (
    hasHeaders(request) && (response === undefined || response === null || (isObject(response) && hasHeaders(response)))
  )
}

function hasHeaders({ headers }: Readonly<Record<string, unknown>>): boolean {
  return headers === undefined || (Array.isArray(headers) && headers.every(isObject))
}
