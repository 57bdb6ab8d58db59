import { expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { html } from '../../reporters/html.ts'
import { junit } from '../../reporters/junit.ts'
import { markdown } from '../../reporters/markdown.ts'
import { terminal } from '../../reporters/terminal.ts'
import { sampleReport } from './sample-report.ts'

const formats: Readonly<Record<string, (report: Report) => string>> = {
  html,
  junit,
  markdown,
  terminal: (report) => terminal(report, { color: false }),
}

it.each(Object.entries(formats))('%s tells that a made-up key was sent, where it was', (_, write) => {
  const report = sampleReport()
  const providers = report.providers.map((row) => ({ ...row, madeUpKey: true }))
  expect(write(report)).not.toContain('A key that Assay made up was sent')
  expect(write({ ...report, providers })).toContain('A key that Assay made up was sent')
})
