import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import type { Plan } from '../engine/plan.ts'
import { runProvider } from '../engine/provider-run.ts'
import { sideBySide } from '../engine/side-by-side.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange, WireRequest } from '../model/exchange.ts'
import { httpTarget } from '../wire/http-target.ts'
import type { Carry } from '../wire/in-process.ts'
import { withCredentials } from '../wire/layers/with-credentials.ts'
import { realPause } from '../wire/pause.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import type { Wanted } from './emulator-process.ts'

/** In a process of its own, as in real life. */
const server = fork(fileURLToPath(new URL('emulator-process.ts', import.meta.url)))

/** Ends the server. */
export function stopServer(): void {
  server.disconnect()
  server.kill()
}

/** What one way of sending the requests came to. */
export interface Measured {
  readonly seconds: number
  readonly exchanges: readonly Exchange[]
}

/** A run of the plan with so many checks side by side, judged. */
export async function measureRun(plan: Plan, delayMs: number, atOnce = 1): Promise<Measured> {
  const exchanges: Exchange[] = []
  const target = httpTarget(plan.contract, {
    kind: 'url',
    origin: await freshServer(plan, delayMs),
    keys: { first: keyOf(plan.contract) },
    capabilities: new Set(['keyed']),
    limits: { timeoutMs: 30_000, bytes: 8_000_000, headerBytes: 64_000 },
    budget: { requests: 1_000_000, creations: 1_000_000 },
    pause: realPause,
    atOnce,
  })
  const startedAt = performance.now()
  await runProvider(plan, target, {
    seed: 1,
    runs: 5,
    shrinks: 0,
    nonce: '',
    redactor: createRedactor(plan.contract, []),
    waivers: new Map(),
    onExchange: (exchange) => exchanges.push(exchange),
  })
  const seconds = (performance.now() - startedAt) / 1000
  await target.close()
  return { seconds, exchanges }
}

/** The same requests in a bare loop of undici, as many at once. */
export async function measureBare(plan: Plan, delayMs: number, { exchanges }: Measured, atOnce = 1): Promise<Measured> {
  const requests = await withKeys(plan, exchanges)
  const pool = new Pool((await freshServer(plan, delayMs)).origin, { connections: atOnce })
  const startedAt = performance.now()
  await sideBySide(requests, atOnce, async ({ method, path, headers, body }) => {
    const answer = await pool.request({ method, path, headers: headers.flat(), ...(body === '' ? {} : { body }) })
    await answer.body.text()
  })
  const seconds = (performance.now() - startedAt) / 1000
  await pool.close()
  return { seconds, exchanges }
}

/** The requests of a run as they went over the wire. */
export async function withKeys({ contract }: Plan, exchanges: Measured['exchanges']): Promise<readonly WireRequest[]> {
  const requests: WireRequest[] = []
  const note: Carry = (request) => {
    requests.push(request)
    return Promise.resolve({ status: 200, headers: [], body: '', content: 'empty' })
  }
  const carry = withCredentials(note, contract.provider.authentication, () => keyOf(contract))
  for (const { request } of exchanges) await carry(request)
  return requests
}

export async function freshServer({ contract }: Plan, delayMs: number): Promise<URL> {
  server.send({ provider: contract.provider.name, delayMs } satisfies Wanted)
  const [origin] = (await once(server, 'message')) as [string]
  return new URL(origin)
}

function keyOf({ provider }: Contract): string {
  return `${provider.authentication.keyPrefix}bench000000000000000000`
}
