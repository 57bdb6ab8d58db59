import type { Filter, List } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { differences, inExchange } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'
import { idsOf, itemsOf, listsOf } from '../lists/items.ts'
import type { Judge, Kind } from './kind.ts'

/** A page of a list, and the filters that were used; the object that is looked at meets them all. */
interface Page {
  readonly operation: string
  readonly list: List
  readonly filters: readonly Filter[]
  readonly answer: Exchange
}

/** An object as it is found in every way, by its owner and by a stranger. */
export interface Looks {
  readonly pages: readonly Page[]
  readonly expanded: Exchange | undefined
  /** What stands behind its relations, as it is read by itself. */
  readonly behind: readonly (readonly [at: string, answer: Exchange])[]
  readonly foreign: readonly Exchange[]
  readonly foreignPages: readonly Page[]
}

/** Looks at one object: in its lists, by every filter, with what stands behind its relations, and as a stranger. */
export async function look(trial: Trial, kind: Kind, { path = {} }: Call, own: Exchange): Promise<Looks> {
  const { matrix, name, retrieve, resource } = kind
  const pages: Page[] = []
  const foreignPages: Page[] = []
  const stranger =
    matrix.contract.declaration.isolation !== undefined && trial.can('second-account') ? trial.as('other') : undefined
  for (const [operation, list] of listsOf(matrix.contract, name)) {
    const ask = async (hands: Trial, filters: readonly Filter[], query: JsonObject): Promise<Page> => ({
      operation,
      list,
      filters,
      answer: await hands.call(operation, { path, query: { ...sizeOf(kind), ...query } }),
    })
    pages.push(await ask(trial, [], {}))
    const met = list.filters.flatMap((filter) => {
      const query = queryFor(filter, read(own, `${resource.at}${filter.properties[0] ?? ''}`))
      return query === undefined ? [] : [{ filter, query }]
    })
    if (met.length === 0) continue
    const every = Object.assign({}, ...met.map(({ query }) => query)) as JsonObject
    pages.push(
      await ask(
        trial,
        list.filters.filter((filter) => met.some((one) => one.filter === filter)),
        every,
      ),
    )
    // whose fault it is, where one of them loses it
    if (isMissing(kind, own, pages.at(-1)))
      for (const { filter, query } of met) pages.push(await ask(trial, [filter], query))
    // what others that hold no such value show is judged by whoever sees it
    for (const query of met.flatMap(({ filter }) => otherwise(kind, operation, filter, own)))
      await trial.call(operation, { path, query: { ...sizeOf(kind), ...query } })
    if (stranger !== undefined) foreignPages.push(await ask(stranger, [], every))
  }
  return {
    pages,
    foreignPages,
    foreign: stranger === undefined ? [] : [await stranger.call(retrieve, { path })],
    ...(await expansionOf(trial, kind, path, own)),
  }
}

function sizeOf({ matrix: { contract } }: Kind): JsonObject {
  const { size, most } = contract.declaration.paging ?? {}
  return size === undefined || most === undefined ? {} : { [size]: most }
}

/** What an object with this value meets; undefined where the filter is not written so. */
function queryFor({ parameter, how }: Filter, value: Json | undefined): JsonObject | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  switch (how) {
    case 'equality':
    case 'set':
    case 'at-least':
    case 'at-most':
      return { [parameter]: value }
    case 'bounds':
      return { [parameter]: { gte: value, lte: value } }
    default:
      return undefined
  }
}

/** Questions for each other value that a filter knows, where the property can have had it. */
function otherwise(
  { matrix, resource }: Kind,
  operation: string,
  { parameter, properties: [property = ''], how }: Filter,
  own: Exchange,
): readonly JsonObject[] {
  if (how !== 'equality' || resource.fixed.includes(property)) return []
  const { schema } =
    matrix.contract.operations.get(operation)?.queryParameters.find((one) => one.name === parameter) ?? {}
  const values = schema?.['enum']
  if (!Array.isArray(values)) return []
  return (values as readonly Json[])
    .filter((value) => value !== read(own, `${resource.at}${property}`))
    .map((value) => ({ [parameter]: value }))
}

async function expansionOf(
  trial: Trial,
  { matrix, resource, retrieve }: Kind,
  path: NonNullable<Call['path']>,
  own: Exchange,
): Promise<Pick<Looks, 'expanded' | 'behind'>> {
  const { contract, scenes } = matrix
  const named = resource.relations.filter(({ at }) => typeof read(own, `${resource.at}${at}`) === 'string')
  if (scenes.expansion === undefined || named.length === 0) return { expanded: undefined, behind: [] }
  const query = scenes.expansion.query(named.map(({ at }) => at))
  const expanded = await trial.call(retrieve, { path, query })
  const behind: (readonly [string, Exchange])[] = []
  for (const { at, resource: name } of named) {
    const target = contract.declaration.resources[name]
    const id = read(own, `${resource.at}${at}`)
    // a transaction can name an object of another kind than the usual one
    const isOfKind = name === shownKind(expanded, at)
    if (target?.retrieve === undefined || target.parameter === undefined || target.within !== undefined || !isOfKind)
      continue
    behind.push([at, await trial.call(target.retrieve, { path: { [target.parameter]: String(id) } })])
  }
  return { expanded, behind }
}

