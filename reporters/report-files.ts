import type { Report } from '../model/report.ts'
import { ctrf } from './ctrf.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'

/** A report in one format: no input but the report, no output but the text. */
export type Reporter = (report: Report) => string

/** The formats that are made of a finished report, and the file of each in the folder of the report. */
const made = {
  json: { file: 'report.json', reporter: json },
  html: { file: 'report.html', reporter: html },
  junit: { file: 'junit.xml', reporter: junit },
  markdown: { file: 'summary.md', reporter: markdown },
  sarif: { file: 'report.sarif', reporter: sarif },
  ctrf: { file: 'ctrf-report.json', reporter: ctrf },
} as const

/** Events are written as they happen, not made of the report. */
export const eventFile = 'events.ndjson'

export const formats = ['json', 'html', 'junit', 'markdown', 'sarif', 'ctrf', 'ndjson'] as const
export type Format = (typeof formats)[number]

/** The files of a report in some formats, by name. */
export function reportFiles(wanted: readonly Format[] = formats): Readonly<Record<string, Reporter>> {
  return Object.fromEntries(
    wanted.flatMap((format) => (format === 'ndjson' ? [] : [[made[format].file, made[format].reporter] as const])),
  )
}
