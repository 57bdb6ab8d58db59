import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { List, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { all, departs, each, kept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Trial } from '../../model/trial.ts'
import { judges } from '../laws/judges.ts'
import { kebab } from '../laws/kebab.ts'
import type { Law } from '../laws/matrix.ts'
import { checkId } from '../laws/matrix.ts'
import { read } from '../vocabulary/read.ts'
import { canArrange, idPointer, madeBy, pathOf } from './arrange.ts'
import { walked } from './pages.ts'
import type { Asked, Pages } from './pages.ts'
import { selections } from './selections.ts'
import type { Selection } from './selections.ts'

/** The same of lists of accounts that others use, too: what was made is there, and what is asked for is what comes. */
export const lists: Law = {
  name: 'lists',
  text: 'A list holds what was made, in pages of the size that is asked for, and selects what its parameters say.',
  of({ contract, scenes }, name) {
    const { declaration, operations } = contract
    const resource = declaration.resources[name] as Resource
    const [operation, list] = Object.entries(declaration.lists).find(([, { of }]) => of[0] === name) ?? []
    const described = operations.get(operation ?? '')
    const create = operations.get(resource.create[0] ?? '')
    if (list === undefined || described === undefined || create === undefined) return 'it has no list of its own'
    if (!canArrange(contract, described)) return `nothing tells what the path of ${described.id} names`
    const id = checkId({ contract, scenes }, 'lists', kebab(described.id))
    return [listed(id, { contract, resource, list, operation: described, create })]
  },
}

interface Setting {
  readonly contract: Contract
  readonly resource: Resource
  readonly list: List
  readonly operation: Operation
  readonly create: Operation
}

interface Seen {
  readonly made: readonly Exchange[]
  readonly all: Pages
  readonly small: readonly Asked[]
  readonly selections: readonly Selection[]
}

function listed(id: string, setting: Setting): Check {
  const { contract, resource, list, operation, create } = setting
  const { paging } = contract.declaration
  const size = operation.queryParameters.find(({ name }) => name === paging?.size)?.name
  return example<Seen>(id, {
    arrange: async (trial) => {
      const made = await twoOf(trial, create)
      const path = pathOf(operation, made.path)
      const ids = made.exchanges.map((one) => idOf(resource, one))
      const ask = { trial, operation, path, list, id: resource.id, paging }
      const whole = await walked(ask, (items) => ids.every((own) => has(items, resource, own)))
      const small: Asked[] = []
      if (size !== undefined)
        for (const count of [1, 2])
          small.push({
            count,
            page: await trial.call(operation.id, { path, query: { ...whole.query, [size]: count } }),
          })
      return { made: made.exchanges, all: whole, small, selections: await selections(ask, resource, made.exchanges) }
    },
    judge: {
      ...judges<Seen>(list.clauses, {
        whole: ({ made, all: pages }) => each(made, (one) => isThere(setting, one, pages)),
        size: ({ small }) => each(small, ({ count, page }) => fits(list, page, count)),
      }),
      ...Object.fromEntries(
        [...new Set(list.filters.map(({ clause }) => clause))].map((clause) => [
          clause,
          ({ selections: tried }: Seen) =>
            each(tried, (one) => (one.filter.clause === clause ? isSelected(list, one) : nothing)),
        ]),
      ),
    },
  })
}

/** Two objects of one kind and one parent. */
async function twoOf(trial: Trial, create: Operation) {
  const first = await madeBy(trial, create)
  const second = await madeBy(trial, create, first.call)
  return { path: first.call.path ?? {}, exchanges: [first.exchange, second.exchange] }
}

const idOf = (resource: Resource, exchange: Exchange): Json | undefined => read(exchange, idPointer(resource))

const has = (items: readonly Json[], { id }: Resource, own: Json | undefined): boolean =>
  items.some((item) => own !== undefined && String(valueAt(item, id)) === String(own))

function isThere({ resource, list, operation }: Setting, made: Exchange, { items, pages, ended }: Pages): Judgement {
  const id = idOf(resource, made)
  if (id === undefined || made.response.status === 202) return unobservable('nothing tells that it is there already')
  if (has(items, resource, id)) return kept()
  const last = pages.at(-1)
  if (last === undefined || !ended) return unobservable('the list did not come to its end')
  if (operation.queryParameters.some(({ schema }) => schema['default'] !== undefined && schema['enum'] !== undefined))
    return unobservable('the list selects by itself')
  return departs({ at: list.items[0] ?? '', expected: `${String(id)} among the items`, actual: items.length, in: last })
}

function fits(list: List, page: Exchange, count: number): Judgement {
  const items = itemsIn(list, page)
  if (page.response.status >= 300 || items === undefined) return nothing
  return items.length <= count
    ? kept()
    : departs({ at: list.items[0] ?? '', expected: `at most ${count}`, actual: items.length, in: page })
}

/** All that came has the value that was asked for. */
function isSelected(list: List, { filter, value, page }: Selection): Judgement {
  const items = itemsIn(list, page)
  if (page.response.status >= 300 || items === undefined) return nothing
  return all(kept(), ...items.map((item, index) => hasValue(item, index)))

  function hasValue(item: Json, index: number): Judgement {
    const [property = ''] = filter.properties
    const actual = valueAt(item, property)
    if (actual === undefined || String(actual) === String(value)) return kept()
    return departs({ at: `${list.items[0] ?? ''}/${index}${property}`, expected: value, actual, in: page })
  }
}

const itemsIn = (list: List, page: Exchange): readonly Json[] | undefined =>
  list.items.map((at) => read(page, at)).find(Array.isArray) as readonly Json[] | undefined
