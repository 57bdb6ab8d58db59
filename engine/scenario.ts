import type { Check, Judge } from '../model/check.ts'
import type { Mismatch, Outage } from '../model/finding.ts'
import type { Exchange } from '../model/exchange.ts'
import { valueAt } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import type { Judgement } from '../model/judgement.ts'
import { Blocked, Refused } from '../model/trial.ts'
import type { Contract } from '../model/contract.ts'
import type { Target } from '../wire/session.ts'
import { WireError } from '../wire/errors.ts'
import { evidenceFor, locate } from './locate.ts'
import { outageIn } from './outage-in.ts'
import type { Outcome } from './outcome.ts'
import { seedFor } from './seed.ts'
import { stepOf } from './step-of.ts'
import { withoutOthers } from './told-by-others.ts'
import { createTrial } from './trial.ts'
import type { Watch } from './watch.ts'

/** What every scenario of a run shares. */
export interface ScenarioSetting {
  readonly contract: Contract
  readonly target: Target
  readonly watch: Watch
  /** Told of answers that are outages: evidence, but nothing to judge. */
  readonly onOutage?: (outage: Outage, exchange: Exchange) => void
  /** Sees every exchange, judged or not, before anything is redacted. */
  readonly onExchange?: (exchange: Exchange) => void
  readonly nonce: string
  /** What scenes of the run have found out about the target. */
  readonly memory?: Map<string, unknown>
  readonly nextId: () => number
}

