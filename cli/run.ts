import { Command } from 'commander'
import { cleanUp } from '../engine/clean-up.ts'
import { openLedger } from '../engine/ledger.ts'
import type { Ledger } from '../engine/ledger.ts'
import { failedChecks } from '../engine/failed-checks.ts'
import { run } from '../engine/run.ts'
import { readWaivers } from '../engine/waivers.ts'
import { terminal } from '../reporters/terminal.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import { chooseProviders } from './choose-providers.ts'
import { readEnvironment } from './environment.ts'
import { budgetOf, budgetOptions, limitsOf, permissionsOf, targetOptions } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import { several, wholeNumber } from './numbers.ts'
import { openTarget, secretsOf } from './open-target.ts'
import { onInterrupt } from './on-interrupt.ts'
import { showProgress } from './show-progress.ts'
import { parseTarget, usualRuns, usualShrinks } from './target.ts'
import { version } from './version.ts'
import { writeReport } from './write-report.ts'

interface RunFlags extends TargetFlags {
  readonly only: readonly string[]
  readonly runs?: number
  readonly waivers?: string
  readonly report: string
  readonly failedFrom?: string
}

export function runCommand(): Command {
  const command = new Command('run')
    .description('Judge providers on a target and report every documented promise.')
    .argument('[provider...]', 'providers to judge; all of them where none is named')
    .option('--only <id|section>', 'only checks with this id, of this clause or section; may be repeated', several, [])
    .option('--runs <number>', 'generated inputs for each property', wholeNumber(1, 100_000))
    .option('--report <folder>', 'where the report is written', 'report')
    .option('--failed-from <report.json>', 'only the checks that found gaps in an earlier report')
    .option('--waivers <file>', 'known gaps, each with reason, owner and expiry')
  return budgetOptions(targetOptions(command)).action(runAction)
}

async function runAction(names: readonly string[], flags: RunFlags): Promise<void> {
  const choice = parseTarget(flags.target)
  const environment = readEnvironment()
  const providers = chooseProviders(names)
  const interrupt = onInterrupt()
  const ledger = choice.kind === 'live' || choice.kind === 'url' ? openLedger(flags.ledger) : undefined
  const progress = showProgress()
  const setting = { environment, seed: flags.seed, permissions: permissionsOf(flags), limits: limitsOf(flags), budget: budgetOf(flags), signal: interrupt.signal }
  try {
    const report = await run({
      providers,
      kind: choice.kind,
      openTarget: (contract) => openTarget(choice as never, contract, setting),
      redactor: (contract) => createRedactor(secretsOf([contract], environment)),
      seed: flags.seed,
      runs: flags.runs ?? usualRuns[choice.kind],
      shrinks: usualShrinks[choice.kind],
      only: [...flags.only, ...(flags.failedFrom === undefined ? [] : failedChecks(flags.failedFrom))],
      nonce: ledger === undefined ? '' : Date.now().toString(36),
      version,
      waivers: flags.waivers === undefined ? [] : readWaivers(flags.waivers),
      signal: interrupt.signal,
      progress,
      ...(ledger === undefined ? {} : keepLedger(ledger)),
    })
    progress.end()
    writeReport(report, flags.report)
    process.stdout.write(terminal(report, { color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined }))
    process.stdout.write(`The report is in ${flags.report}.\n`)
    process.exitCode = report.exitCode
  } finally {
    progress.end()
    interrupt.release()
  }
}

function keepLedger(ledger: Ledger) {
  return {
    onExchange: ledger.see,
    cleanUp: (contract: Parameters<typeof cleanUp>[0], target: Parameters<typeof cleanUp>[1]) => cleanUp(contract, target, ledger),
  }
}
