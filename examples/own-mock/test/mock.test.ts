import { judge } from 'assay'
import { expect, test } from 'vitest'
import { startMock } from '../src/mock.ts'

// the same in one test, for whoever wants a report in hand
test('the mock keeps what the real service promises, but for what is waived', { timeout: 60_000 }, async () => {
  const mock = await startMock()
  const report = await judge({
    provider: 'acinq-strike',
    target: mock.origin,
    waivers: 'waivers.json',
    environment: {},
  })
  await mock.close()
  expect(report.clauses.filter(({ severity }) => severity === 'fail').map(({ id }) => id)).toEqual([])
  expect(report.waiverProblems).toEqual([])
  expect(report.exitCode).toBe(0)
})
