import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Deletion, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all, departs, each, isKept, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { sameJson } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { judges } from './judges.ts'
import { settledIn } from './lasting.ts'
import { idsOf, listsOf } from './lists/items.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'
import { bodyOf, filledCall, withValue, writtenBy } from './written-values.ts'

/** What was deleted is not there any more: to read, to list, to change, to delete once more, or to refer to. */
export const gone: Law = {
  name: 'gone',
  text: 'What was deleted is not there any more: to read, to list, to change, to delete once more, or to refer to.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const { delete: removes, deletion, parameter } = resource
    if (removes === undefined || deletion === undefined || parameter === undefined) return 'it cannot be deleted'
    const going = { matrix, name, resource, removes, deletion, parameter }
    return [afterwards(going), ...referredTo(going), ...leftBehind(going)]
  },
}

interface Going {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly removes: string
  readonly deletion: Deletion
  readonly parameter: string
}

interface Gone {
  readonly id: Json
  readonly retrieved: Exchange | undefined
  /** How an id is answered that nothing ever had, where what was deleted is not answered as one that is unknown. */
  readonly never: Exchange | undefined
  readonly lists: readonly (readonly [operation: string, page: Exchange])[]
  readonly updated: Exchange | undefined
  readonly again: Exchange
}

function afterwards(going: Going): Check {
  const { matrix, name, resource, removes, deletion } = going
  const { unknown } = matrix.scenes.refusals
  const { retrieve, update } = resource
  return example<Gone>(checkId(matrix, 'gone', name), {
    needs: needsOf(matrix, removes),
    arrange: async (trial) => {
      const call = await sceneOf(matrix, removes)(trial)
      const path = call.path ?? {}
      const change = update === undefined ? undefined : await sceneOf(matrix, update)(trial)
      // it is known by all that can be written, so that lists can be asked for it by each of these
      if (update !== undefined && change !== undefined)
        await trial.call(update, { ...filledCall(change, writtenBy(resource, update), trial), path })
      const before = retrieve === undefined ? undefined : await trial.call(retrieve, { path })
      await trial.given(removes, call)
      const retrieved = retrieve === undefined ? undefined : await trial.call(retrieve, { path })
      const never =
        retrieve === undefined || retrieved === undefined || isKept(unknown(retrieved))
          ? undefined
          : await trial.call(retrieve, {
              path: { ...path, [going.parameter]: neighbourOf(path[going.parameter] ?? '') },
            })
      const lists = await listed(going, trial, path, before)
      const updated = update === undefined ? undefined : await trial.call(update, { ...change, path })
      const again = await trial.call(removes, call)
      return { id: path[going.parameter] ?? null, retrieved, never, lists, updated, again }
    },
    judge: judges<Gone>(deletion.clauses, {
      retrieve: ({ retrieved, never, id }) => {
        if (retrieved === undefined) return nothing
        if (deletion.leaves === 'stub') return equals(retrieved, `${resource.at}${resource.id}`, id)
        // how an unknown id is answered is a clause of its own
        return never !== undefined && isRefusedAlike(retrieved, never) ? kept() : unknown(retrieved)
      },
      list: ({ lists, id }) => each(lists, ([operation, page]) => holdsNot(going, operation, page, id)),
      update: ({ updated }) => (updated === undefined ? nothing : unknown(updated)),
      again: ({ again }) => unknown(again),
    }),
  })
}

function isRefusedAlike(one: Exchange, other: Exchange): boolean {
  return one.response.status >= 400 && one.response.status === other.response.status
}

/** An id of the same form that is another one. */
function neighbourOf(id: string): string {
  return `${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`
}

