/** The files of a report in every format, in the order of the alphabet. */
export const everyFile = [
  'ctrf-report.json',
  'events.ndjson',
  'junit.xml',
  'report.html',
  'report.json',
  'report.sarif',
  'summary.md',
]
