import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Contract } from '../suites/model/contract.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import { isObject, valueAt } from '../suites/model/json.ts'
import { UsageError } from '../wire/errors.ts'
import { succeeded } from './trial.ts'

/** One object that a run made on a target that keeps it. */
export interface LedgerEntry {
  readonly provider: string
  readonly kind: string
  readonly id: string
  /** Operation and path parameter that remove it; absent where nothing does. */
  readonly removedBy?: { readonly operation: string; readonly parameter: string }
  readonly second?: boolean
}

/** What a run made and has not removed yet, on disk from the moment it was made. */
export interface Ledger {
  see(contract: Contract, exchange: Exchange): void
  entries(): readonly LedgerEntry[]
  /** Keeps only what is still there. */
  keep(entries: readonly LedgerEntry[]): void
}

/** Opens a ledger; `hide` takes the secrets of the run out of ids that a target makes of them. */
export function openLedger(path: string, hide: (id: string) => string = (id) => id): Ledger {
  let entries = readLedger(path)
  return {
    see(contract, exchange) {
      const made = entryOf(contract, exchange)
      if (made === undefined) return
      const entry = { ...made, id: hide(made.id) }
      entries = [...entries, entry]
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, `${JSON.stringify(entry)}\n`)
    },
    entries: () => entries,
    keep(left) {
      entries = left
      rmSync(path, { force: true })
      if (left.length > 0) appendFileSync(path, left.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    },
  }
}

function readLedger(path: string): readonly LedgerEntry[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '')
  return lines.map((line, index) => {
    const entry = parsed(line)
    // a run that was killed while writing leaves half a last line, whose object is lost to the ledger
    if (entry === undefined && index < lines.length - 1) throw new UsageError(`Line ${index + 1} of the ledger ${path} is not readable; mend or remove it.`)
    return entry
  }).filter((entry) => entry !== undefined)
}

function parsed(line: string): LedgerEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line)
    return isObject(entry) && typeof entry['id'] === 'string' ? (entry as unknown as LedgerEntry) : undefined
  } catch {
    return undefined
  }
}

function entryOf(contract: Contract, exchange: Exchange): LedgerEntry | undefined {
  const creates = exchange.operation === undefined ? undefined : contract.operations.get(exchange.operation)?.creates
  if (creates === undefined || !succeeded(contract, exchange)) return undefined
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
