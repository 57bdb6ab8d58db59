import { parseArgs } from 'node:util'
import { providers } from '../contracts/index.ts'
import { planFor } from '../engine/run.ts'
import { runProvider } from '../engine/run-provider.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../wire/targets.ts'

/** No false alarm: the pristine emulator over many seeds gives no gap, and nothing is blocked, inconclusive or broken. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '200' },
    runs: { type: 'string', default: '3' },
  },
})

let alarms = 0
for (const provider of providers.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const plan = await planFor(provider)
  const startedAt = Date.now()
  let exchanges = 0
  for (let seed = Number(values.from); seed < Number(values.from) + Number(values.seeds); seed += 1) {
    const { row, clauses } = await runProvider(plan, await embeddedEmulator(provider, seed), {
      seed,
      runs: Number(values.runs),
      shrinks: 20,
      nonce: '',
      redactor: createRedactor(plan.contract, []),
      waivers: new Map(),
    })
    exchanges += row.exchanges
    for (const { id, verdict, reason, findings } of clauses.filter((clause) =>
      ['gap', 'blocked', 'inconclusive', 'broken'].includes(clause.verdict),
    )) {
      alarms += 1
      process.stdout.write(
        `${provider.name} seed ${seed}: ${verdict} ${id} ${reason ?? ''} ${findings[0]?.replay ?? ''}\n`,
      )
    }
    if (seed % 50 === 0) process.stderr.write(`${provider.name}: seed ${seed}\n`)
  }
  process.stdout.write(
    `${provider.name}: ${values.seeds} seeds, ${exchanges} exchanges, ${Math.round((Date.now() - startedAt) / 1000)} s\n`,
  )
}
process.stdout.write(alarms === 0 ? 'no false alarm\n' : `${alarms} false alarms\n`)
process.exitCode = alarms === 0 ? 0 : 1
