import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { sarif } from '../../reporters/sarif.ts'
import { everyReport } from './every-report.ts'
import { sampleReport } from './sample-report.ts'

// of draft 4, but without a keyword that means something else since then
const {
  $schema: _,
  id: __,
  ...published
} = JSON.parse(readFileSync('test/reporters/published/sarif-2.1.0-rtm.5.json', 'utf8')) as Readonly<
  Record<string, unknown>
>
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats.default(ajv)
const isValid = ajv.compile(published)

const logOf = (report: Report): Log => JSON.parse(sarif(report)) as Log
const runOf = (report: Report) => {
  const [run] = logOf(report).runs
  if (run === undefined) throw new Error('a log has a run')
  return run
}

describe('SARIF', () => {
  it.for(everyReport)('of a %s report keeps to the published schema', ([, report]) => {
    isValid(logOf(report))
    expect(isValid.errors).toBeNull()
  })

  it('is refused by the schema where a result says nothing', () => {
    const log = logOf(sampleReport())
    const [run] = log.runs
    isValid({ ...log, runs: [{ ...run, results: [{ ruleId: 'x' }] }] })
    expect(isValid.errors?.map(({ params }) => params)).toContainEqual({ missingProperty: 'message' })
  })

  it('has a result a gap, those of the first cause first, each of a rule with a help text', () => {
    const report = sampleReport()
    const { results = [], tool } = runOf(report)
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['acme.charges.create.echoes-amount', 'error'],
      ['acme.charges.create.request-id', 'warning'],
      ['acme.refunds.create.partial', 'warning'],
    ])
    for (const { ruleId, ruleIndex = -1 } of results) {
      const rule = tool.driver.rules?.[ruleIndex]
      expect(rule?.id).toBe(ruleId)
      expect(rule?.help?.text).toContain('It stands in Acme')
    }
  })

  it('says where by an operation and a place in its answer, with the request and the response', () => {
    const [first] = runOf(sampleReport()).results ?? []
    expect(first?.locations?.[0]?.logicalLocations).toEqual([
      { name: 'createCharge', fullyQualifiedName: 'acme/createCharge#/amount', kind: 'resource' },
    ])
    expect(first?.message.text).toContain('createCharge answered 200: at /amount, expected 1250, actual 1249')
    expect(first?.webRequest).toMatchObject({ method: 'POST', target: '/v1/charges?expand[]=customer' })
    expect(first?.webResponse).toMatchObject({ statusCode: 200, headers: { 'request-id': 'req_1' } })
  })

  it('has the same fingerprints whatever shows the gap', () => {
    const prints = (report: Report) => runOf(report).results?.map(({ partialFingerprints }) => partialFingerprints)
    const report = sampleReport()
    const clauses = report.clauses.map((row) => ({
      ...row,
      findings: row.findings.map((finding) => ({ ...finding, at: '/other', actual: 'x', evidence: [3], times: 9 })),
    }))
    expect(prints(sampleReport({ clauses, seed: 7 }))).toEqual(prints(report))
    expect(new Set(prints(report)?.map((print) => JSON.stringify(print))).size).toBe(3)
  })

  it('names of each result its cause, and lists the causes', () => {
    const { results = [], taxonomies } = runOf(sampleReport())
    const known = taxonomies?.[0]?.taxa?.map(({ id }) => id)
    expect(known?.length).toBeGreaterThan(2)
    for (const { taxa } of results) expect(known).toContain(taxa?.[0]?.id)
  })

  it('takes a waiver for a suppression, and a fault of ours for no result', () => {
    const { results = [], invocations } = runOf(sampleReport({ exitCode: 2 }))
    expect(results.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
      undefined,
      undefined,
      'Ticket PAY-12 replaces the mock. (payments team, until 2027-01-31)',
    ])
    expect(invocations?.[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 })
    expect(invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      'globex.invoices.pay.once: The check threw: Cannot read properties of undefined.',
    ])
    expect(invocations?.[0]?.toolConfigurationNotifications).toHaveLength(3)
  })
})