/** One execution of a check: the outcomes of its own clauses, and what the observers said meanwhile. */
export interface Scenario {
  readonly judged: readonly Outcome[]
  readonly observed: readonly Outcome[]
}

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
  const unobserved: Exchange[] = []
  const observe = (): void => {
    for (const exchange of unobserved.splice(0)) observed.push(...setting.watch(exchange, check.id))
  }
  let over = false
  const trial = createTrial({
    ...setting,
    isOver: () => over,
    session: setting.target.open(label),
    capabilities: setting.target.capabilities,
    outages: setting.target.outages,
    account: label,
    seed: seedFor(seed, label),
    onExchange: (exchange, outage) => {
      trace.push(exchange)
      setting.onExchange?.(exchange)
      if (outage === undefined) unobserved.push(exchange)
      else setting.onOutage?.(outage, exchange)
    },
    // an answer is observed while the next one is awaited, so that observing costs a real target no time
    onSent: observe,
  })
  const outcome = (clause: string, parts: Partial<Outcome>): Outcome => ({
    clause,
    by: check.id,
    during: check.id,
    verdict: 'conforms',
    instances: 0,
    mismatches: [],
    evidence: evidenceFor(parts.mismatches ?? [], trace),
    afterRetry: trace.some(({ attempts }) => attempts.length > 1),
    ...(input === undefined ? {} : { counterexample: input as Json }),
    ...parts,
  })
  const scene: Scene = { contract: setting.contract, trace, observed, outcome }
  const clauses = Object.entries(check.judge)

  try {
    const evidence = await check.arrange(trial, input)
    observe()
    const judged = clauses.flatMap(([clause, judge]) => judgeOne(scene, clause, judge, evidence, input))
    return { judged: judged.map((one) => withoutOthers(scene, one, judged)), observed }
  } catch (thrown) {
    observe()
    const stopped = stoppedBy(scene, thrown)
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

/** What came to light so far, and how an outcome is made of it. */
interface Scene {
  readonly contract: Contract
  readonly trace: readonly Exchange[]
  readonly observed: readonly Outcome[]
  readonly outcome: (clause: string, parts: Partial<Outcome>) => Outcome
}

function judgeOne(
  scene: Scene,
  clause: string,
  judge: Judge<unknown, unknown>,
  evidence: unknown,
  input: unknown,
): readonly Outcome[] {
  try {
    return [scene.outcome(clause, partsOf(scene, judge(evidence, input), evidence))]
  } catch (thrown) {
    const stopped = stoppedBy(scene, thrown)
    return [
      ...stopped.root.filter((root) => root.clause !== clause),
      stopped.root.find((root) => root.clause === clause) ?? scene.outcome(clause, stopped.parts),
    ]
  }
}

function partsOf({ trace }: Scene, judgement: Judgement, evidence: unknown): Partial<Outcome> {
  switch (judgement.says) {
    case 'kept':
      return { instances: judgement.instances }
    case 'reads':
      return { instances: judgement.instances, reading: judgement.reading }
    case 'unobservable':
      return { verdict: 'unobservable', reason: judgement.why }
    case 'departs': {
      const { instances, mismatches } = judgement
      return { verdict: 'gap', instances, mismatches: locate(mismatches, evidence, trace) }
    }
  }
}

/** What a throw comes to: an outage, a gap that the check stands on (`root` is that gap), or a fault of ours. */
interface Stopped {
  readonly parts: Partial<Outcome>
  readonly root: readonly Outcome[]
}

function stoppedBy(scene: Scene, thrown: unknown): Stopped {
  if (thrown instanceof WireError) return { parts: outageOf(scene, thrown), root: [] }
  if (thrown instanceof Blocked) return blockedBy(scene, thrown)
  if (thrown instanceof Refused) return refusedBy(scene, thrown)
  const reason = `a fault of ours: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  return { parts: { verdict: 'broken', reason }, root: [] }
}

function outageOf({ contract, trace }: Scene, { outage, message }: WireError): Partial<Outcome> {
  const last = trace.at(-1)
  // an answer that is an outage is the last of the trace; where there was no answer, nothing is there to show
  const shown = last !== undefined && outageIn(last.response) === outage ? last : undefined
  if (shown === undefined) return { verdict: 'inconclusive', outage, reason: message }
  return { verdict: 'inconclusive', outage, reason: `${stepOf(contract, shown)}: ${message}`, stoppedAt: shown }
}

/** A refusal that no promise rules out. */
function refusedBy({ contract }: Scene, { exchange }: Refused): Stopped {
  return { parts: { verdict: 'unobservable', reason: stepOf(contract, exchange), stoppedAt: exchange }, root: [] }
}

/**
 * A check could not go on from an answer. It is blocked by the clause that this very answer breaks: that its operation succeeds, or
 * what observers said of the place that the check needed. An answer that breaks none blocks the check all the same, and names none.
 */
function blockedBy(scene: Scene, { exchange, message, at, expected: wanted }: Blocked): Stopped {
  const operation = exchange.operation === undefined ? undefined : scene.contract.operations.get(exchange.operation)
  const { status, content } = exchange.response
  const step = stepOf(scene.contract, exchange)
  if (status === 403 && exchange.request.credentials.kind === 'account')
    return {
      parts: { verdict: 'unobservable', reason: `this key is not permitted to do it: ${step}`, stoppedAt: exchange },
      root: [],
    }
  if (operation !== undefined && (status >= 300 || !Object.hasOwn(operation.answers, String(status)))) {
    const expected = { 'one of': successStatuses(operation.answers) }
    return blockedOn(scene, exchange, operation.clause, { at: 'status', expected, actual: status }, step)
  }
  if (operation !== undefined && content !== 'json')
    return blockedOn(scene, exchange, operation.clause, { at: 'content', expected: 'json', actual: content }, step)
  const isObserved = gapsAround(exchange, at, scene.observed).length > 0
  if (operation !== undefined && at !== undefined && wanted !== undefined && !isObserved) {
    const actual = valueAt(exchange.response.json, at) ?? 'absent'
    return blockedOn(scene, exchange, operation.clause, { at, expected: wanted, actual }, `${step}: ${message}`)
  }
  const names = [...new Set(gapsAround(exchange, at, scene.observed).map(({ clause }) => clause))]
  const reason = `${step}: ${message}`
  return { parts: { verdict: 'blocked', blockedBy: names, reason, stoppedAt: exchange }, root: [] }
}

/** An operation has a gap in this one exchange, and the check is blocked on it. */
function blockedOn(scene: Scene, exchange: Exchange, clause: string, mismatch: Mismatch, reason: string): Stopped {
  const root = scene.outcome(clause, {
    verdict: 'gap',
    evidence: [exchange],
    instances: 1,
    mismatches: [{ ...mismatch, in: exchange }],
  })
  return { parts: { verdict: 'blocked', blockedBy: [clause], reason, stoppedAt: exchange }, root: [root] }
}

/** What observers found wrong at the place that the check needed, or around it. */
function gapsAround(exchange: Exchange, at: string | undefined, observed: readonly Outcome[]): readonly Outcome[] {
  return observed.filter(
    ({ verdict, evidence, mismatches }) =>
      verdict === 'gap' &&
      evidence.at(-1) === exchange &&
      mismatches.some((mismatch) => at === mismatch.at || at?.startsWith(`${mismatch.at}/`) === true),
  )
}

function successStatuses(answers: Readonly<Record<string, unknown>>): readonly number[] {
  return Object.keys(answers)
    .map(Number)
    .filter((status) => status >= 200 && status < 300)
}
