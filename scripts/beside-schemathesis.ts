import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { judge } from '../api/index.ts'
import { main } from '../cli/assay.ts'
import { processIo } from '../cli/process-io.ts'
import { projectRoot } from '../schemas/project-root.ts'
import { lies, serveTill, tillKey } from '../test/init/till-server.ts'
import type { Lie } from '../test/init/till-server.ts'
import { markdownTable } from './markdown-table.ts'

/**
 * Judges one server by one description with Assay and with Schemathesis, honest and with one departure at a time:
 * `npx tsx scripts/beside-schemathesis.ts [path of schemathesis]`. Needs Python's `schemathesis` (pip install schemathesis).
 */
const schemathesis = process.argv[2] ?? 'schemathesis'
const description = join(projectRoot, 'test/init/fixtures/till.yaml')
const folder = mkdtempSync(join(tmpdir(), 'assay-beside-'))
const own = join(folder, 'till') as `/${string}`
const run = promisify(execFile)

interface Seen {
  readonly found: readonly string[]
  readonly exchanges: number
  readonly seconds: number
}

async function byAssay(origin: string, runs = 5): Promise<Seen> {
  const startedAt = performance.now()
  const { clauses, providers } = await judge({
    provider: own,
    target: origin,
    runs,
    concurrency: 8,
    allowHost: ['127.0.0.1'],
    ledger: join(folder, 'ledger'),
    environment: { TILL_API_KEY: tillKey },
  })
  const gaps = clauses.filter(({ verdict }) => verdict === 'gap').map(({ id }) => id.replace(/^till\./, ''))
  const exchanges = providers.reduce((sum, provider) => sum + provider.exchanges, 0)
  return { found: gaps, exchanges, seconds: (performance.now() - startedAt) / 1000 }
}

async function bySchemathesis(origin: string): Promise<Seen> {
  const given = [
    'run',
    description,
    '--url',
    origin,
    '-H',
    `X-Api-Key: ${tillKey}`,
    '--generation-deterministic',
    '--no-color',
  ]
  const { stdout } = await run(schemathesis, [...given, '--continue-on-failure'], {
    cwd: folder,
    maxBuffer: 1e9,
  }).catch((thrown: { readonly stdout: string; readonly stderr: string }) => {
    if (!thrown.stdout.includes('SUMMARY'))
      throw new Error(`Schemathesis does not run: ${thrown.stdout}${thrown.stderr}`)
    return thrown
  })
  const failures = [...stdout.matchAll(/❌ (ST\d+ [^\n]*): (\d+)/g)].map(
    ([, name = '', count = '']) => `${name}: ${count}`,
  )
  const [, generated = '0', skipped = '0'] = /(\d+) generated.*?(?:(\d+) skipped)?$/m.exec(stdout) ?? []
  const [, seconds = '0'] = / in ([\d.]+)s =/.exec(stdout) ?? []
  return { found: failures, exchanges: Number(generated) - Number(skipped), seconds: Number(seconds) }
}

async function besides(lie?: Lie): Promise<{ readonly assay: Seen; readonly other: Seen }> {
  const till = await serveTill(lie)
  try {
    return { assay: await byAssay(till.origin), other: await bySchemathesis(till.origin) }
  } finally {
    await till.close()
  }
}

const listed = (found: readonly string[]): string => (found.length === 0 ? 'not found' : found.join('<br>'))
const rate = ({ exchanges, seconds }: Seen): number => exchanges / seconds

try {
  await main(['init', own, '--openapi', description], processIo())
  rmSync(join(own, 'suite.ts'))
  const honest = await besides()
  const rows = []
  for (const lie of lies) {
    const { assay, other } = await besides(lie)
    rows.push([
      lie,
      listed(assay.found),
      listed(other.found.filter((failure) => !honest.other.found.includes(failure))),
    ])
  }
  process.stdout.write(
    `${markdownTable(['departure', 'Assay', 'Schemathesis, beyond what it says of the honest server'], rows)}\n\n`,
  )
  process.stdout.write(
    `of the honest server: Assay ${listed(honest.assay.found)}, Schemathesis ${listed(honest.other.found)}\n`,
  )
  const till = await serveTill()
  const fast = await byAssay(till.origin, 500)
  await till.close()
  for (const [name, seen] of Object.entries({ Assay: fast, Schemathesis: honest.other }))
    process.stdout.write(
      `${name}: ${seen.exchanges} exchanges in ${seen.seconds.toFixed(1)} s, ${rate(seen).toFixed(0)} a second\n`,
    )
  process.stdout.write(`${(rate(fast) / rate(honest.other)).toFixed(1)} times as many\n`)
} finally {
  rmSync(folder, { recursive: true })
}