/** The lists that held it: as they are, and asked for by what it is known by. */
async function listed(
  { matrix, name, resource }: Going,
  trial: Trial,
  path: NonNullable<Call['path']>,
  before: Exchange | undefined,
): Promise<Gone['lists']> {
  const { paging } = matrix.contract.declaration
  const pages: (readonly [string, Exchange])[] = []
  for (const [operation, { filters }] of listsOf(matrix.contract, name)) {
    const described = matrix.contract.operations.get(operation)
    const sized = described?.queryParameters.some((parameter) => parameter.name === paging?.size)
    const whole: JsonObject =
      sized === true && paging !== undefined ? { [paging.size]: Math.min(100, paging.most ?? 100) } : {}
    const narrowed = filters.flatMap(({ parameter, properties, how }) =>
      properties.flatMap((property): readonly JsonObject[] => {
        const value = before === undefined ? undefined : read(before, `${resource.at}${property}`)
        if (value === undefined || value === null || value === '') return []
        if (how === 'bounds')
          return [value, { gte: value }, { lte: value }].map((asked) => ({ ...whole, [parameter]: asked }))
        const one = ['equality', 'contains', 'set', 'at-least', 'at-most'].includes(how)
        return one ? [{ ...whole, [parameter]: value }] : []
      }),
    )
    for (const query of [whole, ...narrowed]) pages.push([operation, await trial.call(operation, { path, query })])
  }
  return pages
}

function holdsNot({ matrix, resource }: Going, operation: string, page: Exchange, id: Json): Judgement {
  const list = matrix.contract.declaration.lists[operation]
  if (list === undefined || page.response.status >= 300) return nothing
  const ids = idsOf(page, list, resource)
  if (!ids.some((own) => sameJson(own, id))) return kept()
  return departs({ at: list.items[0] ?? '', expected: `no ${String(id)}`, actual: ids, in: page })
}

/** A request that is ready when what it refers to is deleted is refused. */
function referredTo({ matrix, name, removes, deletion, parameter }: Going): readonly Check[] {
  return deletion.referredBy.map(({ operation, at, clause }) =>
    example<Exchange>(checkId(matrix, 'gone', `${name}-for-${operation.toLowerCase()}`), {
      needs: [...new Set([...needsOf(matrix, operation), ...needsOf(matrix, removes)])],
      arrange: async (trial) => {
        const deleting = await sceneOf(matrix, removes)(trial)
        const id = deleting.path?.[parameter] ?? ''
        const call = await sceneOf(matrix, operation)(trial)
        await trial.given(removes, deleting)
        if (at === undefined) return trial.call(operation, { ...call, path: { ...call.path, [parameter]: id } })
        return trial.call(operation, { ...call, body: withValue(bodyOf(call), at, id) })
      },
      judge: {
        [clause]: (answer) => (answer.response.status >= 400 ? kept() : hasStatus(answer, 400, 404)),
      },
    }),
  )
}

/** What was made for it before it was deleted stays as it is, where the declaration says so. */
function leftBehind({ matrix, name, removes, deletion, parameter }: Going): readonly Check[] {
  const { declaration } = matrix.contract
  return deletion.referredBy.flatMap(({ operation, at, lasts }): readonly Check[] => {
    const made = Object.values(declaration.resources).find(({ create }) => create.includes(operation))
    if (lasts !== true || at === undefined || made?.stays === undefined || made.retrieve === undefined) return []
    const { retrieve, stays: clause, parameter: own = '' } = made
    const places = [...made.fixed, ...settledIn(made, declaration.metadata?.at)].map((place) => `${made.at}${place}`)
    return [
      example<{ before: Exchange; after: Exchange }>(
        checkId(matrix, 'gone', `${name}-leaves-${operation.toLowerCase()}`),
        {
          needs: [...new Set([...needsOf(matrix, operation), ...needsOf(matrix, removes)])],
          arrange: async (trial) => {
            const deleting = await sceneOf(matrix, removes)(trial)
            const call = await sceneOf(matrix, operation)(trial)
            const body = withValue(bodyOf(call), at, deleting.path?.[parameter] ?? '')
            const path = { [own]: textAt(await trial.given(operation, { ...call, body }), `${made.at}${made.id}`) }
            const before = await trial.given(retrieve, { path })
            await trial.given(removes, deleting)
            return { before, after: await trial.call(retrieve, { path }) }
          },
          judge: {
            [clause]: ({ before, after }) =>
              all(
                hasStatus(after, before.response.status),
                each(places, (place) => equals(after, place, read(before, place) ?? null)),
              ),
          },
        },
      ),
    ]
  })
}
