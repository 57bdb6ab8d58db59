import { isObject, valueAt } from '../model/json.ts'
import type { JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { kebabOf } from './names.ts'
import type { Described } from './operations.ts'

/** A resource as names and shapes tell it, and what was concluded from what. */
export interface Guessed {
  readonly name: string
  readonly resource: {
    readonly at: string
    readonly id: string
    readonly parameter?: string
    readonly create: readonly string[]
    readonly retrieve?: string
    readonly update?: string
    readonly delete?: string
    readonly fixed: readonly string[]
  }
  readonly because: string
}

/** Resources: a path that ends in a parameter is one object, the path before it the collection that it is made in. */
export function resourcesIn(document: Document, operations: readonly Described[]): readonly Guessed[] {
  const items = [...new Set(operations.map(({ path }) => path))].filter((path) => /\/\{[^}]+\}\/?$/.test(path))
  return items.flatMap((path) => guess(document, operations, path) ?? [])
}

function guess(document: Document, operations: readonly Described[], path: string): Guessed | undefined {
  const [, collection = '', parameter = ''] = /^(.*)\/\{([^}]+)\}\/?$/.exec(path) ?? []
  const at = (where: string, method: string) =>
    operations.find((one) => one.path.replace(/\/$/, '') === where.replace(/\/$/, '') && one.method === method)
  const create = at(collection, 'post')
  const retrieve = at(path, 'get')
  const answered = create ?? retrieve
  if (answered === undefined || (create === undefined && retrieve === undefined)) return undefined
  const place = idIn(document, answered, parameter)
  if (place === undefined) {
    if (create !== undefined)
      document.note(`${path}: nothing in the answer of ${create.id} looks like its id; it is not created on the way.`)
    return undefined
  }
  const update = at(path, 'patch') ?? at(path, 'put') ?? at(path, 'post')
  const remove = at(path, 'delete')
  return {
    name: kebabOf(singular(collection.split('/').at(-1) ?? 'object')),
    resource: {
      ...place,
      parameter,
      create: create === undefined ? [] : [create.id],
      ...(retrieve === undefined ? {} : { retrieve: retrieve.id }),
      ...(update === undefined ? {} : { update: update.id }),
      ...(remove === undefined ? {} : { delete: remove.id }),
      fixed: [place.id],
    },
    because: `${path} ends in {${parameter}}; ${answered.id} answers with ${place.at}${place.id}`,
  }
}

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')

/** Where the answer of a success has the id: `id`, the parameter's own name, or either below one enclosing property. */
function idIn(document: Document, operation: Described, parameter: string): { at: string; id: string } | undefined {
  const success = Object.entries(operation.answers).find(
    ([status, { schema }]) => status.startsWith('2') && schema !== undefined,
  )
  const schema = success?.[1].schema
  const properties = propertiesOf(document, schema as JsonObject)
  const names = [parameter, 'id', 'uuid', parameter.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
  const own = names.find((name) => Object.hasOwn(properties, name))
  if (own !== undefined) return { at: '', id: `/${own}` }
  for (const [outer, property] of Object.entries(properties)) {
    const inner = propertiesOf(document, property as JsonObject)
    const found = names.find((name) => Object.hasOwn(inner, name))
    if (found !== undefined) return { at: `/${outer}`, id: `/${found}` }
  }
  return undefined
}

function propertiesOf(document: Document, schema: JsonObject | undefined): JsonObject {
  const target = document.follow(schema)
  if (!isObject(target)) return {}
  const parts = Array.isArray(target['allOf']) ? (target['allOf'] as readonly JsonObject[]) : []
  return Object.assign(
    {},
    ...parts.map((part) => propertiesOf(document, part)),
    isObject(valueAt(target, '/properties')) ? target['properties'] : {},
  ) as JsonObject
}
