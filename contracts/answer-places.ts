import type { Contract, Operation, Schema } from '../model/contract.ts'
import { isObject, pointerSteps } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import { applying } from '../model/reference.ts'
import type { Referred } from '../model/reference.ts'

type Described = Pick<Contract, 'schemas'>

/** Whether a success of an operation can have a place. */
export function answerHas(operation: Operation | undefined, pointer: string, declared: Described): boolean {
  const answers = Object.entries(operation?.answers ?? {}).filter(([status]) => status.startsWith('2'))
  return answers.some(([, id]) => {
    const schema = typeof id === 'string' ? declared.schemas.get(id) : undefined
    return schema !== undefined && hasPlace(declared, [{ schema, base: String(id) }], pointer)
  })
}

/** Whether schemas know a place; a number in the pointer is any item of an array. */
export function hasPlace({ schemas }: Described, roots: readonly Referred[], pointer: string): boolean {
  let here = applying(schemas, roots)
  for (const step of pointerSteps(pointer)) {
    const next = here.flatMap(({ schema, base }) => below(schema, step).map((inner) => ({ schema: inner, base })))
    here = applying(schemas, next)
  }
  return here.length > 0
}

function below(schema: Schema, step: string): readonly Json[] {
  const properties = schema['properties']
  const named = isObject(properties) && Object.hasOwn(properties, step) ? [properties[step] as Json] : []
  return /^\d+$/.test(step) && schema['items'] !== undefined ? [...named, schema['items']] : named
}
