import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
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
})
