import fc from 'fast-check'
import type { Check } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'
import { isAbsent } from './absent.ts'
import type { Outcome } from './outcome.ts'
import { runScenario } from './scenario.ts'
import type { Scenario, ScenarioSetting } from './scenario.ts'
import { seedFor } from './seed.ts'

export interface CheckSetting extends ScenarioSetting {
  readonly seed: number
  /** Generated inputs of a property whose share is 1. */
  readonly runs: number
  /** Failing inputs tried while shrinking; 0 takes the first one as it is. */
  readonly shrinks: number
}

/** Runs a check, once for an example and for many inputs for a property, and says what it came to. */
export async function runCheck(setting: CheckSetting, check: Check): Promise<readonly Outcome[]> {
  const seed = seedFor(setting.seed, check.id)
  const lacking = check.needs.filter((capability) => !setting.target.capabilities.has(capability))
  if (lacking.length > 0) return []
  if (check.inputs === undefined) {
    const { judged, observed } = await runScenario(setting, check, seed, labelOf(seed, 0))
    return [...judged, ...observed]
  }
  return runProperty(setting, check, seed)
}

/** Shares of a run's budget: what one check may take to make its counterexample smaller, and what is kept from all of them. */
export const mostForShrinks = 0.05
const leftForChecks = 0.5

/** Inputs of a property in one run: those that are visited on purpose, and those that are generated. */
export function inputsOf(check: Check, contract: Contract, runs: number): number {
  if (check.inputs === undefined) return 1
  return (check.visits?.(contract).length ?? 0) + generatedFor(check, runs)
}

function generatedFor({ share = 1 }: Check, runs: number): number {
  return Math.max(1, Math.round(runs * share))
}

async function runProperty(setting: CheckSetting, check: Check, seed: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  const failures = new Map<string, Outcome>()
  let failed: Scenario | undefined
  let stopped = false
  let count = 0
  let shrinks = 0
  const budgetLeft = (): number => setting.target.budgetLeft?.() ?? 1
  let leftAtFailure = 1

  /** A smaller counterexample is worth no more of the budget than this; the rest is for other checks. */
  const mayShrink = (): boolean => {
    const left = budgetLeft()
    return shrinks < setting.shrinks && left > leftForChecks && leftAtFailure - left < mostForShrinks
  }

  const holds = async (input: unknown): Promise<boolean> => {
    if (stopped || (failed !== undefined && !mayShrink())) return true
    if (failed !== undefined) shrinks += 1
    const scenario = await runScenario(setting, check, seed, labelOf(seed, (count += 1)), input)
    const gaps = scenario.judged.filter(({ verdict }) => verdict === 'gap')
    stopped ||= scenario.judged.some(
      ({ verdict }) => verdict === 'blocked' || verdict === 'inconclusive' || verdict === 'broken',
    )
    if (failed === undefined) {
      outcomes.push(
        ...scenario.judged.filter(({ verdict }) => verdict !== 'gap').map(lightened),
        ...scenario.observed.map(lightened),
      )
      for (const gap of gaps) failures.set(gap.clause, gap)
    }
    if (gaps.length === 0) return true
    if (failed === undefined) leftAtFailure = budgetLeft()
    failed = scenario
    for (const gap of gaps) failures.set(gap.clause, gap)
    return stopped
  }

  const holdsOrThrows = async (input: unknown): Promise<void> => {
    if (!(await holds(input))) throw counterexample
  }

  const generated = generatedFor(check, setting.runs)
  let thrown: unknown
  try {
    const inputs = check.inputs?.(setting.contract) as fc.Arbitrary<unknown>
    const examples = (check.visits?.(setting.contract) ?? []).map((input): [unknown] => [input])
    const { errorInstance } = await fc.check(fc.asyncProperty(inputs, holdsOrThrows), {
      seed,
      examples,
      numRuns: examples.length + generated,
      endOnFailure: setting.shrinks === 0,
    })
    if (errorInstance !== null && errorInstance !== counterexample) thrown = errorInstance
  } catch (error) {
    thrown = error
  }
  return [...outcomes, ...failures.values(), ...(thrown === undefined ? [] : brokenBy(check, thrown))]
}

/** What a property throws at a counterexample, to tell it from a fault of ours. */
const counterexample = new Error('a counterexample')

/** Generating, running or shrinking inputs failed: a fault of ours, said of every clause of the check. */
function brokenBy(check: Check, thrown: unknown): readonly Outcome[] {
  const reason = `a fault of ours: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  return Object.keys(check.judge).map((clause) => ({
    clause,
    by: check.id,
    during: check.id,
    verdict: 'broken',
    instances: 0,
    mismatches: [],
    evidence: [],
    reason,
    afterRetry: false,
  }))
}

/** What conforms needs no proof: only an answer that may say that there is no such operation is looked at again. */
function lightened(outcome: Outcome): Outcome {
  if (outcome.verdict !== 'conforms' || outcome.evidence.length === 0) return outcome
  const last = outcome.evidence.at(-1)
  return { ...outcome, evidence: last !== undefined && isAbsent(last.response.status) ? [last] : [] }
}

/** The account of one scenario: new for each, and the same for the same seed. */
function labelOf(seed: number, iteration: number): string {
  return `${(seed >>> 0).toString(36)}x${iteration}`
}
