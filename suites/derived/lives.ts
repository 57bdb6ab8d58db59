import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { sameJson, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { all, departs, each, kept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Call } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { listsOf } from '../laws/lists/items.ts'
import { canArrange, idIn, idPointer, madeBy, pathOf, requiredQuery } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { notFound } from './refusal.ts'

interface Life {
  readonly created: Exchange
  readonly read: Exchange
  readonly deleted?: Exchange
  readonly after?: Exchange
  /** What lists hold after the deletion, by where their items stand. */
  readonly lists?: readonly (readonly [items: readonly string[], page: Exchange])[]
}

/** What is created can be read by its id, and what is deleted cannot any more. */
export function lives(contract: Contract): readonly Check[] {
  const { declaration, operations, provider } = contract
  return Object.entries(declaration.resources).flatMap(([name, resource]) => {
    const [create, retrieve, remove] = [resource.create[0], resource.retrieve, resource.delete].map((id) =>
      operations.get(id ?? ''),
    )
    if (create === undefined || retrieve === undefined || !canArrange(contract, create)) return []
    const back = clauseOf(contract, retrieve, 'reads-back')
    const gone = remove === undefined ? undefined : clauseOf(contract, remove, 'gone')
    if (back === undefined && gone === undefined) return []
    return [
      example<Life>(`${provider.name}/lives/${kebab(name)}`, {
        arrange: async (trial) => {
          const { call: made, exchange: created } = await madeBy(trial, create)
          const call = {
            path: pathTo(resource, retrieve, created, made.path ?? {}),
            query: requiredQuery(contract, retrieve),
          }
          const read = await trial.call(retrieve.id, call)
          if (remove === undefined || gone === undefined) return { created, read }
          const deleted = await trial.call(remove.id, {
            path: pathTo(resource, remove, created, made.path ?? {}),
            query: requiredQuery(contract, remove),
          })
          const after = await trial.call(retrieve.id, call)
          const lists: (readonly [readonly string[], Exchange])[] = []
          for (const [operation, { items }] of listsOf(contract, name))
            lists.push([items, await trial.call(operation, listCall(contract, operation, call.path))])
          return { created, read, deleted, after, lists }
        },
        judge: {
          ...(back === undefined ? {} : { [back]: (life: Life) => readsBack(resource, life) }),
          ...(gone === undefined ? {} : { [gone]: (life: Life) => all(isGone(life), isUnlisted(resource, life)) }),
        },
      }),
    ]
  })
}

function pathTo(
  resource: Resource,
  operation: Operation,
  created: Exchange,
  path: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const id = idIn(created, resource)
  return Object.fromEntries(
    operation.pathParameters.map(({ name }) => [name, name === resource.parameter ? id : (path[name] ?? id)]),
  )
}

function listCall({ operations }: Contract, id: string, path: NonNullable<Call['path']>): Call {
  const operation = operations.get(id)
  return operation === undefined ? {} : { path: pathOf(operation, path) }
}

/** What is answered as not found is in no list. */
function isUnlisted({ id, ...resource }: Resource, { created, after, lists = [] }: Life): Judgement {
  if (after === undefined || (after.response.status !== 404 && after.response.status !== 410)) return nothing
  const own = idIn(created, { id, ...resource })
  return each(lists, ([places, page]) => {
    const at = places.find((place) => Array.isArray(valueAt(page.response.json, place)))
    const items =
      at === undefined || page.response.status >= 300 ? [] : (valueAt(page.response.json, at) as readonly Json[])
    const index = items.findIndex((item) => String(valueAt(item, id)) === own)
    return index === -1 ? nothing : departs({ at: `${at}/${index}${id}`, expected: 'absent', actual: own, in: page })
  })
}

function readsBack(resource: Resource, { created, read }: Life): Judgement {
  const at = idPointer(resource)
  const id = valueAt(created.response.json, at) ?? null
  if (id === null) return unobservable('the answer to the creation has no id')
  if (created.response.status === 202) return unobservable('the creation is accepted, and need not be done yet')
  if (read.response.status >= 300)
    return departs({ at: 'status', expected: 'a success', actual: read.response.status, in: read })
  const shown = valueAt(read.response.json, at)
  return sameValue(shown, id) ? kept() : departs({ at, expected: id, actual: shown ?? 'absent', in: read })
}

/** Nothing is found, or what is found is not as it was: many show that it is deleted. */
function isGone({ read, deleted, after }: Life): Judgement {
  if (deleted === undefined || after === undefined || deleted.response.status >= 300)
    return unobservable('nothing was deleted')
  if (deleted.response.status === 202) return unobservable('the deletion is accepted, and need not be done yet')
  if (after.response.status < 300 && !sameJson(after.response.json, read.response.json))
    return unobservable('it is still shown, but not as before')
  return notFound(after)
}
