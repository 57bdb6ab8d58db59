import type { Json, JsonObject } from '../model/json.ts'
import type { Clause } from './clauses.ts'
import type { Document } from './document.ts'
import { listOf, pagingOf } from './listed.ts'
import type { Listed } from './listed.ts'
import { createUniqueNames, sentence } from './names.ts'
import { baseOf } from './operations.ts'
import type { Described } from './operations.ts'
import type { Guessed } from './resources.ts'
import { writtenBy } from './written.ts'
import type { Written } from './written.ts'

/** A declaration as names and shapes tell it, and the clauses that its laws judge. */
interface Declared {
  readonly declaration: JsonObject
  readonly clauses: readonly (readonly [section: string, clause: Clause])[]
}

/** What the laws need to know of a description. All of it is guessed: descriptions have no words for it. */
export function declarationFor(
  document: Document,
  name: string,
  operations: readonly Described[],
  guesses: readonly Guessed[],
): Declared {
  const clauses: (readonly [string, Clause])[] = []
  const guessed: Record<string, string> = {}
  const operation = (id: string | undefined): Described | undefined => operations.find((one) => one.id === id)
  const promise = (one: Described, rule: string, text: string): string => {
    const id = `${baseOf(name, one)}.${rule}`
    const { section } = one
    clauses.push([section, { id, level: 'should', text: sentence(text), source: { kind: 'derived', section } }])
    return id
  }
  const whatOf = ({ method, path }: Described): string => `${method.toUpperCase()} ${path}`

  const unique = createUniqueNames()
  const named = guesses.map((one) => ({ ...one, name: unique(one.name) }))
  const resources = named.map((one) => {
    guessed[`/resources/${one.name}`] = one.because
    return [one.name, declaredResource(one)] as const
  })
  const lists = named.flatMap((one) => {
    const found = operation(one.list)
    const list = found === undefined ? undefined : listOf(document, found, one)
    return list === undefined || one.resource.create.length === 0 ? [] : [{ ...list, of: one.name }]
  })
  const paging = pagingOf(document, lists)
  if (paging !== undefined) guessed['/paging'] = `lists have the query parameter ${paging.size}`
  const keyed = operations.filter(({ key }) => key !== undefined)

  return {
    declaration: {
      guessed,
      resources: Object.fromEntries(resources),
      lists: Object.fromEntries(lists.map((list) => [list.operation.id, declaredList(list)])),
      ...(paging === undefined ? {} : { paging: paging as unknown as JsonObject }),
      ...(keyed.length === 0 ? {} : { keys: declaredKeys(keyed) }),
    },
    clauses,
  }

  function declaredResource({ resource, name: own, ...one }: Guessed): JsonObject {
    const retrieve = operation(resource.retrieve)
    const readers = [operation(resource.create[0]), retrieve].filter((reader) => reader !== undefined)
    const writes: Record<string, Json> = {}
    let settable: Written = {}
    for (const writer of [resource.create[0], resource.update].map(operation)) {
      const written = writer === undefined ? {} : writtenBy(document, writer, { ...one, name: own, resource }, readers)
      if (writer === undefined || Object.keys(written).length === 0) continue
      const clause = promise(
        writer,
        'shows',
        `${whatOf(writer)} shows what was sent, and so does what is read afterwards`,
      )
      writes[writer.id] = [{ clause, properties: written as unknown as Json }]
      if (writer.id === resource.update) settable = written
      guessed[`/resources/${own}/writes/${writer.id}`] =
        'properties of one name and type in the body and in the answers'
    }
    const update = operation(resource.update)
    const places = Object.entries(settable).map(([pointer, { at }]) => at ?? pointer)
    const isPartial = update?.method === 'patch' && retrieve !== undefined && places.length > 1
    if (isPartial) guessed[`/resources/${own}/keeps/${update.id}`] = 'PATCH changes a part'
    const changed = resource.update ?? resource.delete ?? resource.act[0]
    const isRead = retrieve !== undefined && resource.create.length > 0 && Object.keys(writes).length > 0
    return {
      ...(resource as unknown as JsonObject),
      writes,
      ...(isPartial
        ? {
            keeps: {
              [update.id]: {
                clause: promise(update, 'keeps', `${whatOf(update)} leaves alone what it is not sent`),
                only: places,
              },
            },
          }
        : {}),
      ...(isRead && changed !== undefined
        ? {
            stays: promise(
              retrieve,
              'stays',
              `${whatOf(retrieve)} answers as before, whatever is done to others of the kind`,
            ),
          }
        : {}),
    }
  }

  function declaredList({ operation: list, items, filters, of }: Listed & { readonly of: string }): JsonObject {
    const what = whatOf(list)
    const sized = paging !== undefined && list.parameters.some((one) => one['name'] === paging.size)
    guessed[`/lists/${list.id}`] = `its answer has an array of what has the id of ${of}`
    return {
      of: [of],
      items: [items],
      clauses: {
        whole: promise(list, 'lists', `${what} lists what was created, and not what was deleted`),
        ...(sized ? { size: promise(list, 'pages', `${what} answers with the page that is asked for`) } : {}),
      },
      ...(filters.length === 0
        ? {}
        : {
            filters: withClause(
              filters,
              promise(list, 'filters', `${what} lists what its parameters select, and no more`),
            ),
          }),
    }
  }

  function declaredKeys(several: readonly Described[]): JsonObject {
    const [first] = several.map(({ key }) => key)
    guessed['/keys'] = `the header ${first?.header} is called as keys are under which a request is repeated`
    const clause = (rule: string, text: string): string => {
      const id = `${name}.keys.requests.${rule}`
      clauses.push([
        'Keys',
        { id, level: 'should', text: sentence(text), source: { kind: 'derived', section: 'Keys' } },
      ])
      return id
    }
    return {
      operations: several.map(({ id }) => id),
      longest: first?.longest ?? 36,
      ...(first?.form === undefined ? {} : { form: first.form }),
      clauses: {
        'no-second': clause('once', 'A request that is repeated under its key has no second effect'),
        distinct: clause('distinct', 'Requests under different keys are different requests'),
      },
    }
  }
}

const withClause = (filters: Listed['filters'], clause: string): Json =>
  filters.map((filter) => ({ ...filter, clause }))
