import type { WrittenProperty } from '../model/declaration.ts'
import { isObject, pointerStep, pointerSteps } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import type { Described } from './operations.ts'
import { flattened } from './request-schema.ts'
import { propertiesAt, successOf } from './properties.ts'
import type { Guessed } from './resources.ts'

export type Written = Readonly<Record<string, WrittenProperty>>

/** What a request takes over into its resource: properties of the same name and type in its body and in what is read. */
export function writtenBy(
  document: Document,
  operation: Described,
  { resource }: Guessed,
  readers: readonly Described[],
): Written {
  if (operation.body === undefined) return {}
  const shown = readers.map((one) => propertiesAt(document, successOf(one), resource.at))
  const body = propertiesOf(flattened(document, operation.body.schema))
  // a body is the resource itself, or has it where answers have it
  const step = pointerSteps(resource.at)[0]
  const inner = step === undefined ? {} : propertiesOf(body[step])
  return { ...found(body, ''), ...(step === undefined ? {} : found(inner, pointerStep(step))) }

  function found(properties: JsonObject, below: string): Written {
    return Object.fromEntries(
      Object.entries(properties).flatMap(([name, schema]) => {
        const kind =
          isObject(schema) && shown.every((one) => isSame(schema, one[name])) ? kindOf(name, schema) : undefined
        const at = pointerStep(name)
        if (kind === undefined) return []
        return [[`${below}${at}`, { ...kind, ...(below === '' ? {} : { at }) }] as const]
      }),
    )
  }

  function isSame(schema: JsonObject, answer: Json | undefined): boolean {
    const target = flattened(document, answer)
    return answer !== undefined && typeOf(schema) !== undefined && typeOf(schema) === typeOf(target)
  }
}

const propertiesOf = (schema: Json | undefined): JsonObject =>
  isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {}

/** The type of a value that is not null, where there is one alone. */
function typeOf({ type }: JsonObject): string | undefined {
  const types = ([type].flat() as readonly Json[]).filter((one) => one !== 'null')
  return types.length === 1 && typeof types[0] === 'string' ? types[0] : undefined
}

/** Names of what is not shown as it was sent, has to name something that is there, or is set by the server. */
const isPeculiar = (name: string): boolean =>
  /password|secret|token|cvc|cvv|iban|card|number|key|hash|signature|status|state|version|created|updated/i.test(
    name,
  ) || /(^|[_-])(id|at|pin)$|(Id|ID|At)$/.test(name)

function kindOf(name: string, schema: JsonObject): WrittenProperty | undefined {
  const { format, pattern, multipleOf } = schema
  if (isPeculiar(name)) return undefined
  if (Array.isArray(schema['enum'])) {
    const values = (schema['enum'] as readonly Json[]).filter((one) => typeof one === 'string')
    return values.length === 0 ? undefined : { kind: 'choice', values: [...new Set(values)] }
  }
  switch (typeOf(schema)) {
    case 'boolean':
      return { kind: 'flag' }
    case 'integer':
      return multipleOf === undefined ? numberOf(schema) : undefined
    case 'string': {
      const most = limitOf(schema['maxLength'])
      const limit = most === undefined ? {} : { most }
      if (pattern !== undefined || (limitOf(schema['minLength']) ?? 0) > 8 || (most ?? shortest) < shortest)
        return undefined
      if (format === undefined) return { kind: 'label', ...limit }
      return format === 'email' ? { kind: 'email' } : undefined
    }
    default:
      return undefined
  }
}

/** The values that are sent are new with each call, and take so many characters. */
const shortest = 40

function numberOf(schema: JsonObject): WrittenProperty {
  const least = limitOf(schema['minimum']) ?? above(limitOf(schema['exclusiveMinimum']))
  const most = limitOf(schema['maximum'])
  const from = least ?? 1
  return {
    kind: 'integer',
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(most === undefined ? { values: [from, from + 249] } : {}),
  }
}

const above = (bound: number | undefined): number | undefined => (bound === undefined ? undefined : bound + 1)
const limitOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
