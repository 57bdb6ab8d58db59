import type { Check, Judge } from '../suites/model/check.ts'
import type { Judgement } from '../suites/model/finding.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import type { Json } from '../suites/model/json.ts'
import { Blocked } from '../suites/model/trial.ts'
import type { Contract } from '../suites/model/contract.ts'
import type { Target } from '../wire/session.ts'
import { WireError } from '../wire/errors.ts'
import type { Outcome } from './outcome.ts'
import { seedFor } from './seed.ts'
import { createTrial } from './trial.ts'
import type { Watch } from './watch.ts'

/** What every scenario of a run shares. */
export interface ScenarioSetting {
  readonly contract: Contract
  readonly target: Target
  readonly watch: Watch
  /** Sees every exchange, judged or not, before anything is redacted. */
  readonly onExchange?: (exchange: Exchange) => void
  readonly nonce: string
  readonly nextId: () => number
}

/** One execution of a check: the outcomes of its own clauses, and what the observers said meanwhile. */
export interface Scenario {
  readonly judged: readonly Outcome[]
  readonly observed: readonly Outcome[]
}

const longestEvidence = 12

/** Arranges a check once, for one input, and judges what came to light against each of its clauses. */
export async function runScenario(
  setting: ScenarioSetting,
  check: Check,
  seed: number,
  label: string,
  input?: unknown,
): Promise<Scenario> {
  const trace: Exchange[] = []
  const observed: Outcome[] = []
  let over = false
  const trial = createTrial({
    ...setting,
    isOver: () => over,
    session: setting.target.open(label),
    outages: setting.target.outages,
    account: label,
    seed: seedFor(seed, label),
    onExchange: (exchange, outage) => {
      trace.push(exchange)
      setting.onExchange?.(exchange)
      if (!outage) observed.push(...setting.watch(exchange, check.id))
    },
  })
  const outcome = (clause: string, parts: Partial<Outcome>): Outcome => ({
    clause,
    by: check.id,
    during: check.id,
    verdict: 'conforms',
    mismatches: [],
    evidence: trace.slice(-longestEvidence),
    afterRetry: trace.some(({ attempts }) => attempts.length > 1),
    ...(input === undefined ? {} : { counterexample: input as Json }),
    ...parts,
  })
  const clauses = Object.entries(check.judge)

  try {
    const evidence = await check.arrange(trial, input)
    const judged = clauses.map(([clause, judge]) =>
      judgeOne(clause, judge, evidence, input, outcome, observed, setting.contract),
    )
    return { judged: judged.flat(), observed }
  } catch (thrown) {
    const stopped = stoppedBy(thrown, observed, setting.contract, outcome)
    return {
      judged: [
        ...stopped.root,
        ...clauses
          .filter(([clause]) => !stopped.root.some((root) => root.clause === clause))
          .map(([clause]) => outcome(clause, stopped.parts)),
      ],
      observed,
    }
  } finally {
    over = true
  }
}

type MakeOutcome = (clause: string, parts: Partial<Outcome>) => Outcome

function judgeOne(
  clause: string,
  judge: Judge<unknown, unknown>,
  evidence: unknown,
  input: unknown,
  outcome: MakeOutcome,
  observed: readonly Outcome[],
  contract: Contract,
): readonly Outcome[] {
  try {
    return [outcome(clause, partsOf(judge(evidence, input)))]
  } catch (thrown) {
    const stopped = stoppedBy(thrown, observed, contract, outcome)
    return [
      ...stopped.root.filter((root) => root.clause !== clause),
      stopped.root.find((root) => root.clause === clause) ?? outcome(clause, stopped.parts),
    ]
  }
}

function partsOf(judgement: Judgement): Partial<Outcome> {
  if ('reading' in judgement) return { reading: judgement.reading }
  if ('unobservable' in judgement) return { verdict: 'unobservable', reason: judgement.unobservable }
  return judgement.length === 0 ? {} : { verdict: 'gap', mismatches: judgement }
}

/** Turns what was thrown into a verdict: an outage, a gap that the check stands on (`root` is that gap), or a fault of ours. */
function stoppedBy(
  thrown: unknown,
  observed: readonly Outcome[],
  contract: Contract,
  outcome: MakeOutcome,
): { readonly parts: Partial<Outcome>; readonly root: readonly Outcome[] } {
  if (thrown instanceof WireError) {
    return { parts: { verdict: 'inconclusive', outage: thrown.outage, reason: thrown.message }, root: [] }
  }
  if (thrown instanceof Blocked) return blockedBy(thrown, observed, contract, outcome)
  const reason = `a fault of ours: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  return { parts: { verdict: 'broken', reason }, root: [] }
}

function blockedBy(
  blocked: Blocked,
  observed: readonly Outcome[],
  contract: Contract,
  outcome: MakeOutcome,
): { readonly parts: Partial<Outcome>; readonly root: readonly Outcome[] } {
  const { exchange } = blocked
  const operation = exchange.operation === undefined ? undefined : contract.operations.get(exchange.operation)
  const refused = operation !== undefined && !Object.hasOwn(operation.answers, String(exchange.response.status))
  const refusedAtAll = operation !== undefined && (refused || exchange.response.status >= 300)
  const root = refusedAtAll
    ? [
        outcome(operation.clause, {
          verdict: 'gap',
          evidence: [exchange],
          mismatches: [
            {
              at: 'status',
              expected: { 'one of': successStatuses(operation.answers) },
              actual: exchange.response.status,
            },
          ],
        }),
      ]
    : []
  const names = [...new Set((refusedAtAll ? root : gapsBehind(blocked, observed)).map(({ clause }) => clause))]
  if (names.length === 0) {
    const owner = operation?.clause
    const reason = `${blocked.message} in the answer of ${exchange.operation ?? exchange.request.path}`
    return owner === undefined
      ? { parts: { verdict: 'broken', reason }, root: [] }
      : {
          parts: { verdict: 'blocked', blockedBy: [owner], reason },
          root: [
            outcome(owner, {
              verdict: 'gap',
              evidence: [exchange],
              mismatches: [{ at: 'body', expected: 'the documented answer', actual: blocked.message }],
            }),
          ],
        }
  }
  return { parts: { verdict: 'blocked', blockedBy: names, reason: blocked.message }, root }
}

/** What observers found wrong at the place that is missing, or around it; all that they found where nothing is at that place. */
function gapsBehind({ exchange, at }: Blocked, observed: readonly Outcome[]): readonly Outcome[] {
  const seen = observed.filter(({ verdict, evidence }) => verdict === 'gap' && evidence.at(-1) === exchange)
  const around = seen.filter(({ mismatches }) =>
    mismatches.some((mismatch) => at === mismatch.at || at?.startsWith(`${mismatch.at}/`) === true),
  )
  return around.length > 0 ? around : seen
}

function successStatuses(answers: Readonly<Record<string, unknown>>): readonly number[] {
  return Object.keys(answers)
    .map(Number)
    .filter((status) => status >= 200 && status < 300)
}
