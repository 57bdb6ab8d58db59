import type { Lie } from '../../emulator/module.ts'
import type { Target } from '../../wire/session.ts'
import type { Plan } from '../plan.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import { openRun } from '../provider-run.ts'
import type { RunOptions } from '../provider-run.ts'
import { idleJudges, unfailingClauses } from './idle.ts'
import type { OnLook } from './idle.ts'
import { gatherCorpus } from './corpus.ts'
import type { Corpus } from './corpus.ts'
import { hunt } from './hunt.ts'
import type { HuntSetting, Hunted } from './hunt.ts'
import type { Mutant } from './mutant.ts'
import { schemaMutants } from './schema-mutants.ts'
import { scoreOf } from './score.ts'
import type { Score } from './score.ts'

export interface MutantsSetting {
  readonly plan: Plan
  readonly lies: readonly Lie<unknown>[]
  /** Opens the emulator with a mutant's lie told; the pristine one where there is none. */
  readonly openTarget: (mutant: Mutant | undefined) => Promise<Target>
  readonly seed: number
  readonly runs: number
  /** Only mutants whose id begins with one of these. */
  readonly only: readonly string[]
  /** Takes every n-th schema-derived mutant, for a quick look. */
  readonly every: number
  readonly onMutant?: (done: number, all: number, hunted: Hunted) => void
  /** Told of the judges that killed nothing, and of the clauses without a gap, as each has been looked at. */
  readonly onLook?: OnLook
}

/** Shows a suite every mutant of its provider and scores what it saw. */
export async function runMutants(setting: MutantsSetting): Promise<Score> {
  const { plan } = setting
  const { seed, runs } = setting
  const redactor = createRedactor(plan.contract, [])
  const options: RunOptions = { seed, runs, shrinks: 0, nonce: '', redactor, waivers: new Map() }
  const corpus = await pristine(setting, options)
  const byHand = setting.lies.map(semanticMutant)
  const derived = schemaMutants(plan.contract, corpus, plan.suite.observers)
  const sample = [...byHand, ...derived.filter((_, index) => index % setting.every === 0)]
  const wanted = sample.filter(
    ({ id }) => setting.only.length === 0 || setting.only.some((prefix) => id.startsWith(prefix)),
  )
  const alive = wanted.filter(({ equivalent }) => equivalent === undefined)
  const hunting: HuntSetting = { plan, corpus, openTarget: setting.openTarget, options }
  const hunted: Hunted[] = []
  for (const mutant of alive) {
    hunted.push(await hunt(hunting, mutant))
    setting.onMutant?.(hunted.length, alive.length, hunted.at(-1) as Hunted)
  }
  const all = [...byHand, ...derived]
  const whole = setting.only.length === 0
  const idle = whole ? await idleJudges(hunting, hunted, all, setting.onLook) : []
  const unfailing = whole ? await unfailingClauses(hunting, hunted, all, setting.onLook) : []
  return scoreOf(
    plan.contract.provider.name,
    hunted,
    wanted.filter(({ equivalent }) => equivalent !== undefined),
    { idle, unfailing },
  )
}

function semanticMutant(lie: Lie<unknown>): Mutant {
  return { id: lie.id, kind: 'semantic', text: lie.text, breaks: new Set([lie.breaks]), lie }
}

/** Runs the pristine emulator once: it has to be without a gap, and what it answers is what lies are made of. */
async function pristine({ plan, openTarget }: MutantsSetting, options: RunOptions): Promise<Corpus> {
  const gathering = gatherCorpus(plan.suite.checks)
  const run = openRun(plan, await openTarget(undefined), {
    ...options,
    onExchange: (exchange) => gathering.see(exchange),
  })
  for (const check of plan.suite.checks) {
    const fault = (await run.judge(check)).find(({ verdict }) => verdict === 'gap' || verdict === 'broken')
    if (fault !== undefined)
      throw new Error(`the pristine emulator breaks ${fault.clause} in ${check.id}; a score would mean nothing`)
    gathering.during(check)
  }
  return gathering.corpus()
}
