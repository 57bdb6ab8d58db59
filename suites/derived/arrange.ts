import fc from 'fast-check'
import type { Contract, Operation, Parameter, Schema } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, pointerStep, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { uuidOf } from '../vocabulary/uuid.ts'
import { makerOf } from './maker.ts'
import type { Maker } from './maker.ts'

/** A value that a schema gives as an example or a default, or the only one that it allows. */
export function exampleOf(schema: Schema): Json | undefined {
  const { examples, const: only, default: usual } = schema
  return [only, ...(Array.isArray(examples) ? (examples as readonly Json[]) : []), usual].find(
    (one) => one !== undefined,
  )
}

/** One value that a schema allows: its example, or the simplest one that can be drawn. */
export function sampleOf(contract: Contract, schema: Schema): Json {
  const sample = exampleOf(schema) ?? drawn(contract, schema, 1)
  if (!isObject(sample) || Object.keys(sample).length > 0 || !isObject(schema['properties'])) return sample
  // nothing at all is refused more often than not
  const [first] = Object.keys(schema['properties'])
  return first === undefined ? sample : drawn(contract, schema, 1, new Set([pointerStep(first)]))
}

function drawn(contract: Contract, schema: Schema, seed: number, include = new Set<string>()): Json {
  return fc.sample(arbitraryOf(contract, schema, { leastOnly: true, include }), { numRuns: 1, seed })[0] as Json
}

/** Where a value of a path comes from: an object that is made on the way, or an example, which the target need not have. */
type Origin = Maker | 'example'

function originOf(contract: Contract, operation: Operation, parameter: Parameter): Origin | undefined {
  return originIn(contract, operation, parameter, [operation.id])
}

function originIn(
  contract: Contract,
  operation: Operation,
  { name, schema }: Parameter,
  under: readonly string[],
): Origin | undefined {
  const maker = makerOf(contract, operation, name)
  if (maker !== undefined && !under.includes(maker.operation.id)) {
    const chain = [...under, maker.operation.id]
    const inner = maker.operation.pathParameters
    if (inner.every((parameter) => originIn(contract, maker.operation, parameter, chain) !== undefined)) return maker
  }
  return exampleOf(schema) !== undefined || Array.isArray(schema['enum']) ? 'example' : undefined
}

/** Whether it is known how every value of an operation's path is come by. */
export function canArrange(contract: Contract, operation: Operation): boolean {
  return operation.pathParameters.every((parameter) => originOf(contract, operation, parameter) !== undefined)
}

/** Whether all that an operation's path names is made on the way, and at once, so that it is there. */
export function isMade(contract: Contract, operation: Operation): boolean {
  return operation.pathParameters.every((parameter) => {
    const origin = originOf(contract, operation, parameter)
    return origin !== undefined && origin !== 'example' && !Object.hasOwn(origin.operation.answers, '202')
  })
}

/** The required query of an operation; several values of one parameter are joined by commas. */
export function requiredQuery(contract: Contract, { queryParameters }: Operation): JsonObject {
  const required = queryParameters.filter((parameter) => parameter.required)
  return Object.fromEntries(
    required.map(({ name, schema }) => {
      const value = sampleOf(contract, schema)
      return [name, Array.isArray(value) ? value.join(',') : value]
    }),
  )
}

/** Path and required query of a call that is meant to succeed, once all that it refers to is there. */
export async function arranged(trial: Trial, operation: Operation): Promise<Call> {
  const path: Record<string, string> = {}
  // what is made below another object is found below it: the path of its making holds here, too
  for (const parameter of operation.pathParameters.toReversed())
    if (path[parameter.name] === undefined) Object.assign(path, await valuesFor(trial, operation, parameter))
  return { path, query: requiredQuery(trial.contract, operation), ...underKey(trial, operation) }
}

/** Requests that can be repeated under a key have one, which some have to have. */
export function underKey(trial: Trial, { id }: Operation): Pick<Call, 'idempotencyKey'> {
  const { keys } = trial.contract.declaration
  return keys?.operations.includes(id) === true ? { idempotencyKey: uuidOf(trial.unique('key')) } : {}
}

/** Those of the values of a path that an operation's path takes. */
export function pathOf({ pathParameters }: Operation, path: NonNullable<Call['path']>): NonNullable<Call['path']> {
  return Object.fromEntries(Object.entries(path).filter(([name]) => pathParameters.some((one) => one.name === name)))
}

async function valuesFor(
  trial: Trial,
  operation: Operation,
  parameter: Parameter,
): Promise<Readonly<Record<string, string>>> {
  const origin = originOf(trial.contract, operation, parameter)
  const { name, schema } = parameter
  if (origin === undefined || origin === 'example')
    return { [name]: String(exampleOf(schema) ?? (schema['enum'] as readonly Json[] | undefined)?.[0] ?? 'unknown') }
  const { call, exchange } = await madeBy(trial, origin.operation)
  return { ...pathOf(operation, call.path ?? {}), [name]: idIn(exchange, origin.resource) }
}

/** A whole call that is meant to succeed. */
export async function callOf(trial: Trial, operation: Operation): Promise<Call> {
  const call = await arranged(trial, operation)
  const schema = operation.body?.schema
  return schema === undefined ? call : withBody(call, sampleOf(trial.contract, schema))
}

/** A body that is no object is sent as its JSON. */
export function withBody(call: Call, body: Json): Call {
  return { ...call, body: isObject(body) ? body : JSON.stringify(body) }
}

/** An object that an operation made, by the same call as one before: of the example, or of other values where that is refused, as a second one of the same name is. */
export async function madeBy(
  trial: Trial,
  operation: Operation,
  before?: Call,
): Promise<{ call: Call; exchange: Exchange }> {
  const call = before === undefined ? await callOf(trial, operation) : { ...before, ...underKey(trial, operation) }
  const schema = operation.body?.schema
  if (schema === undefined) return { call, exchange: await trial.given(operation.id, call) }
  const first = await trial.call(operation.id, call)
  if (first.response.status < 300) return { call, exchange: first }
  const other = withBody(
    { ...call, ...underKey(trial, operation) },
    drawn(trial.contract, schema, numberOf(trial.unique('drawn'))),
  )
  return { call: other, exchange: await trial.given(operation.id, other) }
}

/** A number for a text, as a seed. */
const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7)

/** Pointer of a new object's id in the answer of the operation that made it. */
export const idPointer = ({ at, id }: Resource): string => `${at}${id}`

export const idIn = ({ response }: Exchange, resource: Resource): string =>
  String(valueAt(response.json, idPointer(resource)) ?? 'unknown')
