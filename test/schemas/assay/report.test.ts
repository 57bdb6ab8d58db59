import { describe, expect, it } from 'vitest'
import { conformingReport, emptyReport, hugeReport, sampleReport } from '../../reporters/sample-report.ts'
import { mutations } from './mutations.ts'
import { shapes } from './shapes.ts'
import { validator } from './validators.ts'

const isReport = validator('report')
const sample: unknown = JSON.parse(JSON.stringify(sampleReport()))

const optional = new Set(
  shapes.flatMap(([, , shape]) => Object.entries(shape).flatMap(([key, need]) => (need === 'optional' ? [key] : []))),
)
// A name that is optional in one object and required in another is tested by hand below.
const both = new Set(['reason', 'status'])

describe('the schema of a report', () => {
  it.for([
    ['full', sampleReport()],
    ['partial', sampleReport({ partial: true })],
    ['conforming', conformingReport()],
    ['empty', emptyReport()],
    ['huge', hugeReport(50)],
  ] as const)('accepts a %s report', ([, report]) => {
    expect(isReport(JSON.parse(JSON.stringify(report)))).toBe(true)
  })

  it('refuses every single fault in a report', () => {
    const faults = mutations(sample, optional)
    expect(faults.length).toBeGreaterThan(900)
    expect(faults.filter(({ value }) => isReport(value)).map(({ what }) => what)).toEqual([])
  })

  it('names no key both optional and required without a test by hand', () => {
    const needed = new Set(
      shapes.flatMap(([, , shape]) =>
        Object.entries(shape).flatMap(([key, need]) => (need === 'required' ? [key] : [])),
      ),
    )
    expect([...optional].filter((key) => needed.has(key)).toSorted()).toEqual([...both].toSorted())
  })

  it('needs the reason of a leftover and of a waiver, and the status of a response', () => {
    const report = sampleReport()
    const [exchange] = report.exchanges
    const [provider] = report.providers
    expect(isReport({ ...report, exchanges: [{ ...exchange, response: { headers: [], body: '' } }] })).toBe(false)
    expect(isReport({ ...report, providers: [{ ...provider, leftovers: [{ kind: 'charge', id: 'ch_1' }] }] })).toBe(
      false,
    )
    expect(
      isReport({ ...report, clauses: [{ ...report.clauses[0], waiver: { owner: 'me', expires: '2027-01-01' } }] }),
    ).toBe(false)
  })

  it.for([
    ['an unknown version', { version: 3 }],
    ['an unknown target', { target: 'https://api.acme.example' }],
    ['an exit code that does not exist', { exitCode: 4 }],
    ['a seed with a fraction', { seed: 1.5 }],
    ['a time that is none', { startedAt: 'yesterday' }],
    ['a negative duration', { durationMs: -1 }],
  ] as const)('refuses %s', ([, fault]) => {
    expect(isReport({ ...sampleReport(), ...fault })).toBe(false)
  })

  it.for([
    ['a verdict that does not exist', { verdict: 'passed' }],
    ['a severity that does not exist', { severity: 'error' }],
    ['an id that is not in kebab case', { id: 'acme.charges.createCharge.answers' }],
    ['an id of two parts', { id: 'acme.charges' }],
    ['an outage that is not on the list', { outage: 'gremlins' }],
    ['a waiver that expires on no date', { waiver: { reason: 'r', owner: 'o', expires: '2026-02-30' } }],
  ] as const)('refuses a clause with %s', ([, fault]) => {
    const { clauses } = sampleReport()
    expect(isReport({ ...sampleReport(), clauses: [{ ...clauses[0], ...fault }] })).toBe(false)
  })
})
