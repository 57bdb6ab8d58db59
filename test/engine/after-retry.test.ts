import { describe, expect, it } from 'vitest'
import { loadContract } from '../../contracts/load.ts'
import { emulated } from '../emulated.ts'
import { createEmulator } from '../../emulator/module.ts'
import { loadModel } from '../../emulator/load.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http.ts'
import { serve } from '../../emulator/server.ts'
import { planFor } from '../../engine/run.ts'
import { runProvider } from '../../engine/provider-run.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import { httpTarget } from '../../wire/http-target.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import { validateOwn } from '../../schemas/own.ts'

type Spoil = (answer: EmulatorResponse) => EmulatorResponse

/** Judges a few checks on an emulator that is unavailable at the first try of each request. */
async function judged(name: string, spoil: Spoil = (answer) => answer): Promise<ProviderRun> {
  const provider = emulated.find((one) => one.name === name) as (typeof emulated)[number]
  const contract = loadContract(provider)
  const emulator = createEmulator(await loadModel(name), {
    seed: 1,
    start: Date.now(),
    ticking: true,
    deliver: () => Promise.resolve(200),
  })
  const seen = new Set<string>()
  const handle = async (request: EmulatorRequest): Promise<EmulatorResponse> => {
    const what = JSON.stringify([request.method, request.url, request.body])
    if (seen.has(what)) return spoil(await emulator.handle(request))
    seen.add(what)
    return { status: 503, headers: [['content-type', 'text/plain']], body: 'busy' }
  }
  const served = await serve({ ...emulator, handle }, { port: 0 })
  const target = httpTarget(contract, {
    kind: 'url',
    origin: new URL(served.origin),
    keys: { first: `${provider.authentication.keyPrefix}retry00000000000000000000` },
    capabilities: new Set(['keyed']),
    limits: defaultLimits,
    budget: { requests: 1000, creations: 1000 },
    pause: { wait: () => Promise.resolve(), random: () => 0, now: Date.now },
  })
  const plan = await planFor(provider)
  const checks = plan.checks.filter(({ needs }) => needs.length === 0).slice(0, 8)
  try {
    return await runProvider({ ...plan, checks }, target, {
      seed: 1,
      runs: 1,
      shrinks: 0,
      nonce: 'r',
      redactor: createRedactor(contract, []),
      waivers: new Map(),
    })
  } finally {
    await target.close()
    await served.close()
  }
}

describe.each(emulated.map(({ name }) => name))('%s, unavailable at the first try', (name) => {
  it('conforms, and says that it did after a retry', async () => {
    const { clauses, row } = await judged(name)
    expect(row.figures.verdicts).toMatchObject({ gap: 0, broken: 0 })
    const retried = clauses.filter(({ verdict, afterRetry }) => verdict === 'conforms' && (afterRetry ?? 0) > 0)
    expect(retried.length).toBeGreaterThan(0)
  })

  it('shows every attempt in the evidence of a gap', async () => {
    const { exchanges, clauses } = await judged(name, (answer) => ({
      ...answer,
      headers: [['content-type', 'text/html']],
      body: '<html>',
    }))
    expect(clauses.filter(({ verdict }) => verdict === 'gap').length).toBeGreaterThan(0)
    const retried = exchanges.filter(({ attempts }) => attempts.length > 1)
    expect(retried.length).toBeGreaterThan(0)
    for (const exchange of retried) {
      expect(exchange.attempts[0]).toEqual({ status: 503, waitedMs: expect.any(Number) })
      expect(exchange.attempts.at(-1)?.status).toBe(exchange.response.status)
      expect(validateOwn('exchange', exchange)).toBeUndefined()
    }
  })
})
