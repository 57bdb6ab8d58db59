import { describe, expect, it } from 'vitest'
import { model } from '../../../emulator/straddle/index.ts'
import type { ClauseRow } from '../../../model/report.ts'
import { judge } from './judging.ts'

/** What is said of the clause that a fault is about, after the checks that show it. */
async function judged(id: string, clause: string, only: string): Promise<ClauseRow | undefined> {
  const rows = await judge({ lies: model.faults.filter((fault) => fault.id === id), only: [only] })
  return rows.find((row) => row.id === clause)
}

describe('what the live sandbox does otherwise', () => {
  it.for([
    ['empty-unauthorized', 'straddle.errors.response.json', 'straddle/authentication'],
    ['html-not-found', 'straddle.errors.response.json', 'straddle/introduction'],
    ['payouts-stay-pending', 'straddle.payouts.outcomes.paid', 'straddle/payouts/paid'],
    ['slash-error-types', 'straddle.errors.type.form', 'straddle/errors/malformed-json'],
    ['fields-unprocessable', 'straddle.errors.status.bad-request', 'straddle/errors/missing-and-incorrect-parameters'],
    ['fields-unprocessable', 'straddle.errors.example.duplicate-email', 'straddle/errors/duplicate-email'],
    ['cancelled-outcomes-fail', 'straddle.charges.outcomes.fraud', 'straddle/charges/stopped'],
    ['reversals-fail', 'straddle.charges.outcomes.reversed', 'straddle/charges/returned-customer-dispute'],
  ] as const)('is a known departure, which warns: %s', async ([id, clause, only]) => {
    const row = await judged(id, clause, only)
    expect(row).toMatchObject({ verdict: 'gap', severity: 'warn' })
    expect(row?.findings.map(({ known }) => known)).not.toContain(undefined)
  })

  it.for([
    ['times-without-zone', 'straddle.times.instants.form', 'straddle/customers/update'],
    ['trace-numbers-omitted', 'straddle.funding.object.shape', 'straddle/funding-events'],
    ['session-ok', 'straddle.bridge.initialize.answers', 'straddle/bridge/session'],
  ] as const)('is no gap where its sources allow it: %s', async ([id, clause, only]) => {
    expect((await judged(id, clause, only))?.verdict).toBe('conforms')
  })

  it('fails no run, even all of it together', async () => {
    const rows = await judge({ lies: model.faults })
    expect(rows.filter(({ severity }) => severity === 'fail').map(({ id }) => id)).toEqual([])
    expect(rows.filter(({ severity }) => severity === 'warn').length).toBeGreaterThan(5)
  })
})
