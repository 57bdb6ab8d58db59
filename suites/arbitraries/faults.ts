import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Contract, Schema } from '../../model/contract.ts'
import { isObject, pointerStep } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { resolve } from '../../model/reference.ts'
import { arbitraryOf } from './from-schema.ts'
import { firstWrongValues, fractionsOf, wrongValue } from './wrong-values.ts'

/** One way to make a request invalid: which keyword of which property is broken, and the clause that refuses it. */
export interface Fault {
  /** JSON Pointer of the property in the body. */
  readonly at: string
  readonly keyword: string
  readonly clause: string
  readonly property: Schema
}

/** Clauses by the keyword whose violation they refuse. */
type Clauses = Readonly<Record<string, string>>

/** Every single fault that a request schema says is refused, in the order of the schema. */
export function faultsOf(contract: Contract, schema: Schema): readonly Fault[] {
  return faultsBelow(contract, schema, String(schema['$id']), '')
}

function faultsBelow(contract: Contract, schema: Schema, base: string, at: string): readonly Fault[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  return Object.entries(properties).flatMap(([name, property]) => {
    const here = `${at}${pointerStep(name)}`
    const target = resolve(contract.schemas, property, base)
    const refused = {
      ...(target.schema['x-refused'] as Clauses | undefined),
      ...(property['x-refused'] as Clauses | undefined),
    }
    const own = Object.entries(refused).map(([keyword, clause]) => ({
      at: here,
      keyword,
      clause,
      property: { ...target.schema, ...property },
    }))
    return [...own, ...faultsBelow(contract, target.schema, target.base, here)]
  })
}

/** A request with exactly one fault, and the fault; shrinking keeps both the fault and everything else valid. */
export interface FaultyRequest {
  readonly body: JsonObject
  /** The same request without the fault. */
  readonly sound: JsonObject
  readonly wrong: Json
}

/** Requests that have this one fault and no other. Values are drawn for the encoding in which they will be sent. */
export function faultyRequests(contract: Contract, schema: Schema, fault: Fault): Arbitrary<FaultyRequest> {
  const steps = fault.at.split('/').slice(1)
  const valid = arbitraryOf(contract, schema, { include: ancestorsOf(steps) })
  if (fault.keyword === 'required')
    return valid.map((body) => ({
      body: without(body, steps) as JsonObject,
      sound: body as JsonObject,
      wrong: null,
    }))
  const wrong = wrongValue(fault.keyword, fault.property, contract.provider.encoding)
  return fc.tuple(valid, wrong).map(([body, value]) => ({
    body: replace(body, steps, value) as JsonObject,
    sound: body as JsonObject,
    wrong: value,
  }))
}

/** Requests with the first values beyond the limit that the fault is about, if it is about one, and no other fault. */
export function firstFaultyRequests(contract: Contract, schema: Schema, fault: Fault): readonly FaultyRequest[] {
  const steps = fault.at.split('/').slice(1)
  // in a form everything is text
  const isText = fault.keyword === 'type' && contract.provider.encoding === 'form'
  const wrong = isText ? fractionsOf(fault.property) : firstWrongValues(fault.keyword, fault.property)
  const valid = arbitraryOf(contract, schema, { include: ancestorsOf(steps), leastOnly: true })
  return fc.sample(valid, { numRuns: wrong.length, seed: 1 }).map((body, index) => ({
    body: replace(body, steps, wrong[index] as Json) as JsonObject,
    sound: body as JsonObject,
    wrong: wrong[index] as Json,
  }))
}

/** Pointers of a property and of all that it is in. */
function ancestorsOf(steps: readonly string[]): ReadonlySet<string> {
  // Stryker disable next-line ArithmeticOperator: the property itself is replaced anyway, but without it a seed would draw something else
  return new Set(steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}`))
}

function without(document: Json | undefined, [step, ...rest]: readonly string[]): Json {
  const properties = Object.entries(isObject(document) ? document : {})
  if (rest.length === 0) return Object.fromEntries(properties.filter(([name]) => name !== step))
  return Object.fromEntries(properties.map(([name, value]) => [name, name === step ? without(value, rest) : value]))
}

function replace(document: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value
  const object = isObject(document) ? document : {}
  return { ...object, [step]: replace(object[step], rest, value) }
}
