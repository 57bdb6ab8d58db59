import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPassingJudge } from '../../../cli/passing-judge.ts'
import { openVitestRun } from '../../../cli/vitest-run.ts'
import { vitestSettings } from '../../../cli/vitest-settings.ts'
import { providers } from '../../../contracts/index.ts'
import { planFor } from '../../../engine/run.ts'
import { openMemory } from '../../../history/memory.ts'
import type { Exchange } from '../../../model/exchange.ts'
import type { Provider } from '../../../model/contract.ts'
import type { Report } from '../../../model/report.ts'
import { createClientAccount } from '../../../wire/client-account.ts'
import { createMatchOperation } from '../../../wire/match-operation.ts'
import { createForward } from '../../../wire/proxy/forward.ts'
import { serveProxy } from '../../../wire/proxy/serve-proxy.ts'
import { createWitness } from '../../../wire/proxy/witness.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { runMain } from '../../cli/run-main.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { hostileCases, limitsFor } from './cases.ts'
import type { HostileCase } from './cases.ts'

const usual = { timeoutMs: 5_000, bytes: 1_000_000, headerBytes: 16_000 }
const noPause = { wait: () => Promise.resolve(), random: () => 0, now: Date.now }
const silent = { write: () => true }

/** A request of each kind that a client of the provider sends. */
async function requestsOf(provider: Provider): Promise<readonly (readonly [method: string, path: string])[]> {
  const { contract } = await planFor(provider)
  const all = [...contract.operations.values()].map(
    ({ method, path }) => [method, path.replaceAll(/\{\w+\}/g, 'id_1')] as const,
  )
  return ['GET', 'POST'].flatMap((wanted) => all.filter(([method]) => method === wanted).slice(0, 1))
}

/** What came of a hostile server behind the proxy. */
interface Passed {
  readonly name: string
  readonly seen: number
  readonly failures: number
  readonly faults: readonly unknown[]
}

/** Sends a client's requests through a proxy to a server that misbehaves in one way. */
async function passed(
  provider: Provider,
  { name, start, outage }: HostileCase,
  see: (exchange: Exchange) => void,
): Promise<Passed> {
  const { contract } = await planFor(provider)
  const server = await start()
  const limits = limitsFor(usual, outage)
  const forward = createForward(server.origin, limits)
  const faults: unknown[] = []
  let seen = 0
  let failures = 0
  const proxy = await serveProxy({
    host: '127.0.0.1',
    port: 0,
    limits: usual,
    forward,
    witness: createWitness({
      account: createClientAccount(provider),
      match: createMatchOperation(contract.operations),
      limits,
    }),
    permit: () => undefined,
    onExchange: (exchange) => {
      seen += 1
      see(exchange)
    },
    onFailure: () => (failures += 1),
    onFault: (fault) => faults.push(fault),
  })
  for (const [method, path] of await requestsOf(provider))
    await fetch(`${proxy.origin}${path}`, { method, redirect: 'manual' }).then(
      (answer) => answer.arrayBuffer().catch(() => undefined),
      () => undefined,
    )
  await proxy.close()
  await forward.close()
  await server.close()
  return { name, seen, failures, faults }
}

const reportIn = (folder: string): Report => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report

const verdictsIn = ({ clauses }: Report, verdict: string): number =>
  clauses.filter((row) => row.verdict === verdict).length

describe.each(providers.map((provider) => [provider.name, provider] as const))('%s', (name, provider) => {
  it('is judged through the proxy, and from the recording of it, whatever the server does', async () => {
    const folder = temporaryFolder()
    const { contract, ...plan } = await planFor(provider)
    const har = join(folder, 'passed.har')
    const judge = createPassingJudge({
      io: { stdout: silent, stderr: silent, environment: {} } as never,
      plan: { contract, ...plan },
      redactor: createRedactor(contract, []),
      record: har,
      output: { report: folder, format: ['json'] },
      memory: openMemory({ history: false, say: () => undefined }),
      say: () => undefined,
    })
    const all: Passed[] = []
    for (const one of hostileCases) all.push(await passed(provider, one, (exchange) => judge.see(exchange)))
    const asked = (await requestsOf(provider)).length
    expect(all).toEqual(
      hostileCases.map(({ name: what, outage }) =>
        outage === undefined
          ? { name: what, seen: asked, failures: 0, faults: [] }
          : { name: what, seen: 0, failures: asked, faults: [] },
      ),
    )
    expect([judge.finish(), verdictsIn(reportIn(folder), 'broken')]).toEqual([1, 0])
    const again = join(folder, 'again')
    const told = await runMain(['run', name, '--target', har, '--report', again, '--format', 'json'])
    expect(told.stderr).toBe('')
    expect([told.code, verdictsIn(reportIn(again), 'broken')]).toEqual([1, 0])
    expect(reportIn(again).providers[0]?.exchanges).toBe(reportIn(folder).providers[0]?.exchanges)
  })

  it.each(hostileCases)('is judged by the tests of vitest where the server has $name', async (one) => {
    const server = await one.start()
    const { flags } = vitestSettings({ ASSAY_TARGET: server.origin.href, ASSAY_RUNS: '1' })
    const { timeoutMs } = limitsFor(usual, one.outage)
    const { checks } = await planFor(provider)
    const first = checks.find(({ needs }) => needs.every((need) => need === 'keyed'))
    const opened = await openVitestRun(provider, {
      flags: { ...flags, timeout: timeoutMs / 1000, ledger: temporaryFolder() },
      environment: {},
      only: [first?.id ?? ''],
      targets: [],
      pause: noPause,
    })
    for (const check of opened.run.plan.checks) await opened.run.judge(check)
    const { run } = await opened.finish()
    await server.close()
    const { verdicts } = run.row.figures
    const atLeastOne = expect.toSatisfy((count) => Number(count) > 0)
    expect(verdicts).toMatchObject(
      one.outage === undefined
        ? { broken: 0, gap: atLeastOne }
        : { broken: 0, gap: 0, conforms: 0, inconclusive: atLeastOne },
    )
  })
})
