import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { UsageError } from '../errors.ts'
import { entryIn } from './entry-in.ts'
import { entrySpans } from './entry-spans.ts'
import type { Span } from './entry-spans.ts'
import type { LooseEntry } from './loose-entry.ts'

/** The entries of a recording, in the order of the file; undefined for what is no entry. An array is one; a file is read entry by entry. */
export interface Entries extends Iterable<LooseEntry | undefined> {
  readonly length: number
  at(index: number): LooseEntry | undefined
}

const chunkBytes = 1 << 22
/** A larger file is not read as a whole to say what is wrong with it. */
const mostDiagnosed = 64 << 20

/**
 * The entries of a HAR file, which may be larger than memory: only their places are kept, and each is read when it is asked for.
 * A file that is broken is refused in one sentence, and so is one without any entry that can be read.
 */
export function readHar(path: string): Entries {
  const file = opened(path)
  const spans = spansIn(path, file)
  const at = (index: number): LooseEntry | undefined => {
    const span = spans[index]
    return span === undefined ? undefined : entryIn(parsedEntry(file, span))
  }
  return {
    length: spans.length,
    at,
    *[Symbol.iterator]() {
      let isReadable = spans.length === 0
      for (let index = 0; index < spans.length; index += 1) {
        const entry = at(index)
        isReadable ||= entry !== undefined
        yield entry
      }
      if (!isReadable)
        throw new UsageError(`Entry 1 of the recording ${path} is not as HAR 1.2 has it; record the traffic again.`)
    },
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
}

function spansIn(path: string, file: number): readonly Span[] {
  try {
    const { spans, found, closed } = entrySpans(chunksOf(file))
    if (found && closed) return spans
    closeSync(file)
    throw refusal(path, closed)
  } catch (thrown) {
    throw thrown instanceof UsageError ? thrown : unreadable(path, thrown)
  }
}

function* chunksOf(file: number): Iterable<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let position = 0; ;) {
    const length = readSync(file, buffer, 0, chunkBytes, position)
    if (length === 0) return
    position += length
    yield buffer.subarray(0, length)
  }
}

/** What is wrong with a file in which no entries were found. */
function refusal(path: string, closed: boolean): UsageError {
  const noEntries = `The file ${path} is not a recording: it is JSON, but has no log.entries as HAR 1.2 has them.`
  const cutOff = `The recording ${path} is cut off: its JSON does not end; record the traffic again.`
  if (statSync(path).size > mostDiagnosed) return new UsageError(closed ? noEntries : cutOff)
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  try {
    JSON.parse(text)
    return new UsageError(noEntries)
  } catch {
    const isCutOff = /^\s*\{/.test(text) && !/\}\s*$/.test(text)
    return new UsageError(isCutOff ? cutOff : `The file ${path} is not a recording: it is not readable JSON.`)
  }
}

function unreadable(path: string, thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException
  return code === undefined ? thrown : new UsageError(`The recording ${path} cannot be read (${code}).`)
}

function parsedEntry(file: number, { start, end }: Span): unknown {
  const bytes = Buffer.allocUnsafe(end - start)
  readSync(file, bytes, 0, end - start, start)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
