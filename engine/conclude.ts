import type { ClauseRow, Finding, ProviderRow, Scope, StoredExchange, SpokenVersion } from '../model/report.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import type { Target } from '../wire/session.ts'
import type { Additions } from './additions.ts'
import { clauseRow } from './clause-row.ts'
import { curlOf } from './curl.ts'
import { outcomeOf } from './exit-code.ts'
import { figuresOf } from './figures.ts'
import { setForbiddenOperationsApart } from './forbidden-operations.ts'
import { setForgottenApart } from './forgotten.ts'
import type { Forgetting } from './forgotten.ts'
import { setLackingOperationsApart } from './lacking-operations.ts'
import type { OutageLog } from './outage-log.ts'
import type { Plan } from './plan.ts'
import { replayCommand } from './replay.ts'
import { createRoots } from './roots.ts'
import { changeBehind } from './spoken-version.ts'
import type { Tally } from './tally.ts'
import type { Waiver } from './waivers.ts'

export interface ConcludeOptions {
  readonly seed: number
  /** Generated inputs of a property whose share is 1. */
  readonly runs: number
  readonly redactor: Redactor
  readonly waivers: ReadonlyMap<string, Waiver>
}

/** What a run of one provider came to, ready for the report. */
export interface ProviderRun {
  readonly row: ProviderRow
  readonly clauses: readonly ClauseRow[]
  readonly exchanges: readonly StoredExchange[]
  /** It ended before all checks were tried. */
  readonly partial: boolean
}

/** What a run has gathered when it ends. */
export interface Gathered {
  readonly tally: Tally
  readonly additions: Additions
  readonly outages: OutageLog
  /** Kinds of objects of which the target keeps nothing. */
  readonly forgotten: ReturnType<Forgetting['forgotten']>
  readonly exchanges: number
  readonly apart: ProviderRow['apart']
  readonly unmatched: ProviderRow['unmatched']
  /** The version that the target answers in, where it is another than the contract's. */
  readonly spoken: SpokenVersion | undefined
  readonly startedAt: number
  readonly leftovers: ProviderRow['leftovers']
  readonly partial: boolean
  /** All checks were tried, so that an operation that never succeeded is one that nothing could call. */
  readonly whole: boolean
  readonly scope: Scope
  readonly reason?: string
}

/** Turns what was gathered into the provider's part of the report. Redacts and keeps no exchange but those that it tells of. */
export function concludeRun(
  { contract }: Plan,
  target: Pick<Target, 'kind' | 'capabilities' | 'madeUpKey'>,
  options: ConcludeOptions,
  gathered: Gathered,
): ProviderRun {
  const { redactor } = options
  const stored = new Map<number, StoredExchange>()
  const store = (exchange: Exchange): StoredExchange => {
    const known = stored.get(exchange.id) ?? redactor.exchange(exchange)
    stored.set(exchange.id, known)
    return known
  }
  const { reason, partial } = gathered
  const because = reason === undefined ? {} : { reason }
  const lacking = setLackingOperationsApart(contract, gathered.tally, gathered.whole)
  setForbiddenOperationsApart(contract, gathered.tally, gathered.whole)
  setForgottenApart(contract, gathered.tally, gathered.forgotten)
  const tallies = [...gathered.tally.clauses.values()]
  const gaps = new Set(tallies.filter(({ counts }) => counts.gap > 0).map(({ clause }) => clause.id))
  // what traffic does not show, nothing tried to bring about
  const rootsOf = target.kind === 'recording' ? () => [] : createRoots(contract.clauses, gaps, lacking)
  const rows = tallies.map((tally) =>
    clauseRow(tally, {
      provider: contract.provider.name,
      capabilities: target.capabilities,
      store,
      authentication: contract.provider.authentication,
      ...(contract.provider.idempotencyHeader === undefined ? {} : { keyHeader: contract.provider.idempotencyHeader }),
      redactor,
      replay: (check) => replayCommand(contract.provider.own?.named ?? contract.provider.name, target, check, options),
      waiverOf: (clause) => options.waivers.get(clause),
      rootsOf,
      ...because,
    }),
  )
  const { spoken } = gathered
  const refusalOf = ({ exchange }: Finding): string | undefined => {
    const response = exchange === undefined ? undefined : stored.get(exchange)?.response
    return response !== undefined && response.status >= 400 ? response.body : undefined
  }
  const clauses = rows.map((row) => {
    const versionChange = changeBehind(contract, spoken, row, refusalOf)
    return versionChange === undefined ? row : { ...row, versionChange }
  })
  const figures = figuresOf(clauses)
  const outages = gathered.outages.list().map(({ outage, exchange, times }) => {
    const kept = store(exchange)
    const { method, path } = contract.operations.get(exchange.operation ?? '') ?? kept.request
    return {
      operation: `${method} ${path}`,
      outage,
      status: kept.response.status,
      times,
      exchange: kept.id,
      curl: curlOf(exchange, kept, contract.provider.authentication),
    }
  })
  const row: ProviderRow = {
    name: contract.provider.name,
    title: contract.provider.title,
    outcome: outcomeOf(figures, partial),
    ...because,
    ...(target.madeUpKey === true ? { madeUpKey: true } : {}),
    ...(spoken === undefined ? {} : { speaks: { ...spoken, asked: contract.provider.version?.name ?? '' } }),
    figures,
    contract: contract.hash,
    scope: gathered.scope,
    exchanges: gathered.exchanges,
    durationMs: Date.now() - gathered.startedAt,
    additive: gathered.additions.list().map((change) => ({
      ...change,
      at: redactor.pointer(change.at),
      value: redactor.name(change.value),
    })),
    outages,
    apart: gathered.apart,
    unmatched: gathered.unmatched
      .slice(0, 20)
      .map(({ path, times }) => ({ path: String(redactor.value(path)), times })),
    leftovers: gathered.leftovers.map(({ kind, id, reason: why }) => ({
      kind,
      id: redactor.text(id),
      reason: redactor.text(why),
    })),
  }
  return { row, clauses, exchanges: [...stored.values()].toSorted((a, b) => a.id - b.id), partial }
}
