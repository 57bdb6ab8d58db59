import { coverage } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Check } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Outage } from '../model/finding.ts'
import type { ProviderRow } from '../model/report.ts'
import type { Target } from '../wire/session.ts'
import { stoppedBy } from '../wire/stopped-by.ts'
import { createAdditions } from './additions.ts'
import { createApart, likelyPrefix } from './apart.ts'
import type { Apart } from './apart.ts'
import { concludeRun } from './conclude.ts'
import type { ConcludeOptions, ProviderRun } from './conclude.ts'
import { createForgetting } from './forgotten.ts'
import { createOutageLog } from './outage-log.ts'
import { outageIn } from './outage-in.ts'
import type { Outcome } from './outcome.ts'
import { createPatience } from './patience.ts'
import { createSignOfLife } from './sign-of-life.ts'
import { createSpoken } from './spoken-version.ts'
import { createTally } from './tally.ts'
import { createInOrder } from './in-order.ts'
import { sideBySide } from './side-by-side.ts'
import { interrupted, tryCheck } from './try-check.ts'
import { createWatch } from './watch.ts'

export interface RunOptions extends ConcludeOptions {
  /** Failing inputs tried while shrinking; 0 takes the first one as it is. */
  readonly shrinks: number
  /** Told to names so that they are new on a target that keeps its data; empty on a fresh emulator. */
  readonly nonce: string
  /** Sees every exchange before anything is redacted. */
  readonly onExchange?: (exchange: Exchange) => void
  readonly signal?: AbortSignal
  /** Judges exchanges of other versions, too, where it is shown exchanges. */
  readonly anyVersion?: boolean
}

/** What is asked of one check otherwise than of the whole run. */
type Asked = Partial<Pick<RunOptions, 'seed' | 'runs' | 'nonce'>>

/** How a run came to its end. */
interface Ending {
  /** Why nothing could be judged at all. */
  readonly reason?: string
  /** It ended before all checks were tried, for a reason that the run itself does not know. */
  readonly partial?: boolean
  readonly leftovers?: ProviderRow['leftovers']
}

/**
 * One provider's run as it happens. It sees exchanges, takes outcomes, decides what is an outage, and concludes. Whoever drives it
 * sends checks into it (`judge`), several at once where the target takes that, or shows it exchanges that somebody else caused (`see`).
 */
export interface Run {
  readonly plan: Plan
  /** Runs a check and says what it and the observers found; a check that cannot be tried any more is inconclusive. */
  judge(check: Check, asked?: Asked): Promise<readonly Outcome[]>
  /** What the observers say of an exchange that somebody else caused; nothing of an outage, or of what is set apart. */
  see(exchange: Exchange): readonly Outcome[]
  /** Exchanges so far, without those that are set apart. */
  exchanges(): number
  /** Whether the run was stopped, or gave the target up. */
  isOver(): boolean
  /** All that was found, clause by clause, for a measurement that wants it unredacted. */
  readonly tally: ReturnType<typeof createTally>
  conclude(ending?: Ending): ProviderRun
}

/** What is judged where nothing is sent: traffic that somebody else caused, or a target that could not be opened. */
export type Shown = Pick<Target, 'kind' | 'capabilities' | 'outages' | 'madeUpKey'>

/** Recorded or passing traffic. */
export const passing: Shown = { kind: 'recording', capabilities: new Set(), outages: true }

/** Stands among what was tried for exchanges that no operation describes. */
export const noOperation = 'no operation'

