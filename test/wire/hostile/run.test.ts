import { describe, expect, it } from 'vitest'
import { emulated } from '../../emulated.ts'
import { planFor } from '../../../engine/run.ts'
import { runProvider } from '../../../engine/provider-run.ts'
import type { ProviderRun } from '../../../engine/conclude.ts'
import type { Plan } from '../../../engine/plan.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { httpTarget } from '../../../wire/http-target.ts'
import { hostileCases, limitsFor } from './cases.ts'
import { blackHole, fates, flakyEmulator, oneBehind } from './flaky.ts'
import type { Hostile } from './server.ts'

const limits = { timeoutMs: 5_000, bytes: 1_000_000, headerBytes: 16_000 }
const lost = hostileCases.filter(({ outage }) => outage !== undefined)
const answered = hostileCases.filter(({ outage }) => outage === undefined)
const noPause = { wait: () => Promise.resolve(), random: () => 0, now: Date.now }

describe.each(
  await Promise.all(emulated.map(async (provider) => ({ name: provider.name, plan: await planFor(provider) }))),
)('$name', ({ name, plan }) => {
  const few = firstChecks(plan, 1)
  const some = firstChecks(plan, 12)

  it.each(lost)('cannot judge a server with $name', async ({ start, outage }) => {
    const { row, clauses } = await judged(few, start, limitsFor(limits, outage))
    expect(row.figures.verdicts).toMatchObject({ gap: 0, conforms: 0, broken: 0 })
    expect(row.outcome).toBe('not-judged')
    // an operation that keeps timing out is given up, which is what most of its clauses then say
    const seen = clauses.filter(({ verdict }) => verdict === 'inconclusive').flatMap((clause) => clause.outage ?? [])
    expect(outage === 'timeout' ? ['timeout', 'given-up'] : [outage]).toEqual(
      expect.arrayContaining([...new Set(seen)].slice(0, 1)),
    )
  })

  it.each(answered)('finds gaps in a server with $name', async ({ start }) => {
    const { row } = await judged(few, start, limits)
    expect(row.figures.verdicts.broken).toBe(0)
    expect(row.figures.verdicts.gap).toBeGreaterThan(0)
  })

  it.each(['429 for ever', '503 in bursts', 'every second request fails', 'a clock that is a day ahead'])(
    'finds no gap in an honest server with %s',
    async (day) => {
      const { row, clauses } = await judged(some, () => flakyEmulator(name, fates[day] as never), limits)
      expect(
        clauses
          .filter(({ verdict }) => verdict === 'gap' || verdict === 'broken')
          .map(({ id, findings }) => ({ id, findings })),
      ).toEqual([])
      expect(row.figures.judged > 0).toBe(day !== '429 for ever')
    },
  )

  it('asks no more of the operation that never answers, and judges the others', async () => {
    const [made = ''] = [...plan.contract.operations.values()].flatMap(({ id, creates }) =>
      creates === undefined ? [] : id,
    )
    const { fate, asked } = blackHole(plan.contract, made)
    const { row, clauses } = await judged(firstChecks(plan, 40), () => flakyEmulator(name, fate), {
      ...limits,
      timeoutMs: 400,
    })
    // some checks send several requests at once
    expect(asked()).toBeLessThan(3 + 4)
    expect(row.figures.verdicts).toMatchObject({ gap: 0, broken: 0 })
    expect(row.figures.judged).toBeGreaterThan(0)
    expect(row.outcome).toBe('conforms')
    const given = clauses.filter(({ outage }) => outage === 'given-up')
    expect(given.length).toBeGreaterThan(0)
    expect(given[0]?.reason).toMatch(new RegExp(`\\(${made}, [3-9] times in a row\\)`))
  })

  it('finds gaps in a server that answers another request', async () => {
    const { row } = await judged(some, () => flakyEmulator(name, oneBehind()), limits)
    expect(row.figures.verdicts.gap).toBeGreaterThan(0)
    expect(row.figures.verdicts.broken).toBe(0)
  })
})

function firstChecks(plan: Plan, count: number): Plan {
  const runnable = plan.checks.filter(({ needs }) => needs.every((need) => need === 'keyed'))
  return { ...plan, checks: runnable.slice(0, count) }
}

async function judged(plan: Plan, start: () => Promise<Hostile>, within: typeof limits): Promise<ProviderRun> {
  const server = await start()
  const pace = { ...plan.contract.provider, pace: { concurrency: 4, requestsPerSecond: 100_000 } }
  const target = httpTarget(
    { ...plan.contract, provider: pace },
    {
      kind: 'url',
      origin: server.origin,
      keys: { first: `${plan.contract.provider.authentication.keyPrefix}hostile0000000000000000` },
      capabilities: new Set(['keyed']),
      limits: within,
      budget: { requests: 5_000, creations: 5_000 },
      pause: noPause,
    },
  )
  try {
    return await runProvider(plan, target, {
      seed: 1,
      runs: 2,
      shrinks: 2,
      nonce: 'h',
      redactor: createRedactor(plan.contract, []),
      waivers: new Map(),
    })
  } finally {
    await target.close()
    await server.close()
  }
}
