import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { providers } from '../contracts/index.ts'
import { planFor } from '../engine/run.ts'

const rounds = 7

/** How long the built command takes to say its version and to judge one check, next to a Node that does nothing: the least of seven. */
if (!existsSync('dist/cli/main.js')) throw new Error('build the project first: npm run build')
const [provider] = providers
if (provider === undefined) throw new Error('there is no provider')
const [check] = (await planFor(provider)).checks
const folder = join(tmpdir(), `assay-bench-${process.pid}`)
const judging = ['run', provider.name, '--only', check?.id ?? '', '--no-history', '--report', folder]
const commands = [
  { name: 'node, nothing', parts: ['-e', '0'] },
  { name: 'assay --version', parts: ['bin/assay.js', '--version'] },
  { name: 'assay run, one check', parts: ['bin/assay.js', ...judging] },
]
const least = commands.map(() => Infinity)
for (let round = 0; round < rounds; round += 1)
  for (const [index, { parts }] of commands.entries())
    least[index] = Math.min(least[index] ?? Infinity, secondsOf(parts))
for (const [index, { name }] of commands.entries())
  process.stdout.write(
    `${name.padEnd(24)}${(least[index] ?? 0).toFixed(2)} s, ${((least[index] ?? 0) / (least[0] ?? 1)).toFixed(1)} times as long as nothing\n`,
  )

function secondsOf(parts: readonly string[]): number {
  const startedAt = performance.now()
  const { status } = spawnSync(process.execPath, parts, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${parts.join(' ')} ended with ${String(status)}`)
  return (performance.now() - startedAt) / 1000
}
