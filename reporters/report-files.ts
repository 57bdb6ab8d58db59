import type { Report } from '../model/report.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'

/** A report in one format: no input but the report, no output but the text. */
export type Reporter = (report: Report) => string

/** The files of a report folder. */
export const reportFiles: Readonly<Record<string, Reporter>> = {
  'report.json': json,
  'report.html': html,
  'junit.xml': junit,
  'summary.md': markdown,
}