/** Begins the run of a provider. Without a target to send to, it judges only what it is shown. */
export function openRun(plan: Plan, target: Target | Shown, options: RunOptions): Run {
  const { contract, suite } = plan
  const startedAt = Date.now()
  const tally = createTally(contract.clauses)
  const additions = createAdditions(contract)
  const outageLog = createOutageLog()
  const observe = createWatch(contract, suite.observers, tally.conforms, 'open' in target ? 'all' : 'passing')
  const life = 'open' in target ? createSignOfLife(target) : undefined
  const patience = createPatience(atOnceOf(target))
  const apart = createApart(contract, options)
  const forgetting = createForgetting(contract)
  const spoken = createSpoken(contract)
  const memory = new Map<string, unknown>()
  let exchanges = 0
  /** The last passing request that may have written, and whose answer is not known. */
  let lostAt: number | undefined
  const tried = new Set<string>()

  const watch = (exchange: Exchange, during: string): readonly Outcome[] => {
    additions.see(exchange)
    spoken.see(exchange)
    life?.see(exchange)
    return observe(exchange, during)
  }

  const see = (exchange: Exchange): void => {
    forgetting.see(exchange)
    options.redactor.see(exchange)
    options.onExchange?.(exchange)
  }

  const take = (outcomes: readonly Outcome[]): readonly Outcome[] => {
    for (const outcome of outcomes) tally.add(outcome)
    return outcomes
  }

  // which proof of a clause is the first does not depend on which of two checks side by side was faster
  const takeTurn = createInOrder(take)

  /** Settles whether a target that kept so many checks from judging is down; one check asks, others wait for the answer. */
  let doubt = Promise.resolve()
  const settleDoubt = async (before: Promise<void>): Promise<void> => {
    await before
    const lost = patience.lost()
    if (lost !== undefined && (await life?.given(lost)) === true) patience.restore()
  }

  async function judged(check: Check, asked: Asked, sendingTo: Target): Promise<readonly Outcome[]> {
    const stopped = stoppedBy(options.signal) ?? patience.lost()
    if (stopped !== undefined) return notTried(check, stopped, sendingTo)
    tried.add(check.id)
    const outcomes = await tryCheck(
      {
        ...options,
        ...asked,
        contract,
        target: sendingTo,
        watch,
        memory,
        onExchange: see,
        nextId: () => (exchanges += 1),
        onOutage: outageLog.note,
      },
      check,
      options.signal,
    )
    patience.note(outcomes)
    doubt = settleDoubt(doubt)
    await doubt
    return outcomes
  }

  const isOver = (): boolean => stoppedBy(options.signal) !== undefined || patience.lost() !== undefined

  return {
    plan,
    tally,
    isOver,
    exchanges: () => exchanges,
    async judge(check, asked = {}) {
      if (!('open' in target)) throw new Error('this run has no target to send checks to')
      const done = takeTurn()
      let outcomes: readonly Outcome[] = []
      try {
        await doubt
        outcomes = await judged(check, asked, target)
      } finally {
        done(outcomes)
      }
      return outcomes
    },
    see(exchange) {
      options.onExchange?.(exchange)
      if (apart.takes(exchange)) return []
      exchanges += 1
      tried.add(exchange.operation ?? noOperation)
      const outage = target.outages && exchange.direction === 'outbound' ? outageIn(exchange.response) : undefined
      if (outage === undefined)
        return take(
          watch(
            lostAt === undefined ? exchange : { ...exchange, lostAt: Math.max(lostAt, exchange.lostAt ?? 0) },
            passing.kind,
          ),
        )
      outageLog.note(outage, exchange)
      if (exchange.request.method !== 'GET') lostAt = exchange.id
      return []
    },
    conclude({ reason: given, partial = false, leftovers = [] } = {}) {
      const reason = given ?? (exchanges === 0 ? noneMatches(contract, apart) : undefined)
      if (!('open' in target) && reason === undefined) explainSilence(plan, tally)
      const whole = !isOver() && 'open' in target && suite.checks.every(({ id }) => tried.has(id))
      return concludeRun(plan, target, options, {
        tally,
        additions,
        outages: outageLog,
        forgotten: forgetting.forgotten(),
        apart: apart.reasons(),
        unmatched: apart.unmatched(),
        spoken: spoken.version(),
        exchanges,
        startedAt,
        leftovers,
        partial: partial || isOver(),
        whole,
        scope: { checks: suite.checks.length, ...(whole ? {} : { tried: [...tried].toSorted() }) },
        ...(reason === undefined ? {} : { reason }),
      })
    },
  }
}

/** Runs the plan against a target, as many checks side by side as it takes, and removes what was made. */
export async function runProvider(
  plan: Plan,
  target: Target,
  options: RunOptions & {
    readonly onCheck?: (check: Check, outcomes: readonly Outcome[]) => void
    /** Removes what the run made, and says what is left. */
    readonly cleanUp?: (target: Target) => Promise<ProviderRow['leftovers']>
  },
): Promise<ProviderRun> {
  const run = openRun(plan, target, options)
  let leftovers: ProviderRow['leftovers'] = []
  try {
    const judge = async (check: Check): Promise<void> => {
      const outcomes = await run.judge(check)
      options.onCheck?.(check, outcomes)
    }
    await sideBySide(plan.checks, atOnceOf(target), judge, isAlone)
  } finally {
    leftovers = (await options.cleanUp?.(target)) ?? []
  }
  return run.conclude({ leftovers })
}

/** Whether what other checks do to the account meanwhile would disturb a check. */
function isAlone({ alone, needs }: Check): boolean {
  return alone === true || needs.includes('fresh-account')
}

/** How many checks a target takes side by side. */
function atOnceOf(target: Target | Shown): number {
  return 'open' in target ? (target.atOnce ?? 1) : 1
}

/** The outcomes of a check that was not tried any more; none where the target could not show it anyway. */
function notTried(check: Check, outage: Outage, { capabilities }: Target): readonly Outcome[] {
  return check.needs.some((capability) => !capabilities.has(capability)) ? [] : interrupted(check, outage)
}

/** Why nothing was judged of traffic that was shown, where it is so. */
function noneMatches(contract: Contract, apart: Apart): string | undefined {
  const [first, ...others] = apart.reasons()
  if (first === undefined) return undefined
  const unmatched = apart.unmatched()
  if (unmatched.length === 0 || others.length > 0)
    return `No exchange can be judged: ${[first, ...others].map(({ reason, times }) => `${times} ${reason}`).join(', ')}.`
  const prefix = likelyPrefix(contract, unmatched)
  const advice = prefix === undefined ? '' : ` Its paths begin with ${prefix}: give the address with it as --base-url.`
  return `No request is for an operation of ${contract.provider.title}.${advice}`
}

const needsCheck = 'only a check that sends its own requests can show it, not recorded traffic'
const notShown = 'no exchange of the recording shows it'

/** Says of each clause that nothing was said of why that is so. */
function explainSilence({ contract, suite }: Plan, tally: ReturnType<typeof createTally>): void {
  const observed = coverage({ contract, suite: { ...suite, checks: [] } })
  for (const { clause, counts, hindrances } of tally.clauses.values()) {
    if (Object.values(counts).some((count) => count > 0) || clause.excluded !== undefined) continue
    const reason = observed.get(clause.id)?.length === 0 ? needsCheck : notShown
    hindrances.add({ verdict: 'unobservable', reason, times: 1 })
  }
}
