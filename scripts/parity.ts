import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from '../api/judge.ts'
import type { ProviderName } from '../contracts/index.ts'
import { projectRoot } from '../schemas/project-root.ts'
import { startForeignServer } from './foreign-server.ts'
import { parityPage } from './parity/page.ts'
import type { Judged, Mock } from './parity/page.ts'

// Judges the mocks of parity/mocks.json that can be started here, keeps what was found, and writes docs/parity.md. Names of mocks
// that are given judge those alone; the others stay as they were found before.

const folder = join(projectRoot, 'scripts', 'parity')
const resultsPath = join(folder, 'results.json')
const mocks = JSON.parse(readFileSync(join(folder, 'mocks.json'), 'utf8')) as readonly Mock[]
const results = existsSync(resultsPath)
  ? (JSON.parse(readFileSync(resultsPath, 'utf8')) as Record<string, Judged>)
  : ({} as Record<string, Judged>)
const wanted = process.argv.slice(2)

for (const mock of mocks) {
  if (wanted.length > 0 && !wanted.includes(mock.name)) continue
  const judged = await judgedMock(mock)
  if (judged !== undefined) results[mock.name] = judged
  process.stdout.write(`${mock.name}: ${judged === undefined ? 'cannot be started here' : 'judged'}\n`)
}
writeFileSync(resultsPath, `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(join(projectRoot, 'docs', 'parity.md'), parityPage(mocks, results))

/** What a mock came to; undefined where its program is not here. */
async function judgedMock(mock: Mock): Promise<Judged | undefined> {
  const version = versionOf(mock)
  if (version === undefined) return undefined
  const server = await startForeignServer((port) => {
    const fill = (text: string): string => text.replaceAll('{port}', String(port))
    return {
      command: mock.command.map(fill),
      environment: Object.fromEntries(
        Object.entries(mock.environment ?? {}).map(([name, value]) => [name, fill(value)]),
      ),
      folder: projectRoot,
    }
  })
  try {
    const report = await judge({ provider: mock.provider as ProviderName, target: server.origin })
    const [row] = report.providers
    if (row === undefined) throw new Error('the report has no provider')
    const { judged, conforming, clauses, verdicts, severities } = row.figures
    return {
      version,
      date: report.startedAt.slice(0, 10),
      figures: { clauses, judged, conforming, gaps: verdicts.gap, failing: severities.fail, blocked: verdicts.blocked },
      gaps: report.clauses.filter(({ verdict }) => verdict === 'gap').map(({ id }) => id),
      causes: report.causes.map(({ title, breaks, blocks, proof }) => {
        const [finding] = report.clauses.find(({ id }) => id === proof)?.findings ?? []
        const exchange = report.exchanges.find(({ id }) => id === (finding?.exchange ?? finding?.evidence.at(-1)))
        return {
          title,
          breaks: breaks.length,
          blocks: blocks.length,
          proof,
          request: exchange === undefined ? '' : `${exchange.request.method} ${exchange.request.path}`,
          at: finding?.at ?? '',
          expected: JSON.stringify(finding?.expected ?? null),
          actual: JSON.stringify(finding?.actual ?? null),
        }
      }),
    }
  } finally {
    await server.stop()
  }
}

function versionOf({ version: [program = '', ...parts] }: Mock): string | undefined {
  try {
    const said = execFileSync(program, parts, {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? said.trim()
  } catch {
    return undefined
  }
}
