/** Any JSON value, as parsed from a body. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property that an object has of its own: a name that a target chose may be one that every object inherits. */
export function ownValue<Value>(object: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Every object in a value, itself included, the outer ones first. */
export function objectsIn(value: Json): readonly JsonObject[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(objectsIn)
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

/** The value at a JSON Pointer (RFC 6901), also one of a URI fragment, or undefined where the path leads nowhere. */
export function valueAt(document: Json | undefined, pointer: string): Json | undefined {
  let value = document
  for (const step of pointerSteps(pointer)) {
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(step)]
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }
  return value
}

/** Pointers that were read; a contract has hundreds of them, and each is followed in every exchange. */
const read = new Map<string, readonly string[]>()
const mostRead = 5_000

/** The names and numbers that a JSON Pointer leads along; before the first of them can be the `#` of a URI fragment. */
export function pointerSteps(pointer: string): readonly string[] {
  const known = read.get(pointer)
  if (known !== undefined) return known
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  // a target can choose any number of names
  if (read.size >= mostRead) read.clear()
  read.set(pointer, steps)
  return steps
}

/** A property name as one JSON Pointer step. */
export function pointerStep(name: string | number): string {
  const step = String(name)
  return /[~/]/.test(step) ? `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${step}`
}

/** Two JSON values are the same value, whatever the order of their properties. `alike` may call other pairs the same, too. */
export function sameJson(
  left: Json | undefined,
  right: Json | undefined,
  alike?: (left: Json | undefined, right: Json | undefined) => boolean,
): boolean {
  if (left === right || alike?.(left, right) === true) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index], alike))
  }
  if (!isObject(left) || !isObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key], alike))
  )
}
