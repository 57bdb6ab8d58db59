import { Command } from 'commander'
import { run } from '../engine/run.ts'
import { readWaivers } from '../engine/waivers.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { chooseProviders } from './choose-providers.ts'
import { several, wholeNumber } from './numbers.ts'
import { version } from './version.ts'

interface RunFlags {
  readonly seed: number
  readonly runs: number
  readonly only: readonly string[]
  readonly waivers?: string
}

export function runCommand(): Command {
  return new Command('run')
    .description('Judge providers on a target and report every documented promise.')
    .argument('[provider...]', 'providers to judge; all of them where none is named')
    .option('--seed <number>', 'fixes every generated value', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--runs <number>', 'generated inputs for each property', wholeNumber(1, 100_000), 10)
    .option('--only <id|section>', 'only checks with this id, of this clause or section; may be repeated', several, [])
    .option('--waivers <file>', 'known gaps')
    .action(async (names: readonly string[], flags: RunFlags) => {
      const report = await run({
        providers: chooseProviders(names),
        kind: 'emulator',
        openTarget: ({ provider }) => embeddedEmulator(provider, flags.seed),
        redactor: () => createRedactor([]),
        seed: flags.seed,
        runs: flags.runs,
        shrinks: 100,
        only: flags.only,
        nonce: '',
        version,
        waivers: flags.waivers === undefined ? [] : readWaivers(flags.waivers),
      })
      for (const clause of report.clauses) {
        if (clause.verdict === 'conforms') continue
        process.stdout.write(`${clause.verdict.padEnd(13)} ${clause.id}  ${clause.reason ?? ''} ${clause.blockedBy?.join(',') ?? ''}\n`)
        for (const finding of clause.findings) process.stdout.write(`    ${JSON.stringify({ ...finding, curl: undefined })}\n`)
      }
      for (const { name, figures, exchanges, durationMs } of report.providers) process.stdout.write(`${name} ${JSON.stringify(figures)} ${exchanges} exchanges ${durationMs} ms\n`)
      process.exitCode = report.exitCode
    })
}
