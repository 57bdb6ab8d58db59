import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { providers } from '../contracts/index.ts'
import { loadLies } from '../emulator/load.ts'
import { runMutants } from '../engine/mutants/run-mutants.ts'
import { planFor } from '../engine/run.ts'
import type { Provider } from '../model/contract.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { readScore, scorePath } from './stored-score.ts'
import type { KeptScore, StoredScore } from './stored-score.ts'

const seed = 1
const runs = 10
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' } },
})
const every = Number(values.every)

/** Measures what the suite sees, of every provider or of those named, and keeps it for the documents: `npm run score -- [--every N] [provider…]`. */
for (const provider of providers.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
  keep(await measure(provider))

async function measure(provider: Provider): Promise<KeptScore> {
  const startedAt = Date.now()
  const {
    collateralClauses: _clauses,
    equivalents: _reasons,
    ...score
  } = await runMutants({
    plan: await planFor(provider),
    lies: await loadLies(provider.name),
    openTarget: (mutant) => embeddedEmulator(provider, seed, mutant),
    seed,
    runs,
    only: [],
    every,
    onMutant(done, all) {
      if (done % 200 === 0 || done === all)
        process.stderr.write(
          `${provider.name}: ${done} of ${all} mutants, ${Math.round((Date.now() - startedAt) / 1000)} s\n`,
        )
    },
    onLook(done, all, of) {
      if (done % 20 === 0 || done === all)
        process.stderr.write(`${provider.name}: ${done} of ${all} ${of} of which no mutant is known yet\n`)
    },
  })
  return score
}

/** Written after each provider, so that a run that is stopped loses only the one it was at. */
function keep(score: KeptScore): void {
  const measured = new Map([...(readScore()?.providers ?? []), score].map((one) => [one.provider, one]))
  const stored: StoredScore = {
    measuredOn: new Date().toISOString().slice(0, 10),
    seed,
    runs,
    ...(every === 1 ? {} : { every }),
    providers: providers.flatMap(({ name }) => measured.get(name) ?? []),
  }
  writeFileSync(scorePath, `${JSON.stringify(stored, null, 2)}\n`)
}
