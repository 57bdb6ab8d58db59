import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Contract, Schema } from '../../model/contract.ts'
import { isObject, pointerStep } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { resolve } from '../../model/reference.ts'
import { stringOf } from './strings.ts'

/** How values are drawn. */
export interface Drawing {
  readonly schemas: ReadonlyMap<string, Schema>
  /** `$id` of the schema that references are relative to. */
  readonly base: string
  /** JSON Pointers of optional properties that have to be there. */
  readonly include: ReadonlySet<string>
  /** Optional properties are left out altogether, but for those included. */
  readonly leastOnly: boolean
}

/** Values of a request or answer schema of a contract; a reference to another object stands as `reference:<kind>`. */
export function arbitraryOf(
  contract: Contract,
  schema: Schema,
  options: Partial<Pick<Drawing, 'include' | 'leastOnly'>> = {},
): Arbitrary<Json> {
  const drawing = {
    schemas: contract.schemas,
    base: String(schema['$id']),
    include: new Set<string>(),
    leastOnly: false,
    ...options,
  }
  return draw(schema, drawing, '')
}

/** Replaces `reference:<kind>` by the id of an object that exists, or by what stands for one. */
export function fillReferences<Value extends Json>(value: Value, ids: Readonly<Record<string, Json>>): Value {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => {
    const kind =
      typeof inner === 'string' && inner.startsWith('reference:') ? inner.slice('reference:'.length) : undefined
    return kind === undefined ? inner : (ids[kind] ?? inner)
  }) as Value
}

function draw(schema: Schema, drawing: Drawing, at: string): Arbitrary<Json> {
  const target = resolve(drawing.schemas, schema, drawing.base)
  const kind = schema['x-reference'] ?? target.schema['x-reference']
  return kind === undefined
    ? drawResolved(target.schema, { ...drawing, base: target.base }, at)
    : fc.constant(`reference:${String(kind)}`)
}

function drawResolved(schema: Schema, drawing: Drawing, at: string): Arbitrary<Json> {
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as readonly Json[]))
  if (Array.isArray(schema['x-open-enum'])) return fc.constantFrom(...(schema['x-open-enum'] as readonly Json[]))
  const branches = (schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => draw(merge(schema, branch), drawing, at)))
  if (Array.isArray(schema['allOf'])) {
    const parts = (schema['allOf'] as readonly Schema[]).map(
      (part) => resolve(drawing.schemas, part, drawing.base).schema,
    )
    return draw(parts.reduce(merge, schema), drawing, at)
  }
  return drawType(schema, drawing, at)
}

/** Two schemas that hold at once; a branch's own keywords win. */
function merge(left: Schema, right: Schema): Schema {
  const { anyOf: _any, oneOf: _one, allOf: _all, ...rest } = left
  const required = [...((left['required'] ?? []) as readonly Json[]), ...((right['required'] ?? []) as readonly Json[])]
  const properties = { ...(left['properties'] as Schema | undefined), ...(right['properties'] as Schema | undefined) }
  return {
    ...rest,
    ...right,
    required,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  }
}

function drawType(schema: Schema, drawing: Drawing, at: string): Arbitrary<Json> {
  const type = schema['type']
  if (Array.isArray(type))
    return fc.oneof(...type.map((one) => drawType({ ...schema, type: one as string }, drawing, at)))
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return integerOf(schema)
    case 'number':
      return decimalOf(schema)
    case 'array':
      return arrayOf(schema, drawing, at)
    case 'object':
      return objectOf(schema, drawing, at)
    case 'string':
      return stringOf(schema)
    default:
      return schema['properties'] === undefined ? fc.constant('anything') : objectOf(schema, drawing, at)
  }
}

function integerOf(schema: Schema): Arbitrary<Json> {
  const step = numberOr(schema['multipleOf'], 1)
  const min = Math.ceil(numberOr(schema['minimum'], numberOr(schema['exclusiveMinimum'], -1e6 - 1) + 1) / step)
  const max = Math.floor(numberOr(schema['maximum'], numberOr(schema['exclusiveMaximum'], 1e6 + 1) - 1) / step)
  return fc.integer({ min, max }).map((count) => count * step)
}

/** Decimals with at most two places, which binary fractions and text keep apart from one another. */
function decimalOf(schema: Schema): Arbitrary<Json> {
  if (Number.isInteger(schema['multipleOf'])) return integerOf(schema)
  const min = Math.ceil(numberOr(schema['minimum'], numberOr(schema['exclusiveMinimum'], -10_000.01) + 0.01) * 100)
  const max = Math.floor(numberOr(schema['maximum'], numberOr(schema['exclusiveMaximum'], 10_000.01) - 0.01) * 100)
  return fc.integer({ min, max }).map((hundredths) => hundredths / 100)
}

function arrayOf(schema: Schema, drawing: Drawing, at: string): Arbitrary<Json> {
  const item = draw((schema['items'] as Schema | undefined) ?? { type: 'string' }, drawing, `${at}/*`)
  const bounds = {
    minLength: numberOr(schema['minItems'], 0),
    maxLength: numberOr(schema['maxItems'], numberOr(schema['minItems'], 0) + 3),
  }
  return schema['uniqueItems'] === true
    ? fc.uniqueArray(item, { ...bounds, selector: (value) => JSON.stringify(value) })
    : fc.array(item, bounds)
}

function objectOf(schema: Schema, drawing: Drawing, at: string): Arbitrary<Json> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = new Set((schema['required'] ?? []) as readonly string[])
  const needed = Object.keys(properties).filter(
    (name) => required.has(name) || drawing.include.has(`${at}${pointerStep(name)}`),
  )
  const wanted = [...needed, ...missing(schema, properties, needed)]
  const kept = Object.entries(properties).filter(
    ([name, property]) => wanted.includes(name) || (!drawing.leastOnly && property['x-drawn'] !== false),
  )
  const model = Object.fromEntries(
    kept.map(([name, property]) => [name, draw(property, drawing, `${at}${pointerStep(name)}`)]),
  )
  const fixed = fc.record(model, { requiredKeys: wanted }) as Arbitrary<Json>
  const others = schema['additionalProperties']
  if (!isObject(others)) return fixed
  const bounds = { minKeys: numberOr(schema['minProperties'], 0), maxKeys: numberOr(schema['maxProperties'], 4) }
  const name = stringOf((schema['propertyNames'] as Schema | undefined) ?? { minLength: 1, maxLength: 20 })
  // Stryker disable next-line BooleanLiteral: the prototype is lost below, but one more choice would change what a seed draws
  const free = fc.dictionary(name, draw(others, drawing, `${at}/*`), { ...bounds, noNullPrototype: true })
  return fc.tuple(fixed, free).map(([own, more]) => ({ ...more, ...(own as Schema) }))
}

/** As many further properties as there have to be, where nothing else can stand for them. */
function missing(schema: Schema, properties: Schema, needed: readonly string[]): readonly string[] {
  if (isObject(schema['additionalProperties'])) return []
  const count = Math.max(0, numberOr(schema['minProperties'], 0) - needed.length)
  return Object.keys(properties)
    .filter((name) => !needed.includes(name))
    .slice(0, count)
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
