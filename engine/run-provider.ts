import type { ClauseRow, ProviderRow, StoredExchange } from '../model/report.ts'
import type { Exchange } from '../model/exchange.ts'
import { outages } from '../model/finding.ts'
import type { Outage } from '../model/finding.ts'
import type { Check } from '../model/check.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import type { Target } from '../wire/session.ts'
import { stoppedBy } from '../wire/stopped-by.ts'
import { createAdditions } from './additions.ts'
import type { Additions } from './additions.ts'
import { clauseRow } from './clause-row.ts'
import { createRoots } from './roots.ts'
import { outcomeOf } from './exit-code.ts'
import { figuresOf } from './figures.ts'
import type { Outcome } from './outcome.ts'
import { blockOnLackingOperations } from './lacking-operations.ts'
import { createPatience } from './patience.ts'
import type { Plan } from './plan.ts'
import { replayCommand } from './replay.ts'
import { runCheck } from './run-check.ts'
import type { CheckSetting } from './run-check.ts'
import { createSignOfLife } from './sign-of-life.ts'
import type { SignOfLife } from './sign-of-life.ts'
import { createTally } from './tally.ts'
import type { Tally } from './tally.ts'
import type { Waiver } from './waivers.ts'
import { createWatch } from './watch.ts'

export interface RunOptions {
  readonly seed: number
  readonly runs: number
  readonly shrinks: number
  readonly nonce: string
  readonly redactor: Redactor
  readonly waivers: ReadonlyMap<string, Waiver>
  /** Sees every exchange before anything is redacted. */
  readonly onExchange?: (exchange: Exchange) => void
  readonly onCheck?: (check: Check, outcomes: readonly Outcome[]) => void
  readonly signal?: AbortSignal
  /** Removes what the run made, and says what is left. */
  readonly cleanUp?: (target: Target) => Promise<ProviderRow['leftovers']>
}

/** What a run of one provider came to, ready for the report. */
export interface ProviderRun {
  readonly row: ProviderRow
  readonly clauses: readonly ClauseRow[]
  readonly exchanges: readonly StoredExchange[]
  /** It ended before all checks were tried. */
  readonly partial: boolean
}

/** Runs the plan against a target, check by check, while the observers watch every exchange. */
export async function runProvider(plan: Plan, target: Target, options: RunOptions): Promise<ProviderRun> {
  const startedAt = Date.now()
  const { contract, suite } = plan
  const tally = createTally(contract.clauses)
  const additions = createAdditions(contract)
  const observe = createWatch(contract, suite.observers, tally.conforms)
  const life = createSignOfLife(target)
  let exchanges = 0
  const setting = {
    ...options,
    contract,
    target,
    nextId: () => (exchanges += 1),
    watch: (exchange: Exchange, during: string) => {
      additions.see(exchange)
      life.see(exchange)
      return observe(exchange, during)
    },
  }
  let leftovers: ProviderRow['leftovers'] = []
  let through = false
  try {
    through = await runChecks(plan, options, { ...setting, life, tally })
  } finally {
    leftovers = (await options.cleanUp?.(target)) ?? []
  }
  return concludeRun(plan, target, options, {
    tally,
    additions,
    exchanges,
    startedAt,
    leftovers,
    partial: !through,
    whole: through && plan.checks.length === suite.checks.length,
  })
}

interface Loop extends CheckSetting {
  readonly life: SignOfLife
  readonly tally: Tally
}

/** Whether it came to all checks: it ends early where it is interrupted, the budget is used up, or the target is lost. */
async function runChecks({ checks }: Plan, options: RunOptions, { life, tally, ...setting }: Loop): Promise<boolean> {
  const patience = createPatience()
  for (const check of checks) {
    const stopped = stoppedBy(options.signal) ?? patience.lost()
    const outcomes = stopped === undefined ? await runCheck(setting, check) : notTried(check, stopped, setting.target)
    patience.note(outcomes)
    const outage = stopped === undefined ? patience.lost() : undefined
    if (outage !== undefined && (await life.given(outage))) patience.restore()
    for (const outcome of outcomes) tally.add(outcome)
    options.onCheck?.(check, outcomes)
  }
  return stoppedBy(options.signal) === undefined && patience.lost() === undefined
}

/** The outcomes of a check that was not tried any more. */
function notTried(check: Check, outage: Outage, { capabilities }: Target): readonly Outcome[] {
  if (check.needs.some((capability) => !capabilities.has(capability))) return []
  return Object.keys(check.judge).map((clause) => ({
    clause,
    verdict: 'inconclusive',
    by: check.id,
    during: check.id,
    instances: 0,
    mismatches: [],
    evidence: [],
    reason: outages[outage],
    outage,
    afterRetry: false,
  }))
}

/** What was gathered, from a plain loop, a proxy or a recording. */
export interface Gathered {
  readonly tally: Tally
  readonly additions: Additions
  readonly exchanges: number
  readonly startedAt: number
  readonly reason?: string
  /** It ended before all checks were tried. */
  readonly partial?: boolean
  /** All checks were tried, so that an operation that never succeeded is one that nothing could call. */
  readonly whole?: boolean
  readonly leftovers?: ProviderRow['leftovers']
}

/** Turns what was gathered into the provider's part of the report. */
export function concludeRun(
  plan: Plan,
  target: Pick<Target, 'kind' | 'capabilities'>,
  options: RunOptions,
  gathered: Gathered,
): ProviderRun {
  const { contract } = plan
  const stored = new Map<number, StoredExchange>()
  const store = (exchange: Exchange): StoredExchange => {
    const known = stored.get(exchange.id) ?? options.redactor.exchange(exchange)
    stored.set(exchange.id, known)
    return known
  }
  const lacking = blockOnLackingOperations(contract, gathered.tally, gathered.whole ?? false)
  const tallies = [...gathered.tally.clauses.values()]
  const gaps = new Set(tallies.filter(({ counts }) => counts.gap > 0).map(({ clause }) => clause.id))
  const rootsOf = createRoots(contract.clauses, gaps, lacking)
  const clauses = tallies.map((tally) =>
    clauseRow(tally, {
      provider: contract.provider.name,
      capabilities: target.capabilities,
      store,
      redact: (value) => options.redactor.value(value),
      redactText: (text) => options.redactor.text(text),
      replay: (check) => replayCommand(contract.provider.name, target, check, options),
      waiverOf: (clause) => options.waivers.get(clause),
      rootsOf,
      ...(gathered.reason === undefined ? {} : { reason: gathered.reason }),
    }),
  )
  const figures = figuresOf(clauses)
  const { partial = false } = gathered
  const row: ProviderRow = {
    name: contract.provider.name,
    title: contract.provider.title,
    outcome: outcomeOf(figures, partial),
    ...(gathered.reason === undefined ? {} : { reason: gathered.reason }),
    figures,
    contract: contract.hash,
    exchanges: gathered.exchanges,
    durationMs: Date.now() - gathered.startedAt,
    additive: gathered.additions.list().map((change) => ({
      ...change,
      at: options.redactor.text(change.at),
      value: options.redactor.text(change.value),
    })),
    leftovers: (gathered.leftovers ?? []).map(({ kind, id, reason }) => ({
      kind,
      id: options.redactor.text(id),
      reason: options.redactor.text(reason),
    })),
  }
  return { row, clauses, exchanges: [...stored.values()].toSorted((a, b) => a.id - b.id), partial }
}
