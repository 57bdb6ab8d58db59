import { describe, expect, it } from 'vitest'
import { junit } from '../../reporters/junit.ts'
import type { Report } from '../../model/report.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { readMarkup } from './read-markup.ts'
import type { Element } from './read-markup.ts'
import { conformingReport, emptyReport, hugeReport, interruptedReport, sampleReport } from './sample-report.ts'

const attributesOf: Readonly<Record<string, readonly string[]>> = {
  testsuites: [],
  testsuite: ['name', 'package', 'id', 'timestamp', 'hostname', 'tests', 'failures', 'errors', 'skipped', 'time'],
  testcase: ['name', 'classname', 'time'],
  failure: ['message', 'type'],
  error: ['message', 'type'],
  skipped: ['message', 'type'],
  property: ['name', 'value'],
  properties: [],
  'system-out': [],
  'system-err': [],
}

/** The testsuite elements of a file, each with the elements in it. */
function suitesOf(report: Report): readonly { readonly suite: Element; readonly inside: readonly Element[] }[] {
  const elements = readMarkup(junit(report))
  const starts = elements.flatMap(({ name }, index) => (name === 'testsuite' ? [index] : []))
  return starts.flatMap((start, nth) => {
    const suite = elements[start]
    return suite === undefined ? [] : [{ suite, inside: elements.slice(start + 1, starts[nth + 1]) }]
  })
}

const reports = [
  ['full', sampleReport()],
  ['conforming', conformingReport()],
  ['interrupted', interruptedReport()],
  ['empty', emptyReport()],
  ['huge', hugeReport(60)],
] as const

describe('the JUnit file', () => {
  it.for(reports)('of a %s report has all the attributes that its readers need, and no others', ([, report]) => {
    for (const { name, attributes } of readMarkup(junit(report)))
      expect(Object.keys(attributes)).toEqual(attributesOf[name])
  })

  it.for(reports)('of a %s report has counts that agree with its cases', ([, report]) => {
    for (const { suite, inside } of suitesOf(report)) {
      const number = (name: string): string => String(inside.filter((element) => element.name === name).length)
      const { tests, failures, errors, skipped } = suite.attributes
      expect({ tests, failures, errors, skipped }).toEqual({
        tests: number('testcase'),
        failures: number('failure'),
        errors: number('error'),
        skipped: number('skipped'),
      })
    }
  })

  it.for(reports)('of a %s report has what each suite needs, in the order of the schema', ([, report]) => {
    for (const { suite, inside } of suitesOf(report)) {
      expect(suite.attributes['timestamp']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
      expect(suite.attributes['time']).toMatch(/^\d+\.\d{3}$/)
      const order = inside
        .map(({ name }) => name)
        .filter((name) => !['property', 'failure', 'error', 'skipped'].includes(name))
      expect(order.join(' ')).toMatch(/^properties (testcase )*system-out system-err$/)
    }
  })

  it('has one case a clause, under a name of its own', () => {
    const { clauses, providers } = sampleReport()
    const cases = suitesOf(sampleReport())
      .slice(0, providers.length)
      .flatMap(({ inside }) => inside.filter(({ name }) => name === 'testcase'))
    const names = cases.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`)
    expect(cases).toHaveLength(clauses.length)
    expect(new Set(names).size).toBe(clauses.length)
  })

  it('fails for gaps that bind, errs for our faults and skips what it does not judge', () => {
    const types = readMarkup(junit(sampleReport({ waiverProblems: [] })))
      .filter(({ name }) => ['failure', 'error', 'skipped'].includes(name))
      .map(({ name, attributes }) => `${name} ${attributes['type']}`)
    expect(types.toSorted()).toEqual([
      'error broken',
      'failure gap',
      'skipped blocked',
      'skipped excluded',
      'skipped gap that warns',
      'skipped inconclusive',
      'skipped unobservable',
      'skipped unobservable',
      'skipped waived gap',
    ])
  })

  it('shows what fails a run besides its clauses', () => {
    expect(suitesOf(sampleReport()).at(-1)?.suite.attributes).toMatchObject({ name: 'run', failures: '3', errors: '0' })
    expect(suitesOf(emptyReport()).at(-1)?.suite.attributes).toMatchObject({ name: 'run', failures: '0', errors: '1' })
    const interrupted = suitesOf(interruptedReport()).at(-1)
    expect(interrupted?.suite.attributes).toMatchObject({ name: 'run', failures: '0', errors: '1' })
    expect(interrupted?.inside.find(({ name }) => name === 'error')?.attributes).toMatchObject({ type: 'interrupted' })
    expect(suitesOf(conformingReport()).map(({ suite }) => suite.attributes['name'])).toEqual(['acme', 'globex'])
  })

  it('carries the proof in the failure', () => {
    const failure = readMarkup(junit(sampleReport())).find(({ name }) => name === 'failure')
    expect(failure?.attributes['message']).toBe('gap: /amount: expected 1250, actual 1249')
    expect(failure?.text).toContain('at /amount in exchange 1 (1 of 2), seen 3 times')
    expect(failure?.text).toContain("--data 'amount=1250&currency=usd'")
    expect(failure?.text).toContain('npx assay run acme --target url')
  })

  it.for(payloads)('stays well-formed XML with %j everywhere', (payload) => {
    const file = junit(hostileReport(sampleReport(), payload))
    const names = new Set(readMarkup(file).map(({ name }) => name))
    expect([...names].filter((name) => !(name in attributesOf))).toEqual([])
    // oxlint-disable-next-line no-control-regex
    expect(file).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}|\]\]>/u)
  })
})
