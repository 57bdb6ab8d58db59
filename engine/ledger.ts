import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Contract } from '../suites/model/contract.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import { isObject, valueAt } from '../suites/model/json.ts'
import { UsageError } from '../wire/errors.ts'

/** One object that a run made on a target that keeps it. */
export interface LedgerEntry {
  readonly provider: string
  /** Where it was made: `live`, or the address of the target. */
  readonly target: string
  readonly kind: string
  readonly id: string
  /** Operation and path parameter that remove it; absent where nothing does. */
  readonly removedBy?: { readonly operation: string; readonly parameter: string }
  readonly second?: boolean
}

/** What runs made on one target and have not removed yet, on disk from the moment it was made. */
export interface Ledger {
  see(contract: Contract, exchange: Exchange): void
  entries(): readonly LedgerEntry[]
  /** Keeps only what is still there. */
  keep(entries: readonly LedgerEntry[]): void
  /** Other targets on which something is left. */
  readonly elsewhere: readonly string[]
}

/** Opens the ledger of a target; `hide` takes the secrets of the run out of ids that a target makes of them. */
export function openLedger(path: string, target: string, hide: (id: string) => string = (id) => id): Ledger {
  const found = readLedger(path)
  const others = found.filter((entry) => entry.target !== target)
  let entries = found.filter((entry) => entry.target === target)
  prepare(path, found)
  return {
    see(contract, exchange) {
      const made = madeBy(contract, exchange)
      if (made === undefined) return
      const entry = { ...made, target, id: hide(made.id) }
      entries.push(entry)
      appendFileSync(path, lineOf(entry))
    },
    entries: () => entries,
    keep(left) {
      entries = [...left]
      rewrite(path, [...others, ...left])
    },
    elsewhere: [...new Set(others.map((entry) => entry.target))],
  }
}

const lineOf = (entry: LedgerEntry): string => `${JSON.stringify(entry)}\n`

/** Whoever cannot note what is made had better make nothing; half a last line is taken away, so that the next one stands alone. */
function prepare(path: string, found: readonly LedgerEntry[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    appendFileSync(path, '')
    rewrite(path, found)
  } catch (thrown) {
    throw new UsageError(
      `The ledger ${path} cannot be written (${(thrown as NodeJS.ErrnoException).code}); name another file with --ledger.`,
    )
  }
}

/** The file is there whole, before and after. */
function rewrite(path: string, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return rmSync(path, { force: true })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, entries.map(lineOf).join(''))
  renameSync(unfinished, path)
}

function readLedger(path: string): readonly LedgerEntry[] {
  const lines = textOf(path)
    .split('\n')
    .filter((line) => line !== '')
  return lines
    .map((line, index) => {
      const entry = parsed(line)
      // a run that was killed while writing leaves half a last line, whose object is lost to the ledger
      if (entry === undefined && index < lines.length - 1)
        throw new UsageError(`Line ${index + 1} of the ledger ${path} is not readable; mend or remove it.`)
      return entry
    })
    .filter((entry) => entry !== undefined)
}

function textOf(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  } catch (thrown) {
    throw new UsageError(
      `The ledger ${path} cannot be read (${(thrown as NodeJS.ErrnoException).code}); name another file with --ledger.`,
    )
  }
}

function parsed(line: string): LedgerEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line)
    const named =
      isObject(entry) && ['provider', 'target', 'kind', 'id'].every((name) => typeof entry[name] === 'string')
    return named ? (entry as unknown as LedgerEntry) : undefined
  } catch {
    return undefined
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
