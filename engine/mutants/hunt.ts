import type { Check } from '../../model/check.ts'
import type { Target } from '../../wire/session.ts'
import type { Outcome } from '../outcome.ts'
import type { Plan } from '../plan.ts'
import { openRun } from '../provider-run.ts'
import type { RunOptions } from '../provider-run.ts'
import type { Corpus } from './corpus.ts'
import { corpusKey } from './corpus.ts'
import type { Mutant } from './mutant.ts'

/** How one mutant fared. */
export interface Hunted {
  readonly mutant: Mutant
  readonly killed: boolean
  /** A clause that it breaks has a gap. */
  readonly rightReason: boolean
  /** Clauses with a gap that it does not break and that do not stand on one it breaks. */
  readonly collateral: readonly string[]
  /** Ids of the checks and observers that found a gap. */
  readonly killers: readonly string[]
  /** Clauses with a gap. */
  readonly red: readonly string[]
}

export interface HuntSetting {
  readonly plan: Plan
  readonly corpus: Corpus
  readonly openTarget: (mutant: Mutant) => Promise<Target>
  /** Of a run that is only measured. */
  readonly options: RunOptions
}

/** Runs checks against a mutant, the likeliest first, until one dies of a clause that it breaks. */
export async function hunt(setting: HuntSetting, mutant: Mutant): Promise<Hunted> {
  return runChecks(setting, mutant, likelyChecks(setting, mutant), (gaps) =>
    gaps.some((gap) => mutant.breaks.has(gap.clause)),
  )
}

/** Runs checks against a mutant until this observer finds a gap, and says whether it did. */
export async function isSeenBy(setting: HuntSetting, mutant: Mutant, observer: string): Promise<boolean> {
  const hunted = await runChecks(setting, mutant, likelyChecks(setting, mutant), (gaps) =>
    gaps.some(({ by }) => by === observer),
  )
  return hunted.killers.includes(observer)
}

/** Runs checks against a mutant until this clause has a gap, and says whether it has. */
export async function breaksClause(setting: HuntSetting, mutant: Mutant, clause: string): Promise<boolean> {
  const { red } = await runChecks(setting, mutant, likelyChecks(setting, mutant), (gaps) =>
    gaps.some((gap) => gap.clause === clause),
  )
  return red.includes(clause)
}

/** Runs one check against a mutant and says whether the check itself found a gap. */
export async function dies(setting: HuntSetting, mutant: Mutant, check: Check): Promise<boolean> {
  const hunted = await runChecks(setting, mutant, [check], () => true)
  return hunted.killers.includes(check.id)
}

async function runChecks(
  setting: HuntSetting,
  mutant: Mutant,
  checks: readonly Check[],
  enough: (gaps: readonly Outcome[]) => boolean,
): Promise<Hunted> {
  const target = await setting.openTarget(mutant)
  const run = openRun(setting.plan, target, setting.options)
  const gaps: Outcome[] = []
  for (const check of checks) {
    gaps.push(...(await run.judge(check)).filter(({ verdict }) => verdict === 'gap'))
    if (gaps.length > 0 && enough(gaps)) break
  }
  await target.close()
  return concluded(setting.plan, mutant, gaps)
}

function concluded({ contract }: Plan, mutant: Mutant, gaps: readonly Outcome[]): Hunted {
  const red = [...new Set(gaps.map(({ clause }) => clause))]
  const standsOnBroken = (clause: string): boolean =>
    contract.clauses.get(clause)?.standsOn.some((id) => mutant.breaks.has(id)) ?? false
  return {
    mutant,
    killed: red.length > 0,
    rightReason: red.some((clause) => mutant.breaks.has(clause)),
    collateral: red.filter((clause) => !mutant.breaks.has(clause) && !standsOnBroken(clause)),
    killers: [...new Set(gaps.map(({ by }) => by))],
    red,
  }
}

/** Checks of the broken clauses first, then those that call the changed operation, then, for a lie told inside, all others. */
function likelyChecks({ plan, corpus }: HuntSetting, { breaks, operation, kind, after }: Mutant): readonly Check[] {
  const direct = new Set([...breaks].flatMap((clause) => corpus.checksByClause.get(clause) ?? []))
  const calling = operation === undefined ? undefined : callersOf(corpus, operation)
  const first = plan.suite.checks.filter(
    ({ id }) => (kind === 'semantic' || calling?.has(id) === true) && direct.has(id),
  )
  const rest = plan.suite.checks.filter(
    (check) => !first.includes(check) && (calling === undefined || calling.has(check.id)),
  )
  return [...plan.suite.checks.filter(({ id }) => id === after), ...first, ...rest]
}

function callersOf(corpus: Corpus, operation: string): ReadonlySet<string> {
  const prefix = corpusKey(operation, 0).slice(0, -1)
  return new Set([...corpus.checks].filter(([key]) => key.startsWith(prefix)).flatMap(([, checks]) => [...checks]))
}
