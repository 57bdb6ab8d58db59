import type { Check, Suite } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'
import { atBreadth } from './breadth.ts'
import type { Breadth } from './breadth.ts'
import { ContractError } from '../schemas/contract-error.ts'

/** What a run of one provider will do. */
export interface Plan {
  readonly contract: Contract
  readonly suite: Suite
  /** The selected checks, in order. */
  readonly checks: readonly Check[]
  /** What was asked for; empty for everything. */
  readonly only: readonly string[]
}

/** Plans a run. Refuses a suite that names a clause which does not exist or is excluded, or uses an id twice. */
export function planRun(
  contract: Contract,
  suite: Suite,
  only: readonly string[] = [],
  breadth: Breadth = 'all',
): Plan {
  const ids = new Set<string>()
  for (const { id, judge } of suite.checks) {
    if (ids.has(id)) throw new ContractError(`The check id ${id} is used twice.`)
    ids.add(id)
    for (const clause of Object.keys(judge)) requireClause(contract, clause, id)
  }
  for (const observer of suite.observers) {
    for (const clause of observer.clauses(contract)) requireClause(contract, clause, observer.id)
  }
  // what is named is judged, however broad the run is
  const checks =
    only.length === 0
      ? atBreadth(suite.checks, breadth)
      : suite.checks.filter((check) => isSelected(contract, check, only))
  return { contract, suite, only, checks }
}

function requireClause(contract: Contract, clause: string, by: string): void {
  const known = contract.clauses.get(clause)
  if (known === undefined) throw new ContractError(`${by} judges the clause ${clause}, which does not exist.`)
  if (known.excluded !== undefined) throw new ContractError(`${by} judges the clause ${clause}, which is excluded.`)
}

/** Whether a word of `--only` means any check of a plan. */
export function selectsAny({ contract, suite }: Pick<Plan, 'contract' | 'suite'>, word: string): boolean {
  return suite.checks.some((check) => isSelected(contract, check, [word]))
}

/** Whether `--only` means this check: by its id or a part of it, by a clause it judges, or by a section's title. */
function isSelected(contract: Contract, check: Check, only: readonly string[]): boolean {
  if (only.length === 0) return true
  return only.some((word) => {
    if (check.id === word || check.id.startsWith(`${word}/`)) return true
    return Object.keys(check.judge).some((id) => {
      const clause = contract.clauses.get(id)
      return id === word || id.startsWith(`${word}.`) || clause?.section.toLowerCase() === word.toLowerCase()
    })
  })
}

/** Who judges each clause: ids of checks and observers. */
export function coverage({
  contract,
  suite,
}: Pick<Plan, 'contract' | 'suite'>): ReadonlyMap<string, readonly string[]> {
  const covered = new Map<string, string[]>([...contract.clauses.keys()].map((id) => [id, []]))
  const add = (clause: string, by: string): void => {
    const judges = covered.get(clause)
    if (judges !== undefined && !judges.includes(by)) judges.push(by)
  }
  for (const observer of suite.observers) for (const clause of observer.clauses(contract)) add(clause, observer.id)
  for (const check of suite.checks) for (const clause of Object.keys(check.judge)) add(clause, check.id)
  return covered
}
