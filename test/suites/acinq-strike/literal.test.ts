import { describe, expect, it } from 'vitest'
import { acinqStrike } from '../../../contracts/acinq-strike/provider.ts'
import type { Rules } from '../../../emulator/acinq-strike/index.ts'
import { judgeVariant } from '../variant.ts'

describe('a service that refuses in its own way', () => {
  it('breaks what clients know of it, and nothing that the document says', async () => {
    const { run } = await judgeVariant<Rules>(acinqStrike, {
      lie: { rules: ({ statusOf }) => ({ statusOf: (reason) => (statusOf(reason) === 400 ? 422 : statusOf(reason)) }) },
    })
    const gaps = run.clauses.filter(({ verdict }) => verdict === 'gap')
    expect(gaps.filter(({ source }) => ['document', 'derived'].includes(source.kind)).map(({ id }) => id)).toEqual([])
    expect(gaps.map(({ id }) => id)).toContain('acinq-strike.errors.statuses.bad-request')
  })
})
