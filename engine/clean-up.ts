import type { Contract } from '../model/contract.ts'
import type { Outage } from '../model/finding.ts'
import type { ProviderRow } from '../model/report.ts'
import { WireError } from '../wire/errors.ts'
import type { Target } from '../wire/session.ts'
import type { LedgerEntry } from './ledger-file.ts'
import type { Left } from './ledger.ts'
import { sideBySide } from './side-by-side.ts'
import { createTrial } from './trial.ts'

/** What became of an attempt to remove something: it is gone, it never will be, or a later attempt may do it. */
type Removal = { readonly gone: true } | { readonly reason: string; readonly again: boolean; readonly outage?: Outage }

interface Remaining {
  readonly entry: LedgerEntry
  readonly reason: string
  readonly again: boolean
}

/** Against a target that is down the rest is not tried any more. A time-out may be of one operation alone, which is given up soon. */
const strainOf: Partial<Record<Outage, number>> = { timeout: 1, 'given-up': 0 }
const usualStrain = 2
const mostStrain = 6

/** Removes what a provider's run made, newest first, and says what is left and why. */
export async function cleanUp(contract: Contract, target: Target, ledger: Left): Promise<ProviderRow['leftovers']> {
  const mine = ledger.entries().filter(({ provider }) => provider === contract.provider.name)
  const atOnce = target.atOnce ?? 1
  const first = await removeAll(contract, target, mine.toReversed(), atOnce)
  // what was refused while something that stands on it was being removed is tried once more, each alone
  const { left } =
    atOnce === 1 || first.isLost || first.left.length === 0
      ? first
      : await removeAll(
          contract,
          target,
          first.left.map(({ entry }) => entry),
          1,
        )
  // what the API refuses to remove is told once and then forgotten, so that a later clean-up does not try for ever
  const done = new Set(mine)
  for (const { entry, again } of left) if (again) done.delete(entry)
  // others may have made something meanwhile
  ledger.keep(ledger.entries().filter((entry) => !done.has(entry)))
  return left.map(({ entry, reason }) => ({ kind: entry.kind, id: entry.id, reason }))
}

/** Tries to remove entries in their order, so many side by side. */
async function removeAll(
  contract: Contract,
  target: Target,
  entries: readonly LedgerEntry[],
  atOnce: number,
): Promise<{ readonly left: readonly Remaining[]; readonly isLost: boolean }> {
  const left = new Map<LedgerEntry, Remaining>()
  let strain = 0
  await sideBySide(entries, atOnce, async (entry) => {
    const isLost = strain >= mostStrain * atOnce
    const removal = isLost ? notTried(entry) : await remove(contract, target, entry)
    if (!('gone' in removal)) left.set(entry, { entry, reason: removal.reason, again: removal.again })
    if (!isLost) strain = strainAfter(strain, removal)
  })
  return { left: entries.flatMap((entry) => left.get(entry) ?? []), isLost: strain >= mostStrain * atOnce }
}

function strainAfter(strain: number, removal: Removal): number {
  if ('gone' in removal || removal.outage === undefined) return 0
  return strain + (strainOf[removal.outage] ?? usualStrain)
}

const unremovable: Removal = { reason: 'the API has no call that removes it', again: false }

const ofAnotherKey: Removal = {
  reason: 'it was made under another key: one is yours, which --allow-host sends, and the other is made up',
  again: true,
}

function notTried({ removedBy }: LedgerEntry): Removal {
  return removedBy === undefined ? unremovable : { reason: 'the target could not be reached any more', again: true }
}

/** Refusals that another key or a later time may lift; any other is the API's last word, of an object that is cancelled already, say. */
const passing: ReadonlySet<number> = new Set([401, 403, 408, 409, 423])

async function remove(contract: Contract, target: Target, entry: LedgerEntry): Promise<Removal> {
  if (entry.removedBy === undefined) return unremovable
  // to another key it does not exist, which says nothing of whether it does
  if ((entry.madeUpKey ?? false) !== (target.madeUpKey ?? false)) return ofAnotherKey
  const { operation, parameter } = entry.removedBy
  const trial = createTrial({
    contract,
    session: target.open('cleanup'),
    outages: true,
    account: entry.second === true ? 'cleanup-second' : 'cleanup',
    seed: 0,
    nonce: '',
    onExchange: () => undefined,
    nextId: () => 0,
  })
  try {
    const { status } = (await trial.call(operation, { path: { [parameter]: entry.id } })).response
    if (status < 300 || status === 404 || status === 410) return { gone: true }
    return { reason: `${operation} answered ${status}`, again: passing.has(status) }
  } catch (thrown) {
    if (thrown instanceof WireError) return { reason: thrown.message, again: true, outage: thrown.outage }
    return {
      reason: `it could not be removed: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      again: false,
    }
  }
}
