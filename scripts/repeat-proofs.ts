import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge } from '../api/index.ts'
import { providers } from '../contracts/index.ts'
import type { ProviderName } from '../contracts/index.ts'
import { projectRoot } from '../schemas/project-root.ts'
import { startForeignServer } from './foreign-server.ts'
import type { Mock } from './parity/page.ts'
import { repeated } from './proofs/repeated.ts'

/**
 * Judges the first mock of the parity page, or the named one, runs the script of each finding against it, and says which gaps did not
 * show again: `npm run proofs [-- EVERY [NAME]]`, where EVERY leaves out all but each so manieth finding.
 */
const mocks = JSON.parse(readFileSync(join(projectRoot, 'scripts', 'parity', 'mocks.json'), 'utf8')) as readonly Mock[]
const [, , step = '1', named = mocks[0]?.name] = process.argv
const mock = mocks.find(({ name }) => name === named)
const provider = providers.find(({ name }) => name === mock?.provider)
if (mock === undefined || provider === undefined) throw new Error(`no mock is called ${named}`)

const { keyPrefix } = provider.authentication
const [key, secondKey] = [`${keyPrefix}proofs`, `${keyPrefix}proofsOfAnother`]
const server = await startForeignServer((port) => {
  const fill = (text: string): string => text.replaceAll('{port}', String(port))
  const environment = Object.entries(mock.environment ?? {}).map(([name, value]) => [name, fill(value)])
  return { command: mock.command.map(fill), environment: Object.fromEntries(environment), folder: projectRoot }
})
const counts = { shown: 0, 'not shown': 0, 'not comparable': 0 }
try {
  const { clauses } = await judge({
    provider: provider.name as ProviderName,
    target: server.origin,
    ledger: join(tmpdir(), 'assay-proofs'),
    environment: { [provider.live.keyVariable]: key },
  })
  const findings = clauses
    .filter(({ verdict }) => verdict === 'gap')
    .flatMap(({ id, findings: found }) => found.map((finding) => ({ id, finding })))
  for (const { id, finding } of findings.filter((_, index) => index % Number(step) === 0)) {
    const result = repeated(finding, { origin: server.origin, key, secondKey })
    counts[result] += 1
    if (result === 'not shown') process.stdout.write(`${id}: ${finding.by} at ${finding.at}\n`)
  }
} finally {
  await server.stop()
}
process.stdout.write(
  `${counts.shown} shown again, ${counts['not shown']} not shown, ${counts['not comparable']} that no answer can show\n`,
)
process.exitCode = counts['not shown'] === 0 ? 0 : 1
