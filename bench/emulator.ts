import { createRequire } from 'node:module'
import { Pool } from 'undici'
import { providers } from '../contracts/index.ts'
import { planFor } from '../engine/run.ts'
import type { Plan } from '../engine/plan.ts'
import type { WireRequest } from '../model/exchange.ts'
import { startForeignServer } from '../scripts/foreign-server.ts'
import { freshServer, measureRun, stopServer, withKeys } from './measured.ts'

const connections = 8
const warmUpMs = 1_000
const measuredMs = 3_000
const rounds = 3
const bareServer = `
  require('node:http').createServer((message, to) => {
    message.on('data', () => undefined)
    message.on('end', () => to.end(process.env.ANSWER))
  }).listen(Number(process.env.PORT), '127.0.0.1')`

/**
 * How many creations a second a served emulator answers, with eight connections: next to a bare `node:http` server that answers the
 * same text, and to stateful mocks of the same API where they are installed. All are asked in turn, and the medians are printed.
 */
const [provider] = providers
if (provider === undefined) throw new Error('there is no provider')
const plan = await planFor(provider)
const request = await creationOf(plan)
const bare = await startForeignServer((port) => ({
  command: [process.execPath, '-e', bareServer],
  environment: { PORT: String(port), ANSWER: request.answer },
}))
const peers = await startedPeers()
const servers = [
  { name: 'bare node:http', origin: bare.origin },
  { name: 'assay', origin: (await freshServer(plan, 0)).origin },
  ...peers.map(({ name, server }) => ({ name, origin: server.origin })),
]
const rates = servers.map(() => [] as number[])
for (let round = 0; round < rounds; round += 1)
  for (const [index, { origin }] of servers.entries()) rates[index]?.push(await rateOf(origin))
const medians = rates.map((measured) => measured.toSorted((a, b) => a - b)[rounds >> 1] ?? 0)
for (const [index, { name }] of servers.entries())
  process.stdout.write(
    `${name.padEnd(24)}${String(Math.round(medians[index] ?? 0)).padStart(7)} ${request.wire.method} ${request.wire.path} a second, ${((medians[index] ?? 0) / (medians[0] ?? 1)).toFixed(2)} of bare\n`,
  )
await bare.stop()
for (const { server } of peers) await server.stop()
stopServer()

/** The creation that needs nothing but itself, as a run sends it, and its answer. */
async function creationOf(from: Plan): Promise<{ readonly wire: WireRequest; readonly answer: string }> {
  const { exchanges } = await measureRun(from, 0)
  const made = exchanges.filter(({ operation, request: { headers }, response: { status } }) => {
    const described = operation === undefined ? undefined : from.contract.operations.get(operation)
    const isKeyed = headers.some(([name]) => name === from.contract.provider.idempotencyHeader?.toLowerCase())
    return described?.creates !== undefined && described.pathParameters.length === 0 && status < 300 && !isKeyed
  })
  const first = made.toSorted((a, b) => a.request.body.length - b.request.body.length)[0]
  const [wire] = first === undefined ? [] : await withKeys(from, [first])
  if (first === undefined || wire === undefined) throw new Error('a run makes nothing')
  return { wire, answer: first.response.body }
}

async function rateOf(origin: string): Promise<number> {
  const pool = new Pool(origin, { connections })
  const { method, path, headers, body } = request.wire
  let answered = 0
  const until = performance.now() + warmUpMs + measuredMs
  const ask = async (): Promise<void> => {
    while (performance.now() < until) {
      const answer = await pool.request({ method, path, headers: headers.flat(), body })
      await answer.body.dump()
      if (answer.statusCode < 300) answered += 1
    }
  }
  const asking = Array.from({ length: connections }, ask)
  await new Promise((resolve) => setTimeout(resolve, warmUpMs))
  const [before, startedAt] = [answered, performance.now()]
  await Promise.all(asking)
  const rate = ((answered - before) * 1000) / (performance.now() - startedAt)
  await pool.close()
  return rate
}

/** Mocks of the same API that somebody else wrote: one from npm, and one that is measured where it is installed. */
async function startedPeers() {
  const name = providers[0]?.name ?? ''
  const program = createRequire(import.meta.url).resolve(`${name}-stateful-mock/dist/cli.js`)
  const ofNode = (port: number) => ({
    command: [process.execPath, program],
    environment: { PORT: String(port), LOG_LEVEL: 'silent' },
  })
  const ofGo = (port: number) => ({ command: [`${name}-mock`, '-http-port', String(port)], environment: {} })
  const stateless = await startForeignServer(ofGo).catch(() => undefined)
  return [
    { name: `${name}-stateful-mock`, server: await startForeignServer(ofNode) },
    ...(stateless === undefined ? [] : [{ name: `${name}-mock, stateless`, server: stateless }]),
  ]
}
