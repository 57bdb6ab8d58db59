import { afterEach, describe, expect, it } from 'vitest'
import { emulated } from '../emulated.ts'
import { createEmulator } from '../../emulator/module.ts'
import { loadModel } from '../../emulator/load.ts'
import { deliverOver } from '../../emulator/deliver.ts'
import { serve } from '../../emulator/server.ts'
import { planFor } from '../../engine/run.ts'
import { runProvider } from '../../engine/provider-run.ts'
import type { Target } from '../../wire/session.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import { servedEmulator } from '../../wire/served-emulator.ts'
import { openWebhookReceiver } from '../../wire/webhook-receiver.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

describe.each(emulated.map((provider) => ({ name: provider.name, provider })))(
  '$name, behind a port with its control interface',
  ({ provider }) => {
    it('shows all that the embedded emulator shows, and conforms', async () => {
      const options = { seed: 1, start: Date.now(), ticking: false, deliver: deliverOver() }
      const served = await serve(createEmulator(await loadModel(provider.name), options), { port: 0 })
      closing.push(() => served.close())
      const receiver = await openWebhookReceiver(new URL('http://127.0.0.1'), { port: 0 })
      closing.push(() => receiver.close())
      const plan = await planFor(provider, [], 'resource')
      const target = (await servedEmulator(plan.contract, {
        origin: new URL(served.origin),
        limits: defaultLimits,
        budget: { requests: 100_000, creations: 100_000 },
        nonce: 'n',
        receive: async (take) => (await receiver.receive(take)).replace('127.0.0.1', `127.0.0.1:${receiver.port}`),
      })) as Target
      closing.push(() => target.close())
      const { clauses } = await runProvider(plan, target, {
        seed: 1,
        runs: 1,
        shrinks: 5,
        nonce: '',
        redactor: createRedactor(plan.contract, []),
        waivers: new Map(),
      })
      expect(
        clauses
          .filter(({ severity }) => !['ok', 'none'].includes(severity))
          .map(({ id, verdict, reason, findings }) => ({ id, verdict, reason, findings })),
      ).toEqual([])
      // nothing is left out for want of a capability
      const needy = [...plan.contract.clauses.values()].filter(({ needs, excluded }) => needs.length > 0 && !excluded)
      const unshown = clauses.filter(({ id, verdict }) => verdict !== 'conforms' && needy.some((one) => one.id === id))
      expect(unshown.map(({ id, reason }) => ({ id, reason }))).toEqual([])
    })
  },
)
