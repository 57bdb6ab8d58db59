import type { Contract, Operation } from '../../model/contract.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { unobservable } from '../../model/judgement.ts'
import type { Call } from '../../model/trial.ts'
import type { Scene, Scenes } from '../laws/matrix.ts'
import { filledCall, writtenBy } from '../laws/written-values.ts'
import { callOf, canArrange } from './arrange.ts'
import { notFound } from './refusal.ts'

/** How the laws of the matrix bring about what they judge, where a description alone says how to call, and what updates send. */
export function scenesOf(contract: Contract, sends: 'all' | 'the least'): Scenes {
  const { declaration, operations } = contract
  const updated = (id: string) => Object.values(declaration.resources).find(({ update }) => update === id)
  const callable = [...operations.values()].filter((operation) => canArrange(contract, operation))
  return {
    calls: Object.fromEntries(
      callable.map((operation): [string, Scene] => [
        operation.id,
        async (trial) => {
          const call = await callOf(trial, operation)
          const resource = updated(operation.id)
          if (resource === undefined) return call
          return sends === 'the least'
            ? withLeast(call, operation)
            : filledCall(call, writtenBy(resource, operation.id), trial)
        },
      ]),
    ),
    refusals: {
      unknown: notFound,
      documented: ({ response }) => unobservable(`the request is refused with ${response.status}`),
    },
  }
}

/** The call with the required properties alone, so that what an update leaves out shows. */
function withLeast(call: Call, { body }: Operation): Call {
  const required = (body?.schema['required'] ?? []) as readonly Json[]
  if (!isObject(call.body)) return call
  return { ...call, body: Object.fromEntries(Object.entries(call.body).filter(([name]) => required.includes(name))) }
}
