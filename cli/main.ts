import { Command, CommanderError } from 'commander'
import { providers } from '../contracts/index.ts'
import { ContractError } from '../schemas/contract-error.ts'
import { createRedactText } from '../wire/redaction/create-redactor.ts'
import { UsageError } from '../wire/errors.ts'
import { cleanupCommand } from './cleanup.ts'
import { clausesCommand } from './clauses.ts'
import { emulateCommand } from './emulate.ts'
import { mutantsCommand } from './mutants.ts'
import { proxyCommand } from './proxy.ts'
import { secretsOf } from './open-target.ts'
import { readEnvironment } from './environment.ts'
import { runCommand } from './run.ts'
import { version } from './version.ts'

// whoever reads along may leave early; a run goes on to its report and its clean-up all the same
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const program = new Command('assay')
  .description("Judges whether an endpoint behaves as its provider's documentation says.")
  .version(version)
  .showHelpAfterError('(add --help for what can be said)')

for (const command of [
  cleanupCommand(),
  runCommand(),
  clausesCommand(),
  emulateCommand(),
  proxyCommand(),
  mutantsCommand(),
])
  program.addCommand(command.exitOverride())

try {
  await program.exitOverride().parseAsync()
} catch (thrown) {
  process.exitCode = codeOf(thrown)
}

/** A user's mistake is one sentence and exit code 2; a fault of ours says what and where. */
function codeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  const redact = createRedactText(secretsOf(providers, readEnvironment()))
  if (thrown instanceof UsageError) process.stderr.write(redact(`assay: ${thrown.message}\n`))
  else if (thrown instanceof ContractError)
    process.stderr.write(`assay: a contract is not as it should be: ${thrown.message}\n`)
  else
    process.stderr.write(
      redact(
        `assay: a fault of ours: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
      ),
    )
  return 2
}
