import type { Exchange } from '../../../model/exchange.ts'
import { departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { read } from '../../vocabulary/read.ts'
import { idsOf, listsOf } from '../lists/items.ts'
import type { Judge, Kind } from './kind.ts'

/** An object after its deletion: as it is read, and the lists that held it. */
export interface Removal {
  readonly id: Json
  readonly answer: Exchange
  readonly after: Exchange
  readonly lists: readonly (readonly [operation: string, page: Exchange])[]
}

/** Deletes an object; undefined where nothing deletes it, or this state does not let it be deleted. */
export async function remove(
  trial: Trial,
  { matrix, name, resource, retrieve }: Kind,
  { path = {} }: Call,
  own: Exchange,
): Promise<Removal | undefined> {
  if (resource.delete === undefined || resource.deletion === undefined) return undefined
  const answer = await trial.call(resource.delete, { path })
  if (answer.response.status >= 300) return undefined
  const lists: (readonly [string, Exchange])[] = []
  for (const [operation] of listsOf(matrix.contract, name))
    lists.push([operation, await trial.call(operation, { path })])
  const id = read(own, `${resource.at}${resource.id}`) ?? null
  return { id, answer, after: await trial.call(retrieve, { path }), lists }
}

/** What was deleted is neither read nor listed, whatever state it was in. */
export function judgesOfRemoval({ matrix, resource }: Kind): readonly Judge<Removal>[] {
  const { deletion } = resource
  const { lists } = matrix.contract.declaration
  return [
    [
      deletion?.leaves === 'nothing' ? deletion.clauses['retrieve'] : undefined,
      ({ after }) => matrix.scenes.refusals.unknown(after),
    ],
    [
      deletion?.clauses['list'],
      ({ id, lists: pages }) =>
        each(pages, ([operation, page]) => {
          const list = lists[operation]
          if (list === undefined || page.response.status >= 300) return nothing
          return idsOf(page, list, resource).includes(id)
            ? departs({ at: list.items[0] ?? '', expected: `no ${String(id)}`, actual: id, in: page })
            : kept()
        }),
    ],
  ]
}
