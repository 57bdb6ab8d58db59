import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emulated } from '../emulated.ts'
import { createEmulator } from '../../emulator/module.ts'
import { loadModel } from '../../emulator/load.ts'
import { serve } from '../../emulator/server.ts'
import type { Served } from '../../emulator/server.ts'
import { planFor } from '../../engine/run.ts'
import { runProvider } from '../../engine/provider-run.ts'
import { httpTarget } from '../../wire/http-target.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { realPause } from '../../wire/pause.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'

/** A scheduled run meets what the run before it left: the same seed, the same account, real HTTP. */
describe.each(emulated.map((provider) => ({ name: provider.name, provider })))(
  '$name, behind a port, on an account that holds data',
  ({ provider }) => {
    let served: Served

    beforeAll(async () => {
      const options = { seed: 1, start: Date.now(), ticking: true, deliver: () => Promise.resolve(200) }
      served = await serve(createEmulator(await loadModel(provider.name), options), { port: 0 })
    })
    afterAll(() => served.close())

    it.each(['first', 'second'])('conforms in the %s run', async (run) => {
      const plan = await planFor(provider, [], 'resource')
      const prefix = provider.authentication.keyPrefix
      const target = httpTarget(plan.contract, {
        kind: 'url',
        origin: new URL(served.origin),
        keys: { first: `${prefix}twice00000000000000000`, second: `${prefix}other00000000000000000` },
        capabilities: new Set(['keyed', 'second-account']),
        limits: defaultLimits,
        budget: { requests: 100_000, creations: 100_000 },
        pause: realPause,
      })
      const { row, clauses } = await runProvider(plan, target, {
        seed: 1,
        runs: 2,
        shrinks: 5,
        nonce: run,
        redactor: createRedactor(plan.contract, []),
        waivers: new Map(),
      })
      await target.close()
      expect(
        clauses
          .filter(({ severity }) => !['ok', 'none'].includes(severity))
          .map(({ id, verdict, reason, findings }) => ({ id, verdict, reason, findings })),
      ).toEqual([])
      expect(row.figures.judged).toBeGreaterThan(50)
    })
  },
)
