import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { providers } from '../contracts/index.ts'
import { instrumentedCopy, sourcesIn } from './recall/instrument.ts'
import { judgeMutants } from './recall/judge-mutants.ts'
import type { Fate, SourceMutant } from './recall/mutant.ts'
import { keepRecall, shareOf } from './stored-recall.ts'
import type { Recall } from './stored-recall.ts'
import { excuseFor, inStableOrder, ofShard } from './recall/selection.ts'

/**
 * How much of what can go wrong in an emulator its suite sees. Stryker changes the sources of the emulator, one place at a time, and
 * the conformance suite of the provider is the only test: a mutant is killed where the run fails.
 * `npm run recall -- [provider…] [--sample N] [--shard 1/4] [--keep]`; all mutants where no sample is asked for. `--keep` writes the
 * figures to docs/recall.json.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '0' },
    shard: { type: 'string', default: '1/1' },
    keep: { type: 'boolean', default: false },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
})
const root = new URL('..', import.meta.url).pathname

for (const { name } of providers.filter((one) => positionals.length === 0 || positionals.includes(one.name)))
  await measure(name)

async function measure(provider: string): Promise<void> {
  const { folder, mutants } = await instrumentedCopy(root, sourcesIn(root, `emulator/${provider}`))
  try {
    const chosen = ofShard(inStableOrder(mutants), values.shard).slice(0, Number(values.sample) || undefined)
    const fates = new Map<SourceMutant, Fate>()
    await judgeMutants(chosen, {
      folder,
      provider,
      processes: Number(values.processes),
      onFate(mutant, fate) {
        fates.set(mutant, fate)
        if (fates.size % 50 === 0) process.stderr.write(`${provider}: ${fates.size} of ${chosen.length} mutants\n`)
      },
    })
    tell(provider, mutants.length, fates)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell(provider: string, all: number, fates: ReadonlyMap<SourceMutant, Fate>): void {
  const count = (state: Fate['state']): number => [...fates.values()].filter((fate) => fate.state === state).length
  const alive = [...fates].filter(([, { state }]) => state === 'survived' || state === 'unreached')
  const excused = alive.filter(([mutant]) => excuseFor(mutant) !== undefined)
  const recall: Recall = {
    provider,
    measuredOn: new Date().toISOString().slice(0, 10),
    all,
    tried: fates.size,
    killed: count('killed'),
    leftOut: excused.length + count('crashed') + count('warned'),
  }
  if (values.keep) keepRecall(recall)
  for (const [mutant, { state }] of alive.filter((one) => !excused.includes(one)))
    process.stdout.write(
      `${state} ${mutant.file}:${mutant.line}:${mutant.column} ${mutant.mutator}: ${short(mutant.original)} -> ${short(mutant.replacement)}\n`,
    )
  process.stdout.write(
    `${provider}: ${shareOf(recall)} of ${fates.size} of ${all} mutants: ${count('killed')} killed, ${count('warned')} warned of, ${count('survived')} survived, ${count('unreached')} unreached, ${excused.length} of these excused, ${count('crashed')} crashed\n`,
  )
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 87)}...` : line
}
