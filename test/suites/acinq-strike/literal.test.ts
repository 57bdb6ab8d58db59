import { describe, expect, it } from 'vitest'
import { acinqStrike } from '../../../contracts/acinq-strike/provider.ts'
import type { Rules } from '../../../emulator/acinq-strike/index.ts'
import { judgeVariant } from '../variant.ts'

describe('a service of another time', () => {
  it('counts seconds, has long ids and no customer identifier, which is a known departure', async () => {
    const { fails, warns } = await judgeVariant<Rules>(acinqStrike, {
      lie: {
        rules: () => ({
          timeOf: (milliseconds) => Math.floor(milliseconds / 1000),
          idLength: 44,
          shown: (view) => Object.fromEntries(Object.entries(view).filter(([name]) => name !== 'customer_id')),
        }),
      },
    })
    expect(fails).toEqual([])
    expect(warns).toEqual(['acinq-strike.charge.customer.shown'])
  })

  it('refuses a create without a description, which is a known departure', async () => {
    const { fails, warns } = await judgeVariant<Rules>(acinqStrike, {
      lie: { rules: ({ needed }) => ({ needed: [...needed, 'description'] }) },
    })
    expect(fails).toEqual([])
    expect(warns).toEqual(['acinq-strike.charges.create.description-left-out'])
  })
})

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
