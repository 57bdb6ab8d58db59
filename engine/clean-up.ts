import type { Contract } from '../suites/model/contract.ts'
import type { ProviderRow } from '../suites/model/report.ts'
import { WireError } from '../wire/errors.ts'
import type { Target } from '../wire/session.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { createTrial } from './trial.ts'

/** Removes what a provider's run made, newest first, and says what is left and why. */
export async function cleanUp(contract: Contract, target: Target, ledger: Ledger): Promise<ProviderRow['leftovers']> {
  const all = ledger.entries()
  const mine = all.filter(({ provider }) => provider === contract.provider.name)
  const kept: { entry: LedgerEntry; reason: string }[] = []
  for (const entry of mine.toReversed()) {
    const reason = await remove(contract, target, entry)
    if (reason !== undefined) kept.push({ entry, reason })
  }
  // what nothing can remove is told once and then forgotten, so that a later clean-up does not try for ever
  const retry = kept.filter(({ entry }) => entry.removedBy !== undefined).map(({ entry }) => entry)
  ledger.keep([...all.filter(({ provider }) => provider !== contract.provider.name), ...retry.toReversed()])
  return kept.map(({ entry, reason }) => ({ kind: entry.kind, id: entry.id, reason }))
}

/** Undefined when the object is gone, else why it is not. */
async function remove(contract: Contract, target: Target, entry: LedgerEntry): Promise<string | undefined> {
  if (entry.removedBy === undefined) return 'the API has no call that removes it'
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
    const { response } = await trial.call(operation, { path: { [parameter]: entry.id } })
    return response.status < 300 || response.status === 404 || response.status === 410 ? undefined : `${operation} answered ${response.status}`
  } catch (thrown) {
    return thrown instanceof WireError ? thrown.message : 'it could not be removed'
  }
}
