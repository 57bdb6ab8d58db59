import { answerHas } from '../../contracts/answer-places.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Keeps, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, kept, nothing, without } from '../../model/judgement.ts'
import { mismatchesOf } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { pointerSteps, valueAt } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { differences, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { fillObject } from './filled-object.ts'
import { kebab } from './kebab.ts'
import { isWithin } from './lasting.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix, State } from './matrix.ts'
import { bodyOf, filledCall, otherValue, withValue, writtenBy } from './written-values.ts'

/** An update or an action changes what it says, and leaves all else of its object alone. */
export const keeps: Law = {
  name: 'keeps',
  text: 'An update or an action changes what it says, and leaves all else of its object alone.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const operations = Object.entries(resource.keeps)
    if (operations.length === 0) return 'nothing says what an update or an action leaves alone'
    return operations.flatMap(([operation, rule]) => [
      leavesAlone({ matrix, resource, operation, rule }),
      ...Object.entries(matrix.scenes.variants?.[operation] ?? {}).map(([what, { needs = [], reach }]) =>
        leavesAlone({ matrix, resource, operation, rule }, { name: `${kebab(operation)}-${what}`, needs, reach }),
      ),
    ])
  },
}

export interface Keeping {
  readonly matrix: Matrix
  readonly resource: Resource
  readonly operation: string
  readonly rule: Keeps
}

/** The object before and after a request, and the places that it writes. */
interface Change {
  readonly before: Exchange
  readonly after: Exchange
  readonly answer: Exchange
  readonly written: readonly string[]
}

const minute = 60

/** The call that is sent: the usual one, or one with something different. */
interface Sending extends State {
  readonly name: string
}

function leavesAlone(keeping: Keeping, sending?: Sending): Check {
  const { matrix, resource, operation, rule } = keeping
  const { name, reach, needs = [] } = sending ?? { name: kebab(operation), reach: sceneOf(matrix, operation) }
  return example<readonly Change[]>(checkId(matrix, 'keeps', name), {
    needs: needsOf(matrix, operation, ...needs),
    arrange: async (trial) => {
      const call = await reach(trial)
      if (operation !== resource.update) {
        await fillObject(trial, matrix, resource, call.path ?? {})
        return [await change(trial, keeping, call, [])]
      }
      const properties = writtenBy(resource, operation)
      const filled = filledCall(call, properties, trial)
      const changes = [await change(trial, keeping, filled, [])]
      // one property after the other, each sent alone where the others can be left out; twice, so that what the
      // first round set is there to be lost in the second
      for (const round of [1, 2]) {
        for (const [pointer, property] of Object.entries(properties)) {
          const first = otherValue(property, valueAt(bodyOf(filled), pointer) ?? null)
          const whole = withValue(bodyOf(filled), pointer, round === 1 ? first : otherValue(property, first))
          const [top = ''] = pointerSteps(pointer)
          const body: JsonObject = { ...bodyOf(call), [top]: whole[top] ?? null }
          changes.push(await change(trial, keeping, { ...call, body }, [`/${top}`]))
        }
      }
      return changes
    },
    judge: {
      [rule.clause]: (changes) => each(changes, (one) => keepsTheRest(keeping, one)),
    },
  })
}

async function change(
  trial: Trial,
  { resource, operation }: Keeping,
  call: Call,
  written: readonly string[],
): Promise<Change> {
  const path = call.path ?? {}
  const look = () => trial.given(resource.retrieve ?? '', { path })
  // a value of one moment and one of another are told apart
  if (trial.can('clock')) await trial.advance(minute)
  const before = await look()
  const answer = await trial.call(operation, call)
  return {
    before,
    answer,
    after: await look(),
    written: [...written, ...Object.keys(bodyOf(call)).map((name) => `/${name}`)],
  }
}

/** What the request does not say is as it was. */
export function keepsTheRest(keeping: Keeping, { before, after, answer, written }: Change): Judgement {
  if (answer.response.status >= 300) return nothing
  const { resource, rule } = keeping
  const { at } = resource
  const found = mismatchesOf(differences(read(before, at), read(after, at), '')).filter((one) =>
    isKnown(keeping, one.at),
  )
  const { only } = rule
  // what moves by other requests does not move by one that writes it
  const properties = writtenBy(resource, keeping.operation)
  const own = new Set(Object.entries(properties).map(([pointer, property]) => property.at ?? pointer))
  const moving = resource.moving.filter((place) => !own.has(place))
  const free = [...(only === undefined ? [...rule.changes, ...moving] : []), ...written]
  const wrong = found.filter(
    ({ at: place }) =>
      (only === undefined || only.some((one) => isWithin(place, one))) && !free.some((one) => isWithin(place, one)),
  )
  return wrong.length === 0
    ? kept()
    : inExchange(after, without(wrong.map((mismatch) => ({ ...mismatch, at: `${at}${mismatch.at}` }))))
}

/** Nothing is promised of a property that the description does not have. */
function isKnown({ matrix, resource }: Keeping, place: string): boolean {
  const retrieve = matrix.contract.operations.get(resource.retrieve ?? '')
  const isDescribed = Object.values(retrieve?.answers ?? {}).some((schema) => typeof schema === 'string')
  return !isDescribed || answerHas(retrieve, `${resource.at}/${pointerSteps(place)[0] ?? ''}`, matrix.contract)
}
