import { describe, expect, it } from 'vitest'
import { assembleReport } from '../../engine/report.ts'
import type { ReportSetting } from '../../engine/report.ts'
import { mergeRuns } from '../../engine/merge.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import type { Waiver } from '../../engine/waivers.ts'
import { providersOf } from '../reporters/sample-providers.ts'
import { sampleRow } from '../reporters/sample-rows.ts'

const kept = sampleRow({ id: 'acme.charges.create.kept' })
const [provider] = providersOf([kept])
const through = {
  row: { ...provider, outcome: 'conforms' },
  clauses: [kept],
  exchanges: [],
  partial: false,
} as ProviderRun
const stopped: ProviderRun = { ...through, row: { ...through.row, outcome: 'interrupted' }, partial: true }

const waiverOf = (clause: string, expires: string): Waiver => ({
  clause,
  target: 'url',
  reason: 'known',
  owner: 'us',
  expires,
})
const waivers = [
  waiverOf(kept.id, '2999-01-01'),
  waiverOf('acme.charges.create.late', '2018-01-01'),
  waiverOf('acme.nowhere', '2999-01-01'),
]

function report(run: ProviderRun, overrides: Partial<ReportSetting> = {}) {
  const setting = { target: 'url', seed: 1, runs: 1, only: [], partial: false, startedAt: 0, version: '0', waivers: [] }
  return assembleReport([run], { ...setting, ...overrides } as ReportSetting)
}

describe('a report', () => {
  it('of a run that was stopped is not green, whatever it had seen', () => {
    expect(report(through).exitCode).toBe(0)
    expect(report(stopped, { partial: true })).toMatchObject({ exitCode: 3, partial: true })
  })

  it('complains of a waiver that is not needed only where the run was through', () => {
    const problems = (partial: boolean) =>
      report(through, { partial, waivers }).waiverProblems.map(({ problem }) => problem)
    expect(problems(false)).toEqual(['conforms', 'expired', 'matches-nothing'])
    expect(problems(true)).toEqual(['expired', 'matches-nothing'])
  })
})

it('parts of a provider of which one was stopped are not through together', () => {
  expect(mergeRuns([through, stopped]).row.outcome).toBe('interrupted')
  expect(mergeRuns([stopped, through]).row.outcome).toBe('interrupted')
  expect(mergeRuns([through, through]).row.outcome).toBe('conforms')
})
