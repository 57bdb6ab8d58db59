import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { kebab } from './kebab.ts'
import { checkId } from './matrix.ts'
import type { Law, State } from './matrix.ts'
import { change, judgesOfChanges } from './states/changing.ts'
import type { Changes } from './states/changing.ts'
import type { Judge, Kind } from './states/kind.ts'
import { judgesOfRemoval, remove } from './states/removing.ts'
import type { Removal } from './states/removing.ts'
import { judgesOfLooks, look } from './states/looking.ts'
import type { Looks } from './states/looking.ts'

/** What is promised of every object of a kind holds in each state that it can be in. */
export const states: Law = {
  name: 'states',
  text: 'What is promised of an object holds in each of its states: to read, list, find, expand, change and delete it.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const { retrieve } = resource
    const several = Object.entries(matrix.scenes.furtherStates?.[name] ?? {})
    if (retrieve === undefined || several.length === 0) return 'no other state of it is told apart'
    return several.map(([state, scene]) => inState({ matrix, name, resource, retrieve }, state, scene))
  },
}

interface Seen {
  readonly own: Exchange
  readonly looks: Looks
  readonly changes: Changes | undefined
  readonly removal: Removal | undefined
}

function inState(kind: Kind, state: string, { needs = [], reach }: State): Check {
  return example<Seen>(checkId(kind.matrix, 'states', `${kind.name}-${kebab(state)}`), {
    needs,
    arrange: async (trial) => {
      const call = await reach(trial)
      const own = await trial.given(kind.retrieve, call)
      return {
        own,
        looks: await look(trial, kind, call, own),
        changes: await change(trial, kind, call, own),
        removal: await remove(trial, kind, call, own),
      }
    },
    judge: together<Seen>([
      ...judgesOfLooks(kind).map(([clause, judge]): Judge<Seen> => [
        clause,
        ({ own, looks }) => judge({ ...looks, own }),
      ]),
      ...judgesOfChanges(kind).map(([clause, judge]): Judge<Seen> => [
        clause,
        ({ changes }) => (changes === undefined ? all() : judge(changes)),
      ]),
      ...judgesOfRemoval(kind).map(([clause, judge]): Judge<Seen> => [
        clause,
        ({ removal }) => (removal === undefined ? all() : judge(removal)),
      ]),
    ]),
  })
}

/** Several judges of one clause as one. */
function together<Evidence>(
  judges: readonly Judge<Evidence>[],
): Readonly<Record<string, (evidence: Evidence) => Judgement>> {
  const clauses = [...new Set(judges.flatMap(([clause]) => clause ?? []))]
  return Object.fromEntries(
    clauses.map((clause) => [
      clause,
      (evidence: Evidence) => all(...judges.filter(([own]) => own === clause).map(([, judge]) => judge(evidence))),
    ]),
  )
}
