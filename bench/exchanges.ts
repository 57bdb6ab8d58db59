import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { providers } from '../contracts/index.ts'
import { planFor } from '../engine/run.ts'
import type { Plan } from '../engine/plan.ts'
import { runProvider } from '../engine/provider-run.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange, WireRequest } from '../model/exchange.ts'
import { httpTarget } from '../wire/http-target.ts'
import type { Carry } from '../wire/in-process.ts'
import { withCredentials } from '../wire/layers/with-credentials.ts'
import { realPause } from '../wire/pause.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import type { Wanted } from './emulator-process.ts'

const warmUps = 3
const rounds = 7
/** Next to nothing beside what an API across a network takes to answer. */
const slowMs = 5

/** What one way of sending the requests came to. */
interface Measured {
  readonly seconds: number
  readonly exchanges: readonly Exchange[]
}

/**
 * Validated exchanges per second of a full run over HTTP, next to a bare undici loop that sends the same requests one after
 * the other and gets the same answers from the same server, in a process of its own as in real life: what judging adds to
 * the time of the requests themselves, as a ratio; once with a server that answers at once, and once with one that takes
 * 5 ms. Both sides are warm but for the first run, which also compiles the schemas.
 */
const server = fork(fileURLToPath(new URL('emulator-process.ts', import.meta.url)))
for (const provider of providers) {
  const plan = await planFor(provider)
  const first = await measureRun(plan, 0)
  for (let round = 0; round < warmUps; round += 1) await measureBoth(plan, 0)
  const pairs = []
  for (let round = 0; round < rounds; round += 1) pairs.push(await measureBoth(plan, 0))
  const atOnce = pairs.toSorted((a, b) => ratio(a) - ratio(b))[Math.floor(rounds / 2)] ?? pairs[0]
  const slow = await measureBoth(plan, slowMs)
  if (atOnce === undefined) continue
  process.stdout.write(
    [
      `${provider.name.padEnd(17)}${String(first.exchanges.length).padStart(5)} exchanges`,
      `judged${rate(atOnce.judged)}/s, bare${rate(atOnce.bare)}/s: ratio ${ratio(atOnce).toFixed(2)}`,
      `at ${slowMs} ms an answer: ratio ${ratio(slow).toFixed(2)}`,
      `first run ${first.seconds.toFixed(2)} s\n`,
    ].join('  '),
  )
}
server.disconnect()
server.kill()

async function measureBoth(
  plan: Plan,
  delayMs: number,
): Promise<{ readonly judged: Measured; readonly bare: Measured }> {
  const judged = await measureRun(plan, delayMs)
  return { judged, bare: await measureBare(plan, delayMs, judged) }
}

async function measureRun(plan: Plan, delayMs: number): Promise<Measured> {
  const exchanges: Exchange[] = []
  const target = httpTarget(plan.contract, {
    kind: 'url',
    origin: await freshServer(plan, delayMs),
    keys: { first: keyOf(plan.contract) },
    capabilities: new Set(['keyed']),
    limits: { timeoutMs: 30_000, bytes: 8_000_000, headerBytes: 64_000 },
    budget: { requests: 1_000_000, creations: 1_000_000 },
    pause: realPause,
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

async function measureBare(plan: Plan, delayMs: number, { exchanges }: Measured): Promise<Measured> {
  const requests = await withKeys(plan, exchanges)
  const pool = new Pool((await freshServer(plan, delayMs)).origin, { connections: 1 })
  const startedAt = performance.now()
  for (const { method, path, headers, body } of requests) {
    const answer = await pool.request({ method, path, headers: headers.flat(), ...(body === '' ? {} : { body }) })
    await answer.body.text()
  }
  const seconds = (performance.now() - startedAt) / 1000
  await pool.close()
  return { seconds, exchanges }
}

/** The requests of a run as they went over the wire. */
async function withKeys({ contract }: Plan, exchanges: Measured['exchanges']): Promise<readonly WireRequest[]> {
  const requests: WireRequest[] = []
  const note: Carry = (request) => {
    requests.push(request)
    return Promise.resolve({ status: 200, headers: [], body: '', content: 'empty' })
  }
  const carry = withCredentials(note, contract.provider.authentication, () => keyOf(contract))
  for (const { request } of exchanges) await carry(request)
  return requests
}

async function freshServer({ contract }: Plan, delayMs: number): Promise<URL> {
  server.send({ provider: contract.provider.name, delayMs } satisfies Wanted)
  const [origin] = (await once(server, 'message')) as [string]
  return new URL(origin)
}

function keyOf({ provider }: Contract): string {
  return `${provider.authentication.keyPrefix}bench000000000000000000`
}

function rate({ exchanges, seconds }: Measured): string {
  return String(Math.round(exchanges.length / seconds)).padStart(6)
}

function ratio({ judged, bare }: { readonly judged: Measured; readonly bare: Measured }): number {
  return judged.seconds / bare.seconds
}
