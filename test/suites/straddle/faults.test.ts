import { describe, expect, it } from 'vitest'
import { straddle } from '../../../contracts/straddle/provider.ts'
import { model } from '../../../emulator/straddle/index.ts'
import { run } from '../../../engine/run.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../../../wire/targets.ts'

/** Verdict and readings of the clause that a fault is about, after the checks that show it. */
async function judged(id: string, clause: string, only: string) {
  const lie = model.faults.find((fault) => fault.id === id)
  if (lie === undefined) throw new Error(`there is no fault ${id}`)
  const report = await run({
    providers: [straddle],
    kind: 'emulator',
    openTarget: () => embeddedEmulator(straddle, 1, { lie: lie as never }),
    redactor: (contract) => createRedactor(contract, []),
    seed: 1,
    runs: 1,
    shrinks: 0,
    only: [only],
    nonce: '',
    version: '0.0.0',
    waivers: [],
  })
  return report.clauses.find((row) => row.id === clause)
}

describe('what the live sandbox does otherwise', () => {
  it.for([
    ['empty-unauthorized', 'straddle.errors.response.json', 'straddle/authentication'],
    ['html-not-found', 'straddle.errors.response.json', 'straddle/introduction'],
    ['payouts-stay-pending', 'straddle.payouts.outcomes.paid', 'straddle/payouts/paid'],
  ] as const)('is a gap where the documents leave no choice: %s', async ([id, clause, only]) => {
    expect((await judged(id, clause, only))?.verdict).toBe('gap')
  })

  it.for([
    ['slash-error-types', 'straddle.errors.type.form', 'straddle/errors/malformed-json'],
    ['fields-unprocessable', 'straddle.errors.status.bad-request', 'straddle/errors/missing-and-incorrect-parameters'],
    ['times-without-zone', 'straddle.times.instants.form', 'straddle/customers/update'],
    ['trace-numbers-omitted', 'straddle.funding.object.shape', 'straddle/funding-events'],
    ['session-ok', 'straddle.bridge.initialize.answers', 'straddle/bridge/session'],
    ['cancelled-outcomes-fail', 'straddle.charges.outcomes.fraud', 'straddle/charges/stopped'],
    ['reversals-fail', 'straddle.charges.outcomes.reversed', 'straddle/charges/returned-customer-dispute'],
  ] as const)('is another reading where they contradict each other: %s', async ([id, clause, only]) => {
    expect((await judged(id, clause, only))?.verdict).toBe('conforms')
  })
})
