import type { Check, Observer } from '../../model/check.ts'
import { coverage } from '../plan.ts'
import { breaksClause, dies, isSeenBy } from './hunt.ts'
import type { HuntSetting, Hunted } from './hunt.ts'
import type { Mutant } from './mutant.ts'

const mostTried = 200

/** Told how many of the judges or clauses that no hunted mutant was about have been looked at. */
export type OnLook = (done: number, all: number, of: 'judges' | 'clauses') => void

/** Checks and observers of which no mutant died, after each has been shown mutants that it could tell, whether in the sample or not. */
export async function idleJudges(
  setting: HuntSetting,
  hunted: readonly Hunted[],
  all: readonly Mutant[],
  onLook?: OnLook,
): Promise<readonly string[]> {
  const { checks, observers } = setting.plan.suite
  const alive = all.filter(({ equivalent }) => equivalent === undefined)
  const killers = new Set(hunted.flatMap((one) => one.killers))
  const unseen = [...checks, ...observers].filter(({ id }) => !killers.has(id))
  return without(
    unseen,
    (done) => onLook?.(done, unseen.length, 'judges'),
    (judge) => ('watch' in judge ? killsAnyByWatching(setting, judge, alive) : killsAny(setting, judge, alive)),
  )
}

/** Judged clauses that no mutant made a gap of, after each has been shown the mutants that break it: nobody has seen them fail. */
export async function unfailingClauses(
  setting: HuntSetting,
  hunted: readonly Hunted[],
  all: readonly Mutant[],
  onLook?: OnLook,
): Promise<readonly string[]> {
  const alive = all.filter(({ equivalent }) => equivalent === undefined)
  const red = new Set(hunted.flatMap((one) => one.red))
  const judged = [...coverage(setting.plan)].filter(([, judges]) => judges.length > 0).map(([clause]) => clause)
  const unseen = judged.filter((clause) => !red.has(clause)).map((id) => ({ id }))
  return without(
    unseen,
    (done) => onLook?.(done, unseen.length, 'clauses'),
    async ({ id: clause }) => {
      const candidates = alive.filter(({ breaks }) => breaks.has(clause))
      return some(byHandFirst(candidates), (mutant) => breaksClause(setting, mutant, clause))
    },
  )
}

/** The ids of those that do not have what is looked for, one after the other. */
async function without<One extends { readonly id: string }>(
  unseen: readonly One[],
  onLook: (done: number) => void,
  has: (one: One) => Promise<boolean>,
): Promise<readonly string[]> {
  const lacking: string[] = []
  for (const [index, one] of unseen.entries()) {
    if (!(await has(one))) lacking.push(one.id)
    onLook(index + 1)
  }
  return lacking
}

/** Lies told inside the model come first: sequences are what they spoil. */
function byHandFirst(mutants: readonly Mutant[]): readonly Mutant[] {
  return mutants.toSorted((a, b) => Number(a.kind === 'schema') - Number(b.kind === 'schema'))
}

async function some(mutants: readonly Mutant[], holds: (mutant: Mutant) => Promise<boolean>): Promise<boolean> {
  for (const mutant of mutants.slice(0, mostTried)) if (await holds(mutant)) return true
  return false
}

async function killsAnyByWatching(
  setting: HuntSetting,
  { id, clauses }: Observer,
  alive: readonly Mutant[],
): Promise<boolean> {
  const own = new Set(clauses(setting.plan.contract))
  const candidates = alive.filter(({ breaks }) => [...breaks].some((clause) => own.has(clause)))
  return some(byHandFirst(candidates), (mutant) => isSeenBy(setting, mutant, id))
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
