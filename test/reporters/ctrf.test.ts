import { validate } from 'ctrf'
import type { CTRFReport } from 'ctrf'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { ctrf } from '../../reporters/ctrf.ts'
import { everyReport } from './every-report.ts'
import { conformingReport, sampleReport } from './sample-report.ts'

const documentOf = (report: Report): CTRFReport => JSON.parse(ctrf(report)) as CTRFReport

describe('CTRF', () => {
  it.for(everyReport)('of a %s report keeps to its schema', ([, report]) => {
    expect(validate(documentOf(report))).toMatchObject({ valid: true })
  })

  it('is refused by the schema where a test has no status', () => {
    const { results, ...rest } = documentOf(sampleReport())
    expect(validate({ ...rest, results: { ...results, tests: [{ name: 'x', duration: 0 }] } })).toMatchObject({
      valid: false,
    })
  })

  it('has a test a clause, those of the first cause before others, and one for each waiver that fails the run', () => {
    const { tests, summary } = documentOf(sampleReport()).results
    expect(tests.slice(0, 4).map(({ name, status }) => [name, status])).toEqual([
      ['The waiver of acme.refunds.create.partial has expired', 'failed'],
      ['The waiver of acme.charges.list.order is no longer needed', 'failed'],
      ['The waiver of acme.charges.list.gone matches nothing', 'failed'],
      ['A created charge carries the requested amount.', 'failed'],
    ])
    expect(summary).toMatchObject({ tests: 16, passed: 4, failed: 5, skipped: 3, pending: 0, other: 4 })
  })

  it('leads with the causes', () => {
    expect(Object.keys(documentOf(sampleReport())).indexOf('extra')).toBeLessThan(
      Object.keys(documentOf(sampleReport())).indexOf('results'),
    )
    expect(documentOf(sampleReport()).extra?.['causes']).toMatchObject([
      { breaks: ['acme.charges.create.echoes-amount'], blocks: ['acme.refunds.create.again'] },
      expect.anything(),
      expect.anything(),
    ])
  })

  it.for([
    [2, 'fault: '],
    [3, 'not judged: '],
  ] as const)('is not green where the exit code is %i', ([exitCode, message]) => {
    const { tests } = documentOf({ ...conformingReport(), exitCode }).results
    expect(tests[0]).toMatchObject({
      name: 'The run came to a verdict',
      status: 'failed',
      message: expect.stringContaining(message),
    })
  })
})
