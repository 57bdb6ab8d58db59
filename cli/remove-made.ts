import { cleanUp } from '../engine/clean-up.ts'
import type { Left } from '../engine/ledger.ts'
import type { Contract } from '../model/contract.ts'
import type { TargetFlags } from './flags.ts'
import type { Io } from './io.ts'
import type { Mishaps } from './mishap.ts'
import { openSetting, openTarget } from './open-target.ts'
import type { TargetChoice } from './target.ts'

type SendingChoice = Exclude<TargetChoice, { kind: 'recording' }>

/** Removes what a provider's run made, and says what is left. */
export type RemoveMade = (contract: Contract, ledger: Left) => ReturnType<typeof cleanUp>

/**
 * Removes over a way of its own to the target, which neither an interruption nor a used-up budget closes. What a mishap keeps it from
 * removing stays in the ledger.
 */
export function removeMade(
  choice: SendingChoice,
  flags: TargetFlags,
  io: Pick<Io, 'environment' | 'pause'>,
  mishaps: Mishaps,
): RemoveMade {
  async function removed(contract: Contract, ledger: Left): ReturnType<typeof cleanUp> {
    const target = await openTarget(choice, contract, openSetting({ ...flags, maxRequests: Infinity }, io))
    if ('unreachable' in target) return []
    try {
      return await cleanUp(contract, target, ledger)
    } finally {
      await target.close()
    }
  }
  return async (contract, ledger) => {
    try {
      return await mishaps.over(removed(contract, ledger))
    } catch (thrown) {
      mishaps.raise(thrown)
      return ledger
        .entries()
        .filter(({ provider }) => provider === contract.provider.name)
        .map(({ kind, id }) => ({ kind, id, reason: 'the clean-up ended early' }))
    }
  }
}
