import { expect, it } from 'vitest'
import { numbered } from '../../engine/merge.ts'
import type { ProviderRun } from '../../engine/conclude.ts'

/** As much of a run as is numbered: ids of its exchanges, and findings that rest on them. */
const part = (ids: readonly number[], findings: readonly object[]): ProviderRun =>
  ({ exchanges: ids.map((id) => ({ id })), clauses: [{ findings }], row: { outages: [] } }) as unknown as ProviderRun

it('moves the exchange of a finding with its evidence, and names none where there was none', () => {
  const parts = numbered([
    part([2, 4], [{ evidence: [2, 4], exchange: 2 }]),
    part([1, 3], [{ evidence: [1, 3], exchange: 3 }, { evidence: [1, 3] }]),
  ])
  expect(parts.map(({ clauses }) => clauses[0]?.findings)).toStrictEqual([
    [{ evidence: [2, 4], exchange: 2 }],
    [{ evidence: [5, 7], exchange: 7 }, { evidence: [5, 7] }],
  ])
})
