import { Command } from 'commander'
import { loadContract } from '../contracts/load.ts'
import { cleanUp } from '../engine/clean-up.ts'
import type { Ledger } from '../engine/ledger.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import { readEnvironment } from './environment.ts'
import { budgetOptions, targetOptions } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import { ledgerFor } from './ledger-for.ts'
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
  if (choice.kind !== 'live' && choice.kind !== 'url')
    throw new UsageError('Say with --target live or --target URL where the run was that left something.')
  const environment = readEnvironment()
  const chosen = chooseProviders(names)
  const ledger = ledgerFor(choice, chosen, flags, environment) as Ledger
  if (ledger.entries().length === 0) process.stdout.write('Nothing is left there.\n')
  for (const provider of chosen) {
    const mine = ledger.entries().filter((entry) => entry.provider === provider.name)
    if (mine.length === 0) continue
    const contract = loadContract(provider)
    const target = await openTarget(choice, contract, openSetting(flags, environment))
    if ('unreachable' in target) throw new UsageError(target.unreachable)
    const left = await cleanUp(contract, target, ledger)
    await target.close()
    process.stdout.write(`${provider.name}: ${mine.length - left.length} of ${mine.length} removed\n`)
    for (const { kind, id, reason } of left) process.stdout.write(`  ${kind} ${id} stays: ${reason}\n`)
  }
  if (ledger.elsewhere.length > 0)
    process.stdout.write(`Something is left on other targets, too: ${ledger.elsewhere.join(', ')}\n`)
  // what stays for good is told; what another attempt may remove is not done
  process.exitCode = ledger.entries().some(({ provider }) => chosen.some(({ name }) => name === provider)) ? 1 : 0
}
