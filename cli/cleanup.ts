import { Command } from 'commander'
import { loadContract } from '../contracts/load.ts'
import { cleanUp } from '../engine/clean-up.ts'
import { readLeavings } from '../engine/leavings.ts'
import type { Leavings } from '../engine/leavings.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import { loadConfiguration } from './configuration-file.ts'
import { configured } from './configured.ts'
import { budgetOptions, configOption, targetOptions } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import type { Io, Running } from './io.ts'
import { placeOf } from './ledger-for.ts'
import { openSetting, openTarget } from './open-target.ts'
import { parseTarget } from './target.ts'

interface CleanupFlags extends TargetFlags {
  readonly config?: string
}

export function cleanupCommand(running: Running): Command {
  const command = new Command('cleanup')
    .description('Remove the objects that an interrupted run left on a live target or URL.')
    .argument('[provider...]', 'providers whose objects to remove (default: all)')
    .addOption(configOption())
  return budgetOptions(targetOptions(command)).action(running(cleanupAction))
}

async function cleanupAction(io: Io, given: readonly string[], asked: CleanupFlags, command: Command): Promise<number> {
  const { flags, names, targets } = configured(await loadConfiguration(asked.config), command, asked, given)
  const choice = parseTarget(flags.target, false, targets)
  if (choice.kind !== 'live' && choice.kind !== 'url')
    throw new UsageError('Name the target of the interrupted run: --target live or --target URL.')
  const chosen = await chooseProviders(names)
  const ledger = readLeavings(flags.ledger, placeOf(choice))
  if (ledger.entries().length === 0) io.stdout.write('There is nothing to remove.\n')
  for (const provider of chosen) {
    const mine = ledger.entries().filter((entry) => entry.provider === provider.name)
    if (mine.length === 0) continue
    const contract = loadContract(provider)
    const target = await openTarget(choice, contract, openSetting(flags, io))
    if ('unreachable' in target) throw new UsageError(target.unreachable)
    const left = await cleanUp(contract, target, ledger)
    await target.close()
    io.stdout.write(`${provider.name}: ${mine.length - left.length} of ${mine.length} removed\n`)
    for (const { kind, id, reason } of left) io.stdout.write(`  ${kind} ${id} was not removed: ${reason}\n`)
  }
  io.stdout.write(beside(ledger))
  // what stays for good is told; what another attempt may remove is not done
  return ledger.entries().some(({ provider }) => chosen.some(({ name }) => name === provider)) ? 1 : 0
}

/** What a clean-up leaves alone, a line for each. */
function beside({ elsewhere, goingOn, cutOff }: Leavings): string {
  const lines = [
    ...(elsewhere.length > 0 ? [`Objects are also left on other targets: ${elsewhere.join(', ')}`] : []),
    ...goingOn.map((pid) => `A run is still in progress (process ${pid}). It removes its own objects.`),
    ...cutOff.map((path) => `The last line of ${path} is cut off. The object that it was to name may still exist.`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