function shownKind(expanded: Exchange, at: string): string {
  return String(read(expanded, `${at}/object`)).replaceAll('_', '-')
}

function isMissing({ resource }: Kind, own: Exchange, page: Page | undefined): boolean {
  if (page === undefined || page.answer.response.status >= 300) return false
  return !idsOf(page.answer, page.list, resource).includes(read(own, `${resource.at}${resource.id}`) ?? null)
}

/** Every way to find an object finds it as it is, and a stranger finds nothing. */
export function judgesOfLooks(kind: Kind): readonly Judge<Looks & { readonly own: Exchange }>[] {
  const { matrix, name, resource } = kind
  const { declaration } = matrix.contract
  const { isolation } = declaration
  const lists = listsOf(matrix.contract, name)
  return [
    ...lists.map(([operation, { clauses }]): Judge<Looks & { readonly own: Exchange }> => [
      clauses['items'] ?? declaration.paging?.clauses['items'] ?? resource.stays,
      ({ own, pages }) =>
        each(
          pages.filter((page) => page.operation === operation),
          (page) => isShownIn(kind, own, page),
        ),
    ]),
    ...lists.flatMap(([operation, { filters }]) =>
      filters.map((filter): Judge<Looks & { readonly own: Exchange }> => [
        filter.clause,
        ({ own, pages }) =>
          each(pages, (page) => (page.operation === operation ? isFoundBy(kind, own, page, filter) : nothing)),
      ]),
    ),
    [isolation?.clauses['read'], ({ foreign }) => each(foreign, matrix.scenes.refusals.unknown)],
    [
      isolation?.clauses['list'],
      ({ own, foreignPages }) =>
        each(foreignPages, (page) =>
          page.answer.response.status >= 300 || isMissing(kind, own, page)
            ? kept()
            : departs({
                at: page.list.items[0] ?? '',
                expected: 'nothing of another account',
                actual: idOf(kind, own),
                in: page.answer,
              }),
        ),
    ],
    [
      matrix.scenes.expansion?.clause,
      ({ own, expanded, behind }) =>
        expanded === undefined ? nothing : showsWhatIsBehind(kind, own, expanded, behind),
    ],
  ]
}

const idOf = ({ resource }: Kind, own: Exchange): Json => read(own, `${resource.at}${resource.id}`) ?? null

/** The item of a list is the object as it is read by itself. */
function isShownIn(kind: Kind, own: Exchange, { answer, list }: Page): Judgement {
  if (answer.response.status >= 300) return nothing
  const { resource } = kind
  const item = itemsOf(answer, list).find((one) => valueAt(one, resource.id) === idOf(kind, own))
  return item === undefined
    ? nothing
    : inExchange(answer, differences(read(own, resource.at), item, list.items[0] ?? ''))
}

/** What meets a filter is found by it; of several that lose it together, each is asked by itself. */
function isFoundBy(kind: Kind, own: Exchange, page: Page, filter: Filter): Judgement {
  const { answer, filters, list } = page
  if (!filters.includes(filter) || answer.response.status >= 300) return nothing
  if (!isMissing(kind, own, page)) return kept()
  const { most = Number.POSITIVE_INFINITY } = kind.matrix.contract.declaration.paging ?? {}
  if (filters.length > 1 || itemsOf(answer, list).length >= most) return nothing
  return departs({ at: list.items[0] ?? '', expected: { 'an item': idOf(kind, own) }, actual: 'absent', in: answer })
}

function showsWhatIsBehind(kind: Kind, own: Exchange, expanded: Exchange, behind: Looks['behind']): Judgement {
  const { at } = kind.resource
  return each(kind.resource.relations, (relation) => {
    const id = read(own, `${at}${relation.at}`)
    if (typeof id !== 'string') return nothing
    const shown = read(expanded, `${at}${relation.at}`)
    if (!isObject(shown))
      return departs({ at: `${at}${relation.at}`, expected: 'an object', actual: shown ?? 'absent', in: expanded })
    const [, alone] = behind.find(([place]) => place === relation.at) ?? []
    return all(
      inExchange(expanded, differences(id, shown['id'], `${at}${relation.at}/id`)),
      alone === undefined || alone.response.status >= 300
        ? nothing
        : inExchange(expanded, differences(alone.response.json, shown, `${at}${relation.at}`)),
    )
  })
}
