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

/** A report of a target that speaks another version, with a gap that is a difference of it. */
function ofAnother(by: 'header' | 'properties'): Report {
  const report = sampleReport()
  const [first, ...others] = report.providers
  const gap = report.clauses.find(({ provider, verdict }) => provider === first?.name && verdict === 'gap')
  if (first === undefined || gap === undefined) throw new Error('the sample has no gap')
  const versionChange = { since: '2020-01-01', text: 'One became another.' }
  return {
    ...report,
    providers: [{ ...first, speaks: { name: '2020-06-01', by, asked: '2019-01-01' } }, ...others],
    clauses: report.clauses.map((row) => (row === gap ? { ...row, versionChange } : row)),
  }
}

it.each(Object.entries(formats))('%s says first which version speaks, where it is another one', (_, write) => {
  expect(write(sampleReport())).not.toContain('answers as version')
  expect(write(ofAnother('header'))).toMatch(
    /answers as version 2020-06-01, not as 2019-01-01: 1 of its \d+ gaps? is a difference/,
  )
  expect(write(ofAnother('properties'))).toContain('answers as version 2020-06-01 or later')
})

it('a gap names what its version has changed', () => {
  expect(html(ofAnother('header'))).toContain('a difference of version 2020-01-01: One became another.')
})
