import type { Resource, Write, WrittenProperty } from '../../model/declaration.ts'
import { isObject, pointerSteps, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'

/** Every property that an operation takes over into its resource, by its JSON Pointer in the body. */
export function writtenBy({ writes }: Resource, operation: string): Readonly<Record<string, WrittenProperty>> {
  return Object.assign({}, ...(writes[operation] ?? []).map(({ properties }: Write) => properties))
}

/** A value that nobody objects to; a text or an address is new with each call. */
export function plainValue({ kind, least = 1, values = [] }: WrittenProperty, trial: Pick<Trial, 'unique'>): Json {
  switch (kind) {
    case 'text':
    case 'label':
      return trial.unique('Text ')
    case 'word':
      return 'Sample'
    case 'email':
      return `${trial.unique('ada.').toLowerCase()}@example.com`
    case 'integer':
      return least
    case 'decimal':
      return '1.00'
    case 'flag':
      return false
    case 'choice':
      return values[0] ?? null
    case 'url':
      return `https://shop.example/${trial.unique('page')}`
  }
}

/** Another valid value than this one. */
export function otherValue({ kind, values = [] }: WrittenProperty, value: Json): Json {
  switch (kind) {
    case 'integer':
      return Number(value) + 1
    case 'decimal':
      return '2.00'
    case 'flag':
      return value !== true
    case 'choice':
      return values.find((other) => other !== value) ?? value
    case 'email':
      return `other.${String(value)}`
    default:
      return `${String(value)}x`
  }
}

/** A body in which the value at a JSON Pointer is this one; what leads there is made where it is missing. */
export function withValue(body: Json | undefined, pointer: string, value: Json): JsonObject {
  const [step = '', ...rest] = pointerSteps(pointer)
  const object = isObject(body) ? body : {}
  if (rest.length === 0) return { ...object, [step]: value }
  return { ...object, [step]: withValue(object[step], `/${rest.join('/')}`, value) }
}

/** A call whose body has a plain value for every property that the operation takes over, unless it has one already. */
export function filledCall(call: Call, properties: Readonly<Record<string, WrittenProperty>>, trial: Trial): Call {
  const body = Object.entries(properties).reduce<JsonObject>(
    (filled, [pointer, property]) =>
      valueAt(filled, pointer) === undefined ? withValue(filled, pointer, plainValue(property, trial)) : filled,
    bodyOf(call),
  )
  return Object.keys(body).length === 0 ? call : { ...call, body }
}

/** The body of a call as an object. */
export function bodyOf({ body }: Call): JsonObject {
  return isObject(body) ? body : {}
}
