import type { Check } from '../../model/check.ts'
import { coverage } from '../plan.ts'
import { breaksClause, dies, isSeenBy } from './hunt.ts'
import type { HuntSetting, Hunted } from './hunt.ts'
import type { Mutant } from './mutant.ts'

const mostTried = 200

/** Checks and observers of which no mutant died, after each has been shown mutants that it could tell, whether in the sample or not. */
export async function idleJudges(
  setting: HuntSetting,
  hunted: readonly Hunted[],
  all: readonly Mutant[],
): Promise<readonly string[]> {
  const alive = all.filter(({ equivalent }) => equivalent === undefined)
  const killers = new Set(hunted.flatMap((one) => one.killers))
  const idle: string[] = []
  for (const check of setting.plan.suite.checks) {
    if (!killers.has(check.id) && !(await killsAny(setting, check, alive))) idle.push(check.id)
  }
  for (const observer of setting.plan.suite.observers) {
    const clauses = new Set(observer.clauses(setting.plan.contract))
    const candidates = alive.filter(({ breaks }) => [...breaks].some((clause) => clauses.has(clause)))
    const seen = (mutant: Mutant): Promise<boolean> => isSeenBy(setting, mutant, observer.id)
    if (!killers.has(observer.id) && !(await some(byHandFirst(candidates), seen))) idle.push(observer.id)
  }
  return idle
}

/** Judged clauses that no mutant made a gap of, after each has been shown the mutants that break it: nobody has seen them fail. */
export async function unfailingClauses(
  setting: HuntSetting,
  hunted: readonly Hunted[],
  all: readonly Mutant[],
): Promise<readonly string[]> {
  const alive = all.filter(({ equivalent }) => equivalent === undefined)
  const red = new Set(hunted.flatMap((one) => one.red))
  const judged = [...coverage(setting.plan)].filter(([, judges]) => judges.length > 0).map(([clause]) => clause)
  const unfailing: string[] = []
  for (const clause of judged.filter((id) => !red.has(id))) {
    const candidates = alive.filter(({ breaks }) => breaks.has(clause))
    const fails = (mutant: Mutant): Promise<boolean> => breaksClause(setting, mutant, clause)
    if (!(await some(byHandFirst(candidates), fails))) unfailing.push(clause)
  }
  return unfailing
}

/** Lies told inside the model come first: sequences are what they spoil. */
function byHandFirst(mutants: readonly Mutant[]): readonly Mutant[] {
  return mutants.toSorted((a, b) => Number(a.kind === 'schema') - Number(b.kind === 'schema'))
}

async function some(mutants: readonly Mutant[], holds: (mutant: Mutant) => Promise<boolean>): Promise<boolean> {
  for (const mutant of mutants.slice(0, mostTried)) if (await holds(mutant)) return true
  return false
}

async function killsAny(setting: HuntSetting, check: Check, alive: readonly Mutant[]): Promise<boolean> {
  const operations = new Set(
    [...setting.corpus.checks].filter(([, checks]) => checks.has(check.id)).map(([key]) => key.split(' ')[0]),
  )
  const clauses = Object.keys(check.judge)
  const own = alive.filter(
    ({ breaks, operation }) =>
      clauses.some((clause) => breaks.has(clause)) && (operation === undefined || operations.has(operation)),
  )
  return some(own, (mutant) => dies(setting, mutant, check))
}
