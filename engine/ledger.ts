import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Contract, Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import { valueAt } from '../model/json.ts'
import { UsageError } from '../wire/errors.ts'
import { appendEntry, prepareFolder, writeEntries } from './ledger-file.ts'
import type { LedgerEntry } from './ledger-file.ts'

/** What was made on one target and has not been removed yet. */
export interface Left {
  entries(): readonly LedgerEntry[]
  /** Keeps only what is still there. */
  keep(entries: readonly LedgerEntry[]): void
}

/** What one run made on a target, on disk from the moment it was made. */
export interface Ledger extends Left {
  see(contract: Contract, exchange: Exchange): void
}

export interface LedgerSetting {
  /** Takes the secrets of the run out of ids that a target makes of them. */
  readonly hide?: (id: string) => string
  /** Whether a provider's target is sent a key of our making. */
  readonly hasMadeUpKey?: (provider: Provider) => boolean
  /** Told in a `UsageError` that the file cannot be written any more: nothing else should be made then. */
  readonly onFailure?: (error: UsageError) => void
}

/**
 * Opens the ledger of a run: a file of its own in the folder, so that runs at the same time share none and one that is killed leaves
 * nothing locked. What cannot be written is still known to this run, which removes it.
 */
export function openLedger(
  folder: string,
  target: string,
  { hide = (id) => id, hasMadeUpKey = () => false, onFailure = raised }: LedgerSetting = {},
): Ledger {
  prepareFolder(folder)
  const path = join(folder, nameOfRun())
  let entries: LedgerEntry[] = []

  function written(write: () => void): void {
    try {
      write()
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException
      if (code === undefined) throw thrown
      onFailure(new UsageError(`The ledger ${path} cannot be written any more (${code}), so the run has ended.`))
    }
  }

  return {
    see(contract, exchange) {
      const made = madeBy(contract, exchange)
      if (made === undefined) return
      const entry = {
        ...made,
        target,
        id: hide(made.id),
        ...(hasMadeUpKey(contract.provider) ? { madeUpKey: true } : {}),
      }
      // a create that is repeated under its idempotency key answers with what is noted already
      if (entries.some((known) => isSame(known, entry))) return
      entries.push(entry)
      written(() => appendEntry(path, entry))
    },
    entries: () => entries,
    keep(left) {
      entries = [...left]
      written(() => writeEntries(path, left))
    },
  }
}

function isSame(one: LedgerEntry, other: LedgerEntry): boolean {
  return (
    one.id === other.id && one.kind === other.kind && one.provider === other.provider && one.second === other.second
  )
}

function raised(error: UsageError): never {
  throw error
}

/** Says whose file it is, for a clean-up that is started meanwhile. */
function nameOfRun(): string {
  return `run-${randomBytes(6).toString('hex')}-${process.pid}-${hostname()}.jsonl`
}

/** The process that goes on with a file of this name, or undefined where none does any more. */
export function processOf(name: string): number | undefined {
  const [, pid, host] = /^run-[0-9a-f]+-(\d+)-(.+)\.jsonl$/.exec(name) ?? []
  const number = Number(pid)
  return pid !== undefined && host === hostname() && number !== process.pid && isRunning(number) ? number : undefined
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What an exchange made, by any success that names an id: what has an undocumented status is there all the same. */
function madeBy(contract: Contract, exchange: Exchange): Omit<LedgerEntry, 'target'> | undefined {
  const creates = exchange.operation === undefined ? undefined : contract.operations.get(exchange.operation)?.creates
  if (creates === undefined || exchange.response.status < 200 || exchange.response.status >= 300) return undefined
  const id = valueAt(exchange.response.json, creates.id)
  if (typeof id !== 'string') return undefined
  const { credentials } = exchange.request
  return {
    provider: contract.provider.name,
    kind: creates.kind,
    id,
    ...(creates.removedBy === undefined ? {} : { removedBy: creates.removedBy }),
    ...(credentials.kind === 'account' && credentials.account.includes('-') ? { second: true } : {}),
  }
}
