import { Command, CommanderError } from 'commander'
import { providers } from '../contracts/index.ts'
import { ContractError } from '../schemas/contract-error.ts'
import { createRedactText } from '../wire/redaction/create-redactor.ts'
import { Mishap, UsageError } from '../wire/errors.ts'
import { bundleCommand } from './bundle.ts'
import { cleanupCommand } from './cleanup.ts'
import { clausesCommand } from './clauses.ts'
import { diffCommand } from './diff.ts'
import { emulateCommand } from './emulate.ts'
import { historyCommand } from './history.ts'
import { initCommand } from './init.ts'
import type { Io, Running } from './io.ts'
import { matrixCommand } from './matrix.ts'
import { mutantsCommand } from './mutants.ts'
import { proxyCommand } from './proxy.ts'
import { secretsOf } from './keys.ts'
import { runCommand } from './run.ts'
import { waiveCommand } from './waive.ts'
import { version } from './version.ts'

const commands = [
  cleanupCommand,
  runCommand,
  clausesCommand,
  matrixCommand,
  emulateCommand,
  proxyCommand,
  mutantsCommand,
  bundleCommand,
  initCommand,
  diffCommand,
  historyCommand,
  waiveCommand,
]

/** Runs the command that the arguments name, and returns its exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const running: Running =
    (action) =>
    async (...given) => {
      code = await action(io, ...given)
    }
  try {
    await programOf(running, io).parseAsync(argv, { from: 'user' })
    return code
  } catch (thrown) {
    return codeOf(thrown, io)
  }
}

function programOf(running: Running, { stdout, stderr }: Io): Command {
  const output = {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
  }
  const program = new Command('assay')
    .description("Judges whether an endpoint behaves as its provider's documentation says.")
    .version(version)
    .showHelpAfterError('(add --help for what can be said)')
    .configureOutput(output)
    .exitOverride()
  for (const build of commands) program.addCommand(build(running).configureOutput(output).exitOverride())
  return program
}

/** A user's mistake is one sentence and exit code 2; a fault of ours says what and where. */
function codeOf(thrown: unknown, { environment, stderr }: Io): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  const redact = createRedactText(secretsOf(providers, environment))
  if (thrown instanceof UsageError || thrown instanceof Mishap) stderr.write(redact(`assay: ${thrown.message}\n`))
  else if (thrown instanceof ContractError)
    stderr.write(`assay: a contract is not as it should be: ${thrown.message}\n`)
  else
    stderr.write(
      redact(
        `assay: a fault of ours: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
      ),
    )
  return 2
}
