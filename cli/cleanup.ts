import { Command } from 'commander'
import { loadContract } from '../contracts/load.ts'
import { cleanUp } from '../engine/clean-up.ts'
import { openLedger } from '../engine/ledger.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import { readEnvironment } from './environment.ts'
import { budgetOptions, targetOptions } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import { openSetting, openTarget } from './open-target.ts'
import { parseTarget } from './target.ts'

export function cleanupCommand(): Command {
  const command = new Command('cleanup')
    .description('Remove what a run that was killed left on a live target or URL.')
    .argument('[provider...]', 'providers; all of them where none is named')
  return budgetOptions(targetOptions(command)).action(cleanupAction)
}

async function cleanupAction(names: readonly string[], flags: TargetFlags): Promise<void> {
  const choice = parseTarget(flags.target)
  if (choice.kind !== 'live' && choice.kind !== 'url') throw new UsageError('Say with --target live or --target URL where the run was that left something.')
  const ledger = openLedger(flags.ledger)
  const environment = readEnvironment()
  let left = 0
  for (const provider of chooseProviders(names)) {
    const entries = ledger.entries().filter((entry) => entry.provider === provider.name)
    if (entries.length === 0) continue
    const contract = loadContract(provider)
    const target = await openTarget(choice, contract, openSetting(flags, environment))
    if ('unreachable' in target) throw new UsageError(target.unreachable)
    const leftovers = await cleanUp(contract, target, ledger)
    await target.close()
    process.stdout.write(`${provider.name}: ${entries.length - leftovers.length} of ${entries.length} removed\n`)
    for (const { kind, id, reason } of leftovers) process.stdout.write(`  ${kind} ${id} stays: ${reason}\n`)
    left += leftovers.length
  }
  process.exitCode = left === 0 ? 0 : 1
}
