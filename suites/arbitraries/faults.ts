import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Contract, Schema } from '../model/contract.ts'
import { isObject, pointerStep } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { arbitraryOf } from './from-schema.ts'
import { wrongValue } from './wrong-values.ts'

/** One way to make a request invalid: which keyword of which property is broken, and the clause that refuses it. */
export interface Fault {
  /** JSON Pointer of the property in the body. */
  readonly at: string
  readonly keyword: string
  readonly clause: string
  readonly property: Schema
}

/** Every single fault that a request schema says is refused, in the order of the schema. */
export function faultsOf(contract: Contract, schema: Schema): readonly Fault[] {
  return faultsBelow(contract, schema, String(schema['$id'] ?? ''), '')
}

function faultsBelow(contract: Contract, schema: Schema, base: string, at: string): readonly Fault[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  return Object.entries(properties).flatMap(([name, property]) => {
    const here = `${at}${pointerStep(name)}`
    const target = resolveLocal(contract, property, base)
    const refused = { ...asClauses(target.schema['x-refused']), ...asClauses(property['x-refused']) }
    const own = Object.entries(refused).map(([keyword, clause]) => ({ at: here, keyword, clause, property: { ...target.schema, ...property } }))
    return [...own, ...faultsBelow(contract, target.schema, target.base, here)]
  })
}

function asClauses(value: Json | undefined): Readonly<Record<string, string>> {
  return isObject(value) ? (value as Readonly<Record<string, string>>) : {}
}

function resolveLocal(contract: Contract, schema: Schema, base: string): { readonly schema: Schema; readonly base: string } {
  if (typeof schema['$ref'] !== 'string') return { schema, base }
  const url = new URL(schema['$ref'], base)
  const file = url.href.replace(/#.*$/, '')
  const target = url.hash
    .slice(1)
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((value, step) => (isObject(value) ? value[step] : undefined), contract.schemas.get(file))
  return { schema: isObject(target) ? target : {}, base: file }
}

/** A request with exactly one fault, and the fault; shrinking keeps both the fault and everything else valid. */
export interface FaultyRequest {
  readonly body: JsonObject
  readonly wrong: Json
}

/** Requests that have this one fault and no other. Values are drawn for the encoding in which they will be sent. */
export function faultyRequests(contract: Contract, schema: Schema, fault: Fault): Arbitrary<FaultyRequest> {
  const valid = arbitraryOf(contract, schema, { include: new Set(ancestorsOf(fault.at)) })
  if (fault.keyword === 'required') return valid.map((body) => ({ body: without(body, fault.at) as JsonObject, wrong: null }))
  const wrong = wrongValue(fault.keyword, fault.property, contract.provider.encoding)
  return fc.tuple(valid, wrong).map(([body, value]) => ({ body: replace(body, fault.at, value) as JsonObject, wrong: value }))
}

function ancestorsOf(at: string): readonly string[] {
  const steps = at.split('/').slice(1)
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}`)
}

function without(document: Json, at: string): Json {
  const [step = '', ...rest] = at.split('/').slice(1)
  if (!isObject(document)) return document
  if (rest.length > 0) return { ...document, [step]: without(document[step] ?? null, `/${rest.join('/')}`) }
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== step))
}

function replace(document: Json, at: string, value: Json): Json {
  const [step = '', ...rest] = at.split('/').slice(1)
  const object = isObject(document) ? document : {}
  return { ...object, [step]: rest.length === 0 ? value : replace(object[step] ?? {}, `/${rest.join('/')}`, value) }
}
