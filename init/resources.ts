import { isObject, pointerStep, sameJson } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
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
  const items = [...new Set(operations.map(({ path }) => path))].filter((path) => item.test(path))
  return items.flatMap((path) => guess(document, operations, path) ?? [])
}

/** A path that ends in a parameter, before a slash or an ending such as `.json`. */
const item = /^(.*)\/\{([^{}]+)\}(\/|\.\w+)?$/

function guess(document: Document, operations: readonly Described[], path: string): Guessed | undefined {
  const [, collection = '', parameter = '', ending = ''] = item.exec(path) ?? []
  const at = (where: string, method: string) =>
    operations.find((one) => [where, `${where}/`, `${where}${ending}`].includes(one.path) && one.method === method)
  const create = at(collection, 'post')
  const read = at(path, 'get')
  const answered = create ?? read
  if (answered === undefined) return undefined
  const place = idIn(document, answered, parameter)
  if (place === undefined) {
    if (create !== undefined)
      document.note('what is created is not used on the way where no part of the answer looks like its id', create.id)
    return undefined
  }
  // what is shown elsewhere in another shape cannot be held against what was created
  const shows = read !== undefined && sameJson(idIn(document, read, parameter), place)
  const retrieve = shows ? read : undefined
  const update = at(path, 'patch') ?? at(path, 'put') ?? at(path, 'post')
  const remove = at(path, 'delete')
  return {
    name: kebabOf(singular(collection.split('/').findLast((part) => !part.startsWith('{')) || 'object')),
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

interface Place extends JsonObject {
  readonly at: string
  readonly id: string
}

/** Where the answer of a success has the id: `id`, the parameter's own name, or either below one enclosing property. */
function idIn(document: Document, operation: Described, parameter: string): Place | undefined {
  const success = Object.entries(operation.answers).find(
    ([status, { schema }]) => status.startsWith('2') && schema !== undefined,
  )
  const properties = propertiesOf(document, success?.[1].schema)
  const own = idAmong(properties, parameter)
  if (own !== undefined) return { at: '', id: pointerStep(own) }
  for (const [outer, property] of Object.entries(properties)) {
    const found = idAmong(propertiesOf(document, property), parameter)
    if (found !== undefined) return { at: pointerStep(outer), id: pointerStep(found) }
  }
  return undefined
}

/** The property that is called like the parameter, however that is spelt, or as ids are. */
function idAmong(properties: JsonObject, parameter: string): string | undefined {
  const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()
  const names = Object.keys(properties)
  return [parameter, 'id', 'uuid'].map((wanted) => names.find((name) => plain(name) === plain(wanted))).find(Boolean)
}

function propertiesOf(document: Document, schema: Json | undefined, depth = 0): JsonObject {
  const target = document.follow(schema)
  if (!isObject(target) || depth > deepest) return {}
  const parts = Array.isArray(target['allOf']) ? (target['allOf'] as readonly Json[]) : []
  const own = isObject(target['properties']) ? target['properties'] : {}
  const shown = Object.entries(own).filter(([, property]) => !isObject(property) || property['writeOnly'] !== true)
  return Object.assign(
    {},
    ...parts.map((part) => propertiesOf(document, part, depth + 1)),
    Object.fromEntries(shown),
  ) as JsonObject
}

const deepest = 8
