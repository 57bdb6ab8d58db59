import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge } from '../api/index.ts'
import { startForeignServer } from './foreign-server.ts'
import { repeated } from './proofs/repeated.ts'

/**
 * Judges stripe-stateful-mock, runs the script of each finding against it, and says which gaps did not show again:
 * `npm run proofs [-- EVERY]`, where EVERY leaves out all but each so manieth finding.
 */
const program = createRequire(import.meta.url).resolve('stripe-stateful-mock/dist/cli.js')
const every = Number(process.argv[2] ?? 1)
const [key, secondKey] = ['sk_test_proofs', 'sk_test_proofsOfAnother']

const server = await startForeignServer((port) => ({
  command: [process.execPath, program],
  environment: { PORT: String(port), LOG_LEVEL: 'silent' },
}))
const counts = { shown: 0, 'not shown': 0, 'not comparable': 0 }
try {
  const { clauses } = await judge({
    provider: 'stripe',
    target: server.origin,
    ledger: join(tmpdir(), 'assay-proofs'),
    environment: { STRIPE_TEST_KEY: key },
  })
  const findings = clauses
    .filter(({ verdict }) => verdict === 'gap')
    .flatMap(({ id, findings: found }) => found.map((finding) => ({ id, finding })))
  for (const { id, finding } of findings.filter((_, index) => index % every === 0)) {
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
