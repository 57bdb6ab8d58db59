import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Entry, Log } from 'har-format'
import { writeJson } from '../../model/write-json.ts'
import { UsageError } from '../errors.ts'
import { makeFolder } from '../make-folder.ts'

/** A HAR file that grows entry by entry and is valid after each, so that nothing that ends a run can spoil it. */
export interface HarFile {
  add(entry: Entry): void
  /** Throws a `UsageError` where something could not be written on the way. */
  close(): void
}

const tail = '\n]}}\n'

export function createHarFile(path: string, version: string): HarFile {
  const creator: Log['creator'] = { name: 'assay', version }
  const head = `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`
  const file = opened(path)
  let failure: string | undefined
  let end = 0
  let entries = 0

  /** Writes before the tail, and the tail again. */
  function append(text: string): void {
    if (failure !== undefined) return
    try {
      const bytes = Buffer.from(`${text}${tail}`)
      for (let written = 0; written < bytes.length;)
        written += writeSync(file, bytes, written, bytes.length - written, end + written)
      end += bytes.length - tail.length
    } catch (thrown) {
      failure = codeOf(thrown)
      endEarly()
    }
  }

  /** Takes back what was written of the last entry, which makes room for the tail. */
  function endEarly(): void {
    try {
      ftruncateSync(file, end)
      writeSync(file, tail, end)
    } catch (thrown) {
      codeOf(thrown)
    }
  }

  append(head)
  if (failure !== undefined) throw cannotWrite(path, failure)
  return {
    add(entry) {
      append(`${entries === 0 ? '' : ','}\n${writeJson(entry)}`)
      entries += 1
    },
    close() {
      closeSync(file)
      if (failure !== undefined)
        throw new UsageError(`The recording ${path} is incomplete: writing failed (${failure}).`)
    },
  }
}

function opened(path: string): number {
  try {
    makeFolder(dirname(path))
    return openSync(path, 'w')
  } catch (thrown) {
    throw cannotWrite(path, codeOf(thrown))
  }
}

function cannotWrite(path: string, code: string): UsageError {
  return new UsageError(`The recording cannot be written to ${path} (${code}); name another file.`)
}

function codeOf(thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException
  if (code === undefined) throw thrown
  return code
}
