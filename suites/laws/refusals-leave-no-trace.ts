import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { pointerSteps } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { faultsOf, faultyRequests } from '../arbitraries/faults.ts'
import { differences, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { kebab } from './kebab.ts'
import { idsOf, listsOf } from './lists/items.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'
import { bodyOf, filledCall, otherValue, writtenBy } from './written-values.ts'

/** A request that is refused for one of its properties does nothing, whatever else it asks for. */
export const refusals: Law = {
  name: 'refusals',
  text: 'A request that is refused for one of its properties does nothing, whatever else it asks for.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const operations = Object.entries(resource.refusals ?? {})
    if (operations.length === 0) return 'nothing says what a refused request leaves'
    return operations.map(([operation, clause]) => leavesNoTrace({ matrix, name, resource, operation }, clause))
  },
}

interface Refusing {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly operation: string
}

/** What there was before a refused request, and after it. */
interface Refused {
  readonly refused: Exchange
  readonly before: Json
  readonly after: Json
  readonly look: Exchange
}

function leavesNoTrace(refusing: Refusing, clause: string): Check {
  const { matrix, resource, operation } = refusing
  const isUpdate = operation === resource.update
  return example<readonly Refused[]>(checkId(matrix, 'refusals', kebab(operation)), {
    needs: isUpdate ? needsOf(matrix, operation) : needsOf(matrix, operation, 'fresh-account'),
    arrange: async (trial) => {
      const scene = await sceneOf(matrix, operation)(trial)
      const filled = filledCall(scene, writtenBy(resource, operation), trial)
      if (isUpdate) await trial.call(operation, filled)
      const valid = isUpdate ? otherCall(filled, refusing) : filled
      const found: Refused[] = []
      let last = await state(trial, refusing, scene)
      for (const wrong of wrongBodies(refusing, bodyOf(valid))) {
        const refused = await trial.call(operation, { ...valid, body: wrong })
        const now = await state(trial, refusing, scene)
        found.push({ refused, before: last.state, after: now.state, look: now.look })
        last = now
      }
      return found
    },
    judge: { [clause]: (found) => each(found, isUnchanged) },
  })
}

/** A valid change of every property. */
function otherCall(call: Call, { resource, operation }: Refusing): Call {
  const changed = Object.entries(writtenBy(resource, operation)).map(([pointer, property]): readonly [string, Json] => {
    const [top = ''] = pointerSteps(pointer)
    const value = bodyOf(call)[top] ?? null
    return [top, typeof value === 'object' ? value : otherValue(property, value)]
  })
  return { ...call, body: { ...bodyOf(call), ...Object.fromEntries(changed) } }
}

/** The body with each fault that its schema says is refused, in the place of what is right there. */
function wrongBodies({ matrix: { contract }, operation }: Refusing, valid: JsonObject): readonly JsonObject[] {
  const schema = contract.operations.get(operation)?.body?.schema
  if (schema === undefined) return []
  return faultsOf(contract, schema).flatMap((fault): readonly JsonObject[] => {
    const [top = ''] = pointerSteps(fault.at)
    const [faulty] = fc.sample(faultyRequests(contract, schema, fault), { numRuns: 1, seed: 1 })
    const { [top]: _, ...rest } = valid
    // what is wrong comes last, after all that is right
    return faulty === undefined
      ? []
      : [Object.hasOwn(faulty.body, top) ? { ...rest, [top]: faulty.body[top] ?? null } : rest]
  })
}

/** The object that an update is about, or the ids of all that a create could have added to. */
async function state(
  trial: Trial,
  { matrix, name, resource, operation }: Refusing,
  { path = {} }: Call,
): Promise<{ readonly state: Json; readonly look: Exchange }> {
  const { contract } = matrix
  if (operation === resource.update) {
    const look = await trial.given(resource.retrieve ?? '', { path })
    return { state: read(look, resource.at) ?? null, look }
  }
  const [[list, declared] = []] = listsOf(contract, name)
  if (list === undefined || declared === undefined)
    throw new Error(`${operation} is refused, but no list shows what it made`)
  const { size, most } = contract.declaration.paging ?? {}
  const look = await trial.given(list, {
    path,
    query: size === undefined || most === undefined ? {} : { [size]: most },
  })
  return { state: idsOf(look, declared, resource), look }
}

function isUnchanged({ refused, before, after, look }: Refused): Judgement {
  // what was accepted, or not understood at all, is for other clauses
  if (refused.response.status < 400 || refused.response.status >= 500) return nothing
  return inExchange(look, differences(before, after, ''))
}
