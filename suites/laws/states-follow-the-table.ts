import { all, departs, each, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Capability } from '../../model/clause.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'

/** One action of a life: what it does, and from which states it leads where. An action from any other state is refused. */
export interface Action<Subject> {
  readonly from: Readonly<Record<string, string>>
  readonly act: (trial: Trial, subject: Subject) => Promise<Exchange>
}

export interface StatesFollowTheTable<Subject> {
  readonly needs?: readonly Capability[]
  readonly share?: number
  /** Makes a subject in one of the starting states. */
  readonly begin: (trial: Trial) => Promise<{ readonly subject: Subject; readonly state: string }>
  readonly actions: Readonly<Record<string, Action<Subject>>>
  /** Reads the state that the target says it is in. */
  readonly observe: (trial: Trial, subject: Subject) => Promise<{ readonly exchange: Exchange; readonly state: string }>
  readonly longest?: number
  readonly clauses: {
    /** An allowed action leads to the tabled state. */
    readonly allowed: string
    /** Any other action is refused … */
    readonly refused: string
    /** … and leaves the state alone; the clause of `refused` where absent. */
    readonly unchanged?: string
  }
  readonly refusal: (exchange: Exchange, action: string, state: string) => Judgement
  /** Further clauses about the whole life. */
  readonly also?: Readonly<Record<string, (life: readonly Step[]) => Judgement>>
}

/** One step of a life as it went. */
export interface Step {
  readonly action: string
  readonly before: string
  /** The tabled state, or undefined where the action is to be refused. */
  readonly expected: string | undefined
  readonly answer: Exchange
  readonly observed: Exchange
  readonly after: string
}

/** Every sequence of actions leads through the states as tabled: a model of the subject's life, held against the target. */
export function statesFollowTheTable<Subject>(id: string, law: StatesFollowTheTable<Subject>): Check {
  const { allowed, refused, unchanged = refused } = law.clauses
  const steps = (life: readonly Step[], permitted: boolean): readonly Step[] =>
    untilItStrays(life).filter(({ expected }) => (expected !== undefined) === permitted)
  const refusals = (life: readonly Step[]): Judgement =>
    each(steps(life, false), ({ answer, action, before }) => law.refusal(answer, action, before))
  // what was not refused is told by its answer
  const stays = (life: readonly Step[]): Judgement =>
    each(
      steps(life, false).filter(({ answer }) => answer.response.status >= 300),
      ({ before, after, action, observed }) =>
        before === after ? kept() : departs({ at: action, expected: before, actual: after, in: observed }),
    )

  return property<readonly Step[], readonly string[]>(id, {
    needs: law.needs ?? [],
    ...(law.share === undefined ? {} : { share: law.share }),
    inputs: () => fc.array(fc.constantFrom(...Object.keys(law.actions)), { minLength: 1, maxLength: law.longest ?? 5 }),
    arrange: (trial, names) => live(trial, law, names),
    judge: {
      [allowed]: (life) =>
        each(steps(life, true), ({ action, before, expected = null, after, answer, observed }) => {
          const refusedAt = answer.response.status < 300 ? undefined : answer.response.status
          if (refusedAt === undefined && after === expected) return kept()
          const shown = refusedAt === undefined ? observed : answer
          return departs({ at: `${action} from ${before}`, expected, actual: refusedAt ?? after, in: shown })
        }),
      ...(unchanged === refused
        ? { [refused]: (life: readonly Step[]) => all(stays(life), refusals(life)) }
        : { [refused]: refusals, [unchanged]: stays }),
      ...law.also,
    },
  })
}

/** A life up to the first step that leads elsewhere than it is tabled: what is allowed from there, no table says. */
function untilItStrays(life: readonly Step[]): readonly Step[] {
  const strays = life.findIndex(({ before, expected = before, after }) => after !== expected)
  return strays === -1 ? life : life.slice(0, strays + 1)
}

async function live<Subject>(
  trial: Trial,
  law: StatesFollowTheTable<Subject>,
  names: readonly string[],
): Promise<readonly Step[]> {
  const { subject, state } = await law.begin(trial)
  const life: Step[] = []
  let before = state
  for (const name of names) {
    const action = law.actions[name] as Action<Subject>
    const answer = await action.act(trial, subject)
    const { exchange, state: after } = await law.observe(trial, subject)
    life.push({ action: name, before, expected: action.from[before], answer, observed: exchange, after })
    before = after
  }
  return life
}
