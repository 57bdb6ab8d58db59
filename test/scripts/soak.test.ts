import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import type { Shares } from '../../scripts/soak/fates.ts'
import { soak } from '../../scripts/soak/soak.ts'

describe('a long run against a server with faults', () => {
  it.each(providers.map((provider) => [provider.name, provider] as const))(
    'of %s ends with every verdict explained',
    async (_, provider) => {
      const { exchanges, problems, outcomes, fates } = await soak({ provider, exchanges: 2000, seed: 8, runs: 20 })
      expect(problems).toEqual([])
      expect(exchanges).toBeGreaterThanOrEqual(2000)
      expect(outcomes.broken).toBe(0)
      for (const fate of ['reset', 'half', 'unavailable', 'too-many', 'slow', 'truncated', 'html'] as const)
        expect(fates.get(fate) ?? 0).toBeGreaterThan(0)
    },
  )

  it.each(providers.map((provider) => [provider.name, provider] as const))(
    'of %s finds no judge that garbled answers upset',
    async (_, provider) => {
      const { problems, outcomes } = await soak({ provider, exchanges: 2000, seed: 8, runs: 4, shares: garbled })
      expect(problems).toEqual([])
      expect(outcomes.gap).toBeGreaterThan(0)
    },
  )
})

const garbled: Shares = [
  ['truncated', 0.1],
  ['html', 0.1],
]
