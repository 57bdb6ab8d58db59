import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../api/index.ts'
import type { Report } from '../../model/report.ts'
import type { ForeignServer } from '../../scripts/foreign-server.ts'
import { repeated } from '../../scripts/proofs/repeated.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startMock } from './stripe-stateful-mock.ts'

const [key, secondKey] = ['sk_test_proofs', 'sk_test_proofsOfAnother']

let server: ForeignServer
let report: Report

beforeAll(async () => {
  server = await startMock()
  report = await judge({
    provider: 'stripe',
    target: server.origin,
    only: ['stripe/refunds', 'stripe/charges', 'stripe/authentication'],
    ledger: join(temporaryFolder(), 'ledger'),
    environment: { STRIPE_TEST_KEY: key },
  })
}, 60_000)

afterAll(() => server.stop())

describe('the script of a finding', () => {
  it('shows its gap again, on the server where it was found; `npm run proofs` runs all of them', () => {
    // an observer of lists shows an item that has moved on since
    const findings = report.clauses
      .filter(({ verdict }) => verdict === 'gap')
      .flatMap((row) => row.findings.slice(0, 1).map((finding) => ({ id: row.id, finding })))
      .filter(({ finding: { at } }) => !/^\/data\/\d/.test(at))
    expect(findings.length).toBeGreaterThan(10)
    const results = findings.map(({ id, finding }) => [
      id,
      repeated(finding, { origin: server.origin, key, secondKey }),
    ])
    expect(results.filter(([, result]) => result !== 'shown')).toEqual([])
  }, 60_000)

  it('does not show a gap that the server does not have', () => {
    const finding = report.clauses
      .flatMap(({ findings }) => findings)
      .find(({ at, curl }) => at === 'status' && curl !== '')
    expect(finding).toBeDefined()
    expect(repeated({ ...finding!, actual: 299 }, { origin: server.origin, key, secondKey })).toBe('not shown')
  })
})
