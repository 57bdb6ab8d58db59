import type { Declaration, List, Resource } from '../model/declaration.ts'
import { isObject } from '../model/json.ts'
import { answerHas, hasPlace } from './answer-places.ts'
import type { Declared } from './declared.ts'

/** One sentence on the first thing in a declaration that the rest of the contract does not have, or undefined. */
export function checkDeclaration(declaration: Declaration, declared: Declared): string | undefined {
  for (const problem of problemsIn(declaration, declared)) return problem
  return undefined
}

function* problemsIn(declaration: Declaration, declared: Declared): Generator<string> {
  for (const clause of clausesIn(declaration)) {
    const known = declared.clauses.get(clause)
    if (known === undefined) yield `there is no clause ${clause}.`
    if (known?.excluded !== undefined) yield `the clause ${clause} is excluded.`
  }
  for (const [name, resource] of Object.entries(declaration.resources)) {
    for (const problem of problemsOfResource(resource, declaration, declared)) yield `${name}: ${problem}`
  }
  for (const [operation, list] of Object.entries(declaration.lists)) {
    for (const problem of problemsOfList(operation, list, declaration, declared)) yield `${operation}: ${problem}`
  }
  for (const operation of declaration.keys?.operations ?? []) {
    if (!declared.operations.has(operation)) yield `there is no operation ${operation}.`
  }
}

/** Every clause that is named under `clause` or `clauses`, wherever that stands. */
function clausesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(clausesIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'clause' || name === 'unknown' || name === 'stays') return [String(inner)]
    return ['clauses', 'bodies', 'refusals'].includes(name) && isObject(inner)
      ? Object.values(inner).map(String)
      : clausesIn(inner)
  })
}

function* problemsOfResource(resource: Resource, { resources }: Declaration, declared: Declared): Generator<string> {
  for (const operation of operationsOf(resource)) {
    if (!declared.operations.has(operation)) yield `there is no operation ${operation}.`
  }
  for (const other of [resource.within?.resource, ...resource.relations.map((relation) => relation.resource)]) {
    if (other !== undefined && !Object.hasOwn(resources, other)) yield `there is no resource ${other}.`
  }
  const read = declared.operations.get(resource.retrieve ?? resource.create[0] ?? '')
  const inAnswer = (pointer: string): boolean => answerHas(read, `${resource.at}${pointer}`, declared)
  const pointers = [
    resource.id,
    ...(resource.parties ?? []),
    ...resource.fixed,
    ...resource.moving,
    ...(resource.driven ?? []),
    ...resource.relations.map(({ at }) => at),
  ]
  for (const pointer of pointers) if (!inAnswer(pointer)) yield `its answers have no ${pointer}.`
  for (const { parameter, operation } of parametersOf(resource)) {
    const known = declared.operations.get(operation)?.pathParameters.some(({ name }) => name === parameter)
    if (known === false) yield `${operation} has no path parameter ${parameter}.`
  }
  for (const [operation, pointer] of repeatedIn(resource)) {
    if (!declared.operations.has(operation)) yield `there is no operation ${operation}.`
    if (!inAnswer(pointer)) yield `its answers have no ${pointer}.`
  }
  for (const [operation, writes] of Object.entries(resource.writes)) {
    const body = declared.operations.get(operation)?.body?.schema
    for (const [pointer, property] of writes.flatMap(({ properties }) => Object.entries(properties))) {
      if (body === undefined || !hasPlace(declared, [{ schema: body, base: String(body['$id']) }], pointer))
        yield `${operation} takes no ${pointer}.`
      if (!inAnswer(property.at ?? pointer)) yield `its answers have no ${property.at ?? pointer}.`
    }
  }
}

function repeatedIn({ repeats = {} }: Resource): readonly (readonly [operation: string, pointer: string])[] {
  return Object.entries(repeats).flatMap(([operation, groups]) =>
    groups.flatMap(({ at }) => at.map((pointer) => [operation, pointer] as const)),
  )
}

function operationsOf(resource: Resource): readonly string[] {
  const { create, retrieve, views, update, act, writes, keeps, metadata } = resource
  const single = [retrieve, update, resource.delete, metadata?.create, metadata?.update]
  return [
    ...create,
    ...views,
    ...act,
    ...Object.keys(writes),
    ...Object.keys(resource.results ?? {}),
    ...Object.keys(keeps),
    ...single.filter((operation) => operation !== undefined),
  ]
}

function parametersOf({ parameter, within, create, retrieve, update, delete: removes, act, views }: Resource) {
  const own = [retrieve, update, removes, ...act, ...views].filter((operation) => operation !== undefined)
  return [
    ...(parameter === undefined ? [] : own.map((operation) => ({ parameter, operation }))),
    ...(within === undefined
      ? []
      : [...own, ...create].map((operation) => ({ parameter: within.parameter, operation }))),
  ]
}

function* problemsOfList(name: string, list: List, declaration: Declaration, declared: Declared): Generator<string> {
  const operation = declared.operations.get(name)
  if (operation === undefined) return yield 'there is no such operation.'
  for (const resource of list.of) {
    if (!Object.hasOwn(declaration.resources, resource)) yield `there is no resource ${resource}.`
  }
  const { paging } = declaration
  const queries = list.sorts.flatMap(({ query }) => Object.values(query)).flatMap(Object.keys)
  const names = [...queries, ...list.filters.map(({ parameter }) => parameter)]
  for (const parameter of names) {
    if (!operation.queryParameters.some((known) => known.name === parameter))
      yield `it has no query parameter ${parameter}.`
  }
  const isJudged = Object.keys(list.clauses).length > 0
  if (paging === undefined && !isJudged) yield 'the declaration says nothing about paging.'
  const properties = [
    ...list.filters.flatMap((filter) => filter.properties),
    ...list.sorts.map(({ by }) => by),
    ...(list.order?.by === undefined ? [] : [list.order.by]),
  ]
  for (const pointer of properties) {
    const isThere = list.items.some((items) => answerHas(operation, `${items}/0${pointer}`, declared))
    if (!isThere) yield `its items have no ${pointer}.`
  }
}
