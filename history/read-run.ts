import { asReport, readJson } from '../engine/read-report.ts'
import type { RunRecord } from '../model/record.ts'
import { UsageError } from '../wire/errors.ts'
import { recordIn } from './folder.ts'
import { recordOf } from './record-of.ts'

/** The run that a file tells of: a report, or the record of one. */
export function readRun(path: string): RunRecord {
  const value = readJson(path, 'report or record')
  const { format, version } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (format === 'assay-report') return recordOf(asReport(value, path))
  const record = recordIn(value, path)
  if (typeof record !== 'string') return record
  throw new UsageError(
    format === 'assay-record' && typeof version === 'number' && version > 1
      ? `The record ${path} was written by a later version of Assay (record version ${version}).`
      : `The file ${path} is neither a report nor the record of a run that can be read.`,
  )
}
