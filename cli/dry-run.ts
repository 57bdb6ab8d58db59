import { describeForecast, forecast } from '../engine/forecast.ts'
import { plansFor } from '../engine/run.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import type { Breadth } from '../engine/breadth.ts'
import type { TargetFlags } from './flags.ts'
import { limitsOf } from './flags.ts'
import type { Io } from './io.ts'
import { openSetting, openTarget } from './open-target.ts'
import { receivingFor } from './receive-webhooks.ts'
import { selectionOf } from './selection.ts'
import type { TargetChoice } from './target.ts'
import { usualBreadth, usualRuns, usualShrinks } from './target.ts'

/** Says what a run would ask of its target, provider by provider, and asks nothing. */
export async function dryRun(
  io: Io,
  choice: TargetChoice,
  names: readonly string[],
  flags: TargetFlags & {
    readonly only: readonly string[]
    readonly failedFrom?: string
    readonly runs?: number
    readonly breadth?: Breadth
  },
): Promise<number> {
  if (choice.kind === 'recording') throw new UsageError('No requests are sent for a recording; leave --dry-run out.')
  if (choice.kind === 'url' && choice.emulated)
    throw new UsageError('--emulated has to send a request to the emulator; leave it or --dry-run out.')
  const webhooks = receivingFor(io.environment, choice) === undefined ? [] : (['webhooks'] as const)
  const chosen = await chooseProviders(names)
  for (const plan of await plansFor(chosen, selectionOf(flags, chosen), flags.breadth ?? usualBreadth[choice.kind])) {
    const { provider } = plan.contract
    const target = await openTarget(choice, plan.contract, openSetting(flags, io))
    if ('unreachable' in target) {
      io.stdout.write(`${provider.name}: nothing. ${target.unreachable}\n`)
      continue
    }
    const asked = {
      seed: flags.seed,
      runs: flags.runs ?? usualRuns[choice.kind],
      shrinks: usualShrinks[choice.kind],
      maxRequests: flags.maxRequests,
      timeoutMs: limitsOf(flags).timeoutMs,
      maxMinutes: flags.maxMinutes,
    }
    io.stdout.write(describeForecast(await forecast(plan, new Set([...target.capabilities, ...webhooks]), asked)))
    await target.close()
  }
  return 0
}
