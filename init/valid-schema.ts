import { Ajv2020 } from 'ajv/dist/2020.js'
import { isObject, pointerSteps } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })

/** A schema without the keywords whose values JSON Schema does not know, such as `required: true`. */
export function validSchema(schema: JsonObject, note: (what: string, where: string) => void): JsonObject {
  if (ajv.validateSchema(schema) === true) return schema
  const copy = JSON.parse(JSON.stringify(schema)) as JsonObject
  for (const { instancePath } of ajv.errors ?? []) {
    const keyword = removed(copy, pointerSteps(instancePath))
    if (keyword !== undefined) note('keywords with a value that JSON Schema does not know are left out', keyword)
  }
  return ajv.validateSchema(copy) === true ? copy : {}
}

/** A schema with those of its examples only that it allows itself: another one is refused for its own fault. */
export function withOwnExamples(
  schema: JsonObject,
  note: (what: string, where: string) => void,
  where: string,
): JsonObject {
  const { examples, ...rest } = schema
  if (!Array.isArray(examples)) return schema
  const isAllowed = ajv.compile(rest)
  const own = (examples as readonly Json[]).filter((example) => isAllowed(example))
  if (own.length < examples.length) note('examples that their own schema does not allow are left out', where)
  return own.length === 0 ? rest : { ...rest, examples: own }
}

/** Takes the innermost keyword away on the way to a place, and says which one it was. */
function removed(schema: JsonObject, steps: readonly string[]): string | undefined {
  const holders: { readonly holder: Record<string, Json>; readonly step: string }[] = []
  let here: unknown = schema
  for (const step of steps) {
    if (isObject(here) && Object.hasOwn(here, step)) holders.push({ holder: here, step })
    else if (!Array.isArray(here)) return undefined
    here = (here as Readonly<Record<string, unknown>>)[step]
  }
  const last = holders.at(-1)
  if (last === undefined) return undefined
  delete last.holder[last.step]
  return last.step
}
