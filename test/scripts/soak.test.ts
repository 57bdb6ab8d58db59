import { expect, it } from 'vitest'
import { emulated } from '../emulated.ts'
import { garbled } from '../../scripts/soak/fates.ts'
import type { Shares } from '../../scripts/soak/fates.ts'
import { soak } from '../../scripts/soak/soak.ts'

const others = [
  'reset',
  'half',
  'no-http',
  'long-header',
  'no-gzip',
  'unavailable',
  'too-many',
  'slow',
  'twice-named',
  'hostile-text',
] as const
const shares: Shares = [...garbled, ...others.map((fate) => [fate, 0.01] as const)]

/** One round of every provider's checks; `npm run soak` goes on for as long as is wanted. */
it.each(emulated.map((provider) => [provider.name, provider] as const))(
  'a run of %s against a server with faults of every kind ends with every verdict explained, and no judge is upset',
  async (_, provider) => {
    const { exchanges, problems, outcomes, fates } = await soak({ provider, exchanges: 500, seed: 8, runs: 1, shares })
    expect(problems).toEqual([])
    expect(exchanges).toBeGreaterThanOrEqual(500)
    expect(outcomes.broken).toBe(0)
    expect(outcomes.gap).toBeGreaterThan(0)
    for (const [fate] of shares) expect(fates.get(fate) ?? 0).toBeGreaterThan(0)
  },
)
