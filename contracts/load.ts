import { createHash } from 'node:crypto'
import type { Clause } from '../model/clause.ts'
import type { Contract, Operation, Provider, Schema } from '../model/contract.ts'
import { isObject } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import { readSchemas } from '../schemas/read.ts'
import type { Declaration } from '../model/declaration.ts'
import { readClauses } from './clauses.ts'
import { readCompiled } from './compiled.ts'
import { readDeclaration } from './declaration.ts'
import { ContractError } from '../schemas/contract-error.ts'
import { firstLine } from '../schemas/first-line.ts'
import { placesOf } from './places.ts'
import { operationsOf, readDescription, serversOf } from './openapi.ts'

/** What a process has loaded; what belongs to a contract, such as its compiled schemas, is made once with it. */
const loaded = new WeakMap<Provider, Contract>()

/** Loads all that a provider promises and checks that every clause id named anywhere exists; a provider of the user's own anew each time. */
export function loadContract(provider: Provider): Contract {
  if (provider.own !== undefined) return checkedContract(provider)
  const contract = loaded.get(provider) ?? readCompiled(provider) ?? checkedContract(provider)
  loaded.set(provider, contract)
  return contract
}

function checkedContract(provider: Provider): Contract {
  try {
    return readContract(provider)
  } catch (thrown) {
    // a file that is missing or is not as it was written: the first line says what is wrong
    if (thrown instanceof ContractError) throw thrown
    throw new ContractError(
      `${provider.own?.named ?? `contracts/${provider.name}`} cannot be read: ${firstLine(thrown)}`,
    )
  }
}

/** Reads a contract from its files, whether or not it was compiled. */
export function readContract(provider: Provider): Contract {
  const place = placesOf(provider)
  const clauses = readClauses(provider.name, place.clauses)
  const schemas = readSchemas(provider.name, place.schemas)
  const described = readDescription(provider.name, place.description)
  const operations = operationsOf(described, provider.name, schemas)
  const named = [
    ...clausesNamedBySchemas(schemas),
    ...[...operations.values()].map(({ id, clause }) => ({ clause, by: id })),
    ...[...clauses.values()].flatMap(({ id, standsOn }) => standsOn.map((clause) => ({ clause, by: id }))),
    ...Object.values(provider.change).map((clause) => ({ clause: String(clause), by: 'provider.ts' })),
  ]
  for (const { clause, by } of named) {
    if (!clauses.has(clause)) throw new ContractError(`${by} names the clause ${clause}, which does not exist.`)
  }
  const declaration = readDeclaration(
    { provider: provider.name, isOwn: provider.own !== undefined, clauses, operations, schemas },
    place.declaration,
  )
  return {
    provider,
    clauses,
    operations,
    servers: serversOf(described),
    schemas,
    declaration,
    hash: hashOf(clauses, operations, schemas, declaration),
  }
}

/** Every clause that a schema names, and where. */
export function clausesNamedBySchemas(schemas: ReadonlyMap<string, Schema>): readonly NamedClause[] {
  return [...schemas].flatMap(([by, schema]) => clausesNamedIn(schema).map((named) => ({ ...named, by })))
}

interface NamedClause {
  readonly clause: string
  /** `answer` where an answer is held against it, `request` where a request that breaks it is refused. */
  readonly side: 'answer' | 'request'
  readonly by: string
}

function clausesNamedIn(value: Json): readonly Omit<NamedClause, 'by'>[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(clausesNamedIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([keyword, inner]) => {
    if (keyword === 'x-clause' && typeof inner === 'string') return [{ clause: inner, side: 'answer' as const }]
    if (keyword === 'x-readings' && isObject(inner))
      return [{ clause: String(inner['clause']), side: 'answer' as const }]
    if (keyword === 'x-refused' && isObject(inner)) {
      return Object.values(inner).map((clause) => ({ clause: String(clause), side: 'request' as const }))
    }
    return clausesNamedIn(inner)
  })
}

function hashOf(
  clauses: ReadonlyMap<string, Clause>,
  operations: ReadonlyMap<string, Operation>,
  schemas: ReadonlyMap<string, Schema>,
  declaration: Declaration,
): string {
  const text = JSON.stringify([[...clauses.values()], [...operations.values()], [...schemas.values()], declaration])
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
