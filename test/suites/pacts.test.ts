import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Verifier } from '@pact-foundation/pact'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emulated } from '../emulated.ts'
import { loadContract } from '../../contracts/load.ts'
import { createEmulator } from '../../emulator/module.ts'
import { loadModel } from '../../emulator/load.ts'
import { serve } from '../../emulator/server.ts'
import type { Served } from '../../emulator/server.ts'
import { createTrial } from '../../engine/trial.ts'
import { importModule } from '../../schemas/import-module.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import type { ConsumerExamples } from '../../model/consumer-example.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { encodeForm } from '../../wire/encode.ts'
import { httpTarget } from '../../wire/http-target.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { keyHeaders } from '../../wire/layers/with-credentials.ts'
import { realPause } from '../../wire/pause.ts'
import type { Session } from '../../wire/session.ts'

/** What Pact's proxy hands to a filter. */
interface IncomingRequest {
  readonly headers: Record<string, string | undefined>
  body: unknown
}

/** Pact's own verifier is the outside judge of what our judgement of pact files says. */
describe.each(emulated.map((provider) => ({ name: provider.name, provider })))(
  'the pact files of $name',
  ({ provider }) => {
    const contract = loadContract(provider)
    const key = `${provider.authentication.keyPrefix}pactverifier0000000000`
    const otherKey = `${provider.authentication.keyPrefix}pactpayer0000000000000`
    let served: Served

    beforeAll(async () => {
      const emulator = createEmulator(await loadModel(provider.name), {
        seed: 1,
        start: Date.now(),
        ticking: true,
        deliver: () => Promise.resolve(200),
      })
      served = await serve(emulator, { port: 0 })
    })
    afterAll(() => served.close())

    it("hold for Pact's own verifier", async () => {
      const { consumerExamples } = (await importModule(`suites/${provider.name}/consumer-examples`)) as unknown as {
        consumerExamples: ConsumerExamples
      }
      const http = httpTarget(contract, {
        kind: 'url',
        origin: new URL(served.origin),
        keys: { first: key, second: otherKey },
        capabilities: new Set(),
        limits: defaultLimits,
        budget: { requests: 1000, creations: 1000 },
        pause: realPause,
      })
      const session: Session = {
        ...http.open('pact'),
        lever: (name, account, details) => pull(served.origin, account.includes('-') ? otherKey : key, name, details),
      }
      let states = 0
      const trial = (): Trial => {
        states += 1
        return createTrial({
          contract,
          session,
          outages: false,
          account: 'pact',
          seed: states,
          nonce: 'p',
          onExchange: () => undefined,
          nextId: () => 0,
        })
      }
      const folder = join(projectRoot, 'contracts', provider.name, 'pacts')
      const verified = new Verifier({
        provider: provider.name,
        providerBaseUrl: served.origin,
        pactUrls: readdirSync(folder).map((name) => join(folder, name)),
        logLevel: 'error',
        stateHandlers: Object.fromEntries(
          Object.entries(consumerExamples.states).map(([state, bringAbout]) => [
            state,
            async () => bringAbout(trial()),
          ]),
        ),
        customProviderHeaders: Object.fromEntries(keyHeaders(provider.authentication, key)),
        // Pact's proxy parses a form and passes it on as JSON under the old length; as bytes it stays what it was
        requestFilter: (incoming: IncomingRequest, _: unknown, next: () => void) => {
          if (incoming.headers['content-type']?.includes('x-www-form-urlencoded') === true)
            incoming.body = Buffer.from(encodeForm(incoming.body as JsonObject))
          next()
        },
      }).verifyProvider()
      await expect(verified).resolves.toBeDefined()
      await http.close()
    })
  },
)

async function pull(origin: string, key: string, name: string, details: object): Promise<never> {
  const answer = await request(`${origin}/_emulator/levers/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, ...details }),
  })
  return (await answer.body.json()) as never
}
