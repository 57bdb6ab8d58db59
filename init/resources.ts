import { pointerStep, sameJson } from '../model/json.ts'
import type { JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { kebabOf, plainName } from './names.ts'
import type { Described } from './operations.ts'
import { propertiesOf, successOf } from './properties.ts'

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
    readonly act: readonly string[]
    readonly fixed: readonly string[]
  }
  /** The operation that lists it. */
  readonly list?: string
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
  const list = at(collection, 'get')
  const isCollection = (where: string): boolean =>
    operations.some((one) => one.path.startsWith(`${where.replace(/\/$/, '')}/{`))
  const act = operations.filter(
    (one) => one.method === 'post' && isAction(one.path, path.replace(/\/$/, '')) && !isCollection(one.path),
  )
  return {
    name: kebabOf(singular(collection.split('/').findLast((part) => !part.startsWith('{')) || 'object')),
    resource: {
      ...place,
      parameter,
      create: create === undefined ? [] : [create.id],
      ...(retrieve === undefined ? {} : { retrieve: retrieve.id }),
      ...(update === undefined ? {} : { update: update.id }),
      ...(remove === undefined ? {} : { delete: remove.id }),
      act: act.map(({ id }) => id),
      fixed: [place.id],
    },
    ...(list === undefined ? {} : { list: list.id }),
    because: `${path} ends in {${parameter}}; ${answered.id} answers with ${place.at}${place.id}`,
  }
}

/** What is done to an object has a path below it that ends in a word, and lists nothing. */
const isAction = (path: string, object: string): boolean =>
  path.startsWith(`${object}/`) && /^[A-Za-z_-]+\/?$/.test(path.slice(object.length + 1))

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')

interface Place extends JsonObject {
  readonly at: string
  readonly id: string
}

/** Where the answer of a success has the id: `id`, the parameter's own name, or either below one enclosing property. */
function idIn(document: Document, operation: Described, parameter: string): Place | undefined {
  const properties = propertiesOf(document, successOf(operation))
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
  const names = Object.keys(properties)
  return [parameter, 'id', 'uuid']
    .map((wanted) => names.find((name) => plainName(name) === plainName(wanted)))
    .find(Boolean)
}
