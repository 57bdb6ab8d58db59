import fc from 'fast-check'
import type { Contract, Operation, Parameter, Schema } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'

/** A value that a schema gives as an example or a default, or the only one that it allows. */
export function exampleOf(schema: Schema): Json | undefined {
  const { examples, const: only, default: usual } = schema
  return [only, ...(Array.isArray(examples) ? (examples as readonly Json[]) : []), usual].find(
    (one) => one !== undefined,
  )
}

/** One value that a schema allows: its example, or the simplest one that can be drawn. */
export function sampleOf(contract: Contract, schema: Schema, seed = 1): Json {
  const example = exampleOf(schema)
  if (example !== undefined) return example
  return fc.sample(arbitraryOf(contract, schema, { leastOnly: true }), { numRuns: 1, seed })[0] as Json
}

/** Whether it is known how every value of an operation's path is come by. */
export function canArrange(contract: Contract, operation: Operation, under: readonly string[] = []): boolean {
  if (under.includes(operation.id)) return false
  return operation.pathParameters.every((parameter) => {
    if (exampleOf(parameter.schema) !== undefined || Array.isArray(parameter.schema['enum'])) return true
    const maker = makerOf(contract, operation, parameter.name)
    return maker !== undefined && canArrange(contract, maker.operation, [...under, operation.id])
  })
}

/** Path and required query of a call that is meant to succeed, once all that it refers to is there. */
export async function arranged(trial: Trial, operation: Operation): Promise<Call> {
  const { contract } = trial
  const path: Record<string, string> = {}
  for (const parameter of operation.pathParameters)
    path[parameter.name] = String((await valueFor(trial, operation, parameter)) ?? 'unknown')
  const required = operation.queryParameters.filter((parameter) => parameter.required)
  const query = Object.fromEntries(required.map(({ name, schema }) => [name, sampleOf(contract, schema)]))
  return { path, query }
}

/** A whole call that is meant to succeed. */
export async function callOf(trial: Trial, operation: Operation): Promise<Call> {
  const call = await arranged(trial, operation)
  const schema = operation.body?.schema
  if (schema === undefined) return call
  const body = sampleOf(trial.contract, schema)
  return isObject(body) ? { ...call, body } : { ...call, body: JSON.stringify(body) }
}

/** Pointer of a new object's id in the answer of the operation that made it. */
export const idIn = ({ at, id }: Resource): string => `${at}${id}`

async function valueFor(trial: Trial, operation: Operation, { name, schema }: Parameter): Promise<Json | undefined> {
  const maker = makerOf(trial.contract, operation, name)
  if (maker === undefined) return exampleOf(schema) ?? (schema['enum'] as readonly Json[] | undefined)?.[0]
  const made = await trial.given(maker.operation.id, await callOf(trial, maker.operation))
  return valueAt(made.response.json, idIn(maker.resource))
}

interface Maker {
  readonly resource: Resource
  readonly operation: Operation
}

/** The operation that makes what a path parameter names; an operation that makes it takes no part in that. */
function makerOf({ declaration, operations }: Contract, { id }: Operation, parameter: string): Maker | undefined {
  const involved = Object.values(declaration.resources).filter((resource) => resource.parameter === parameter)
  const named = involved.find((one) => [one.retrieve, one.update, one.delete, ...one.act, ...one.views].includes(id))
  const resource = named ?? involved[0]
  const operation = operations.get(resource?.create[0] ?? '')
  return resource === undefined || operation === undefined || operation.id === id ? undefined : { resource, operation }
}
