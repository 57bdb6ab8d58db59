import { parseArgs } from 'node:util'
import { providers } from '../contracts/index.ts'
import { garbled } from './soak/fates.ts'
import { soak } from './soak/soak.ts'
import type { Sample, SoakResult } from './soak/soak.ts'

/**
 * Judges a provider's emulator behind a server that resets, hangs back, garbles and answers with hostile text, for very many exchanges in one process:
 * `npm run soak -- [provider] [--exchanges N] [--seed N] [--minutes N] [--garbled]`. With `--garbled` every fifth answer is
 * cut off or HTML, and nothing else goes wrong. Fails where the heap grows, a gap has no cause, or a fault is ours.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    exchanges: { type: 'string', default: '300000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '60' },
    garbled: { type: 'boolean', default: false },
  },
})
const mostGrowth = 1.5
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const [first] = providers
const provider = positionals[0] === undefined ? first : providers.find(({ name }) => name === positionals[0])
if (provider === undefined) throw new Error(`there is no provider ${positionals[0]}`)

const startedAt = Date.now()
const result = await soak({
  provider,
  exchanges: Number(values.exchanges),
  seed: Number(values.seed),
  runs: Number(values.runs),
  ...(values.garbled ? { shares: garbled } : {}),
  signal: AbortSignal.timeout(Number(values.minutes) * 60_000),
  onSample: ({ done, exchanges, heap }) =>
    process.stdout.write(`${Math.round(done * 100)} %: ${exchanges} exchanges, ${megabytes(heap)} of heap\n`),
})
process.stdout.write(summary(result))
process.exitCode = result.problems.length === 0 && growth(result.samples) <= mostGrowth ? 0 : 1

function summary({ exchanges, rounds, fates, outcomes, samples, problems }: SoakResult): string {
  const seconds = (Date.now() - startedAt) / 1000
  const list = (counts: Iterable<readonly [string, number]>): string =>
    [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
  return [
    `${exchanges} exchanges in ${rounds} rounds and ${seconds.toFixed(0)} s`,
    `requests: ${list(fates)}`,
    `judgements: ${list(Object.entries(outcomes))}`,
    `heap at the end ÷ heap at 20 %: ${growth(samples).toFixed(2)} (at most ${mostGrowth})`,
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
    ...problems.slice(0, 20).map((problem) => `  ${problem}`),
    '',
  ].join('\n')
}

function growth(samples: readonly Sample[]): number {
  const early = samples.find(({ done }) => done >= 0.2)
  return (samples.at(-1)?.heap ?? 0) / (early?.heap ?? Infinity)
}
