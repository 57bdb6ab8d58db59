import { request } from 'undici'
import { providers } from '../contracts/index.ts'
import { createEmulator } from '../emulator/module.ts'
import { loadModel } from '../emulator/load.ts'
import { serve } from '../emulator/server.ts'
import { planFor } from '../engine/run.ts'
import { runProvider } from '../engine/run-provider.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import { httpTarget } from '../wire/http-target.ts'
import { keyHeaders } from '../wire/layers/with-credentials.ts'
import { realPause } from '../wire/pause.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'

const rounds = 3

/**
 * Validated exchanges per second of a full run over HTTP, next to a bare undici loop that sends the same requests to the
 * same kind of server one after the other: what judging adds to the time of the requests themselves, as a ratio.
 */
for (const provider of providers) {
  const plan = await planFor(provider)
  const ratios: number[] = []
  let last = { judged: 0, bare: 0, count: 0 }
  // the first run compiles the schemas, which a run does once whatever its length
  await timeRun()
  for (let round = 0; round < rounds; round += 1) {
    const judged = await timeRun()
    const bare = await timeBare(judged.exchanges)
    last = { judged: judged.seconds, bare, count: judged.exchanges.length }
    ratios.push(judged.seconds / bare)
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  process.stdout.write(
    `${provider.name.padEnd(18)} ${String(last.count).padStart(6)} exchanges  judged ${rate(last.count, last.judged)}/s  bare ${rate(last.count, last.bare)}/s  ratio ${median.toFixed(2)}\n`,
  )

  async function timeRun(): Promise<{ readonly seconds: number; readonly exchanges: readonly Exchange[] }> {
    const served = await serveEmulator()
    const exchanges: Exchange[] = []
    const key = `${provider.authentication.keyPrefix}bench000000000000000000`
    const target = httpTarget(plan.contract, {
      kind: 'url',
      origin: new URL(served.origin),
      keys: { first: key },
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
    await served.close()
    return { seconds, exchanges }
  }

  async function timeBare(exchanges: readonly Exchange[]): Promise<number> {
    const served = await serveEmulator()
    const authorization = keyHeaders(
      provider.authentication,
      `${provider.authentication.keyPrefix}bare0000000000000000000`,
    )
    const startedAt = performance.now()
    for (const { request: sent } of exchanges) {
      const credentials = sent.credentials.kind === 'account' ? authorization : []
      const answer = await request(`${served.origin}${sent.path}`, {
        method: sent.method as 'GET',
        headers: [...sent.headers, ...credentials].flat(),
        ...(sent.body === '' ? {} : { body: sent.body }),
      })
      await answer.body.text()
    }
    const seconds = (performance.now() - startedAt) / 1000
    await served.close()
    return seconds
  }

  async function serveEmulator() {
    const emulator = createEmulator(await loadModel(provider.name), {
      seed: 1,
      start: Date.now(),
      ticking: true,
      deliver: () => Promise.resolve(200),
    })
    return serve(emulator, { port: 0 })
  }
}

function rate(count: number, seconds: number): string {
  return Math.round(count / seconds)
    .toString()
    .padStart(6)
}
