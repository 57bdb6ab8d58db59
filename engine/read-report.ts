import { readFileSync } from 'node:fs'
import { validateOwn } from '../schemas/own.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'

/** Reads a report; refuses what is not one. */
export function readReport(path: string): Report {
  return asReport(readJson(path, 'report'), path)
}

/** What a file holds, which the user means to be a report or the like. */
export function readJson(path: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(missing ? `There is no ${what} ${path}.` : `The ${what} ${path} is not readable JSON.`)
  }
}

export function asReport(value: unknown, path: string): Report {
  const problem = validateOwn('report', value)
  if (problem !== undefined) throw new UsageError(`The file ${path} is not a report of this version: ${problem}.`)
  return value as Report
}
