import { parseArgs } from 'node:util'
import { providers } from '../contracts/index.ts'
import type { Plan } from '../engine/plan.ts'
import { planFor } from '../engine/run.ts'
import { runProvider } from '../engine/provider-run.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { keepAlarms } from './stored-alarms.ts'

/**
 * No false alarm: the pristine emulator over many seeds gives no gap, and nothing is blocked, inconclusive or broken.
 * `npm run seeds -- [provider…] [--from N] [--seeds N] [--runs N] [--keep]`; with `--keep` the count goes to the documentation.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '200' },
    runs: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})
const from = Number(values.from)
const seeds = Number(values.seeds)
const conforming: ReadonlySet<string> = new Set(['conforms', 'unobservable'])

let alarms = 0
for (const provider of providers.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const plan = await planFor(provider)
  const startedAt = Date.now()
  const count = { exchanges: 0, alarms: 0 }
  for (let seed = from; seed < from + seeds; seed += 1) {
    const found = await judgeSeed(plan, seed)
    count.exchanges += found.exchanges
    count.alarms += found.alarms
    if (seed % 50 === 0) process.stderr.write(`${provider.name}: seed ${seed}\n`)
  }
  alarms += count.alarms
  process.stdout.write(
    `${provider.name}: ${seeds} seeds, ${count.exchanges} exchanges, ${Math.round((Date.now() - startedAt) / 1000)} s\n`,
  )
  if (values.keep)
    keepAlarms({ provider: provider.name, measuredOn: new Date().toISOString().slice(0, 10), seeds, ...count })
}
process.stdout.write(alarms === 0 ? 'no false alarm\n' : `${alarms} false alarms\n`)
process.exitCode = alarms === 0 ? 0 : 1

async function judgeSeed(plan: Plan, seed: number): Promise<{ readonly exchanges: number; readonly alarms: number }> {
  const { provider } = plan.contract
  const { row, clauses } = await runProvider(plan, await embeddedEmulator(provider, seed), {
    seed,
    runs: Number(values.runs),
    shrinks: 20,
    nonce: '',
    redactor: createRedactor(plan.contract, []),
    waivers: new Map(),
  })
  const alarming = clauses.filter(({ verdict }) => !conforming.has(verdict))
  for (const { id, verdict, reason, findings } of alarming)
    process.stdout.write(
      `${provider.name} seed ${seed}: ${verdict} ${id} ${reason ?? ''} ${findings[0]?.replay ?? ''}\n`,
    )
  return { exchanges: row.exchanges, alarms: alarming.length }
}
