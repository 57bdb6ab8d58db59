import { Command, CommanderError } from 'commander'
import { ContractError } from '../schemas/contract-error.ts'
import { Mishap, UsageError } from '../wire/errors.ts'
import type { Io, Running } from './io.ts'
import { version } from './version.ts'

type Build = (running: Running) => Command

/** Commands by name. The module of one is loaded when it is called, or when all are told of, so that none waits for another's. */
const commands: Readonly<Record<string, () => Promise<Build>>> = {
  cleanup: async () => (await import('./cleanup.ts')).cleanupCommand,
  run: async () => (await import('./run.ts')).runCommand,
  clauses: async () => (await import('./clauses.ts')).clausesCommand,
  matrix: async () => (await import('./matrix.ts')).matrixCommand,
  emulate: async () => (await import('./emulate.ts')).emulateCommand,
  proxy: async () => (await import('./proxy.ts')).proxyCommand,
  mutants: async () => (await import('./mutants.ts')).mutantsCommand,
  variants: async () => (await import('./variants.ts')).variantsCommand,
  bundle: async () => (await import('./bundle.ts')).bundleCommand,
  init: async () => (await import('./init.ts')).initCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  history: async () => (await import('./history.ts')).historyCommand,
  waive: async () => (await import('./waive.ts')).waiveCommand,
}

/** Runs the command that the arguments name, and returns its exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const running: Running =
    (action) =>
    async (...given) => {
      code = await action(io, ...given)
    }
  try {
    const program = await programOf(argv, running, io)
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (thrown) {
    return await codeOf(thrown, io)
  }
}

async function programOf(argv: readonly string[], running: Running, { stdout, stderr }: Io): Promise<Command> {
  const output = {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
  }
  const program = new Command('assay')
    .description("Judges whether an endpoint behaves as its provider's documentation says.")
    .version(version)
    .showHelpAfterError('(add --help for usage)')
    .configureOutput(output)
    .exitOverride()
  const builds = await Promise.all(namesIn(argv).map(async (name) => commands[name]?.()))
  for (const build of builds) {
    if (build !== undefined) program.addCommand(build(running).configureOutput(output).exitOverride())
  }
  return program
}

/** The commands that the arguments concern: the one that they begin with, none for the version, or all. */
function namesIn([first = '']: readonly string[]): readonly string[] {
  if (Object.hasOwn(commands, first)) return [first]
  return first === '--version' || first === '-V' ? [] : Object.keys(commands)
}

/** A user's mistake is one sentence and exit code 2; a fault of ours says what and where. */
async function codeOf(thrown: unknown, io: Io): Promise<number> {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  const { stderr } = io
  const redact = await redactorOf(io)
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

/** Takes the user's keys out of a text. It is loaded only where there is something to tell. */
async function redactorOf({ environment }: Io): Promise<(text: string) => string> {
  const [{ providers }, { createRedactText }, { secretsOf }] = await Promise.all([
    import('../contracts/index.ts'),
    import('../wire/redaction/create-redactor.ts'),
    import('./keys.ts'),
  ])
  return createRedactText(secretsOf(providers, environment))
}
