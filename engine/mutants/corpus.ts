import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'

/** What the pristine emulator answers: a few exchanges of each operation and status, and which checks call them. */
export interface Corpus {
  readonly samples: ReadonlyMap<string, readonly Exchange[]>
  /** Ids of checks by `operation status`. */
  readonly checks: ReadonlyMap<string, ReadonlySet<string>>
  /** Ids of checks by clause. */
  readonly checksByClause: ReadonlyMap<string, readonly string[]>
}

const mostSamples = 6

/** Gathers the corpus during a run of the pristine emulator. */
export interface Gathering {
  see(exchange: Exchange): void
  during(check: Check): void
  corpus(): Corpus
}

export function gatherCorpus(checks: readonly Check[]): Gathering {
  const samples = new Map<string, Exchange[]>()
  const callers = new Map<string, Set<string>>()
  let pending = new Set<string>()
  const checksByClause = new Map<string, string[]>()
  for (const { id, judge } of checks)
    for (const clause of Object.keys(judge)) checksByClause.set(clause, [...(checksByClause.get(clause) ?? []), id])

  return {
    see(exchange) {
      if (exchange.operation === undefined) return
      const key = corpusKey(exchange.operation, exchange.response.status)
      pending.add(key)
      const kept = samples.get(key) ?? []
      if (kept.length < mostSamples) samples.set(key, [...kept, exchange])
    },
    during(check) {
      for (const key of pending) callers.set(key, (callers.get(key) ?? new Set()).add(check.id))
      pending = new Set()
    },
    corpus: () => ({ samples, checks: callers, checksByClause }),
  }
}

export function corpusKey(operation: string, status: number): string {
  return `${operation} ${status}`
}
