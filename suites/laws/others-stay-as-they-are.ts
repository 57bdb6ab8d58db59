import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { equals } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { fillObject } from './filled-object.ts'
import { kebab } from './kebab.ts'
import { settledIn } from './lasting.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix, State } from './matrix.ts'
import { referencesOf } from './references.ts'
import { bodyOf } from './written-values.ts'

/** What a request does to one object leaves the objects that belong to it as they were. */
export const neighbours: Law = {
  name: 'neighbours',
  text: 'What a request does to one object leaves the objects that are related to it as they were.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const { create, update, act, delete: removes } = resource
    const operations = [...create, update, ...act, removes].filter(
      (operation) => operation !== undefined && matrix.scenes.calls[operation] !== undefined,
    )
    const clauses = Object.values(matrix.contract.declaration.resources).flatMap((other) =>
      other.stays === undefined ? [] : [other.stays],
    )
    if (clauses.length === 0) return 'nothing says that other objects stay as they are'
    const checks = operations.flatMap((operation) => {
      const others = neighboursOf(matrix, resource, operation ?? '')
      const leaving = { matrix, resource, operation: operation ?? '', others }
      const variants = Object.entries(matrix.scenes.variants?.[operation ?? ''] ?? {})
      return others.length === 0
        ? []
        : [leavesAlone(leaving), ...variants.map(([what, state]) => leavesAlone(leaving, what, state))]
    })
    return checks.length === 0 ? 'its requests name no other object' : checks
  },
}

interface Leaving {
  readonly matrix: Matrix
  readonly resource: Resource
  readonly operation: string
  readonly others: readonly Neighbour[]
}

/** Another resource that a request has to do with, and how its id is found. */
interface Neighbour {
  readonly resource: Resource
  readonly stays: string
  readonly idIn: (call: Call, own: Exchange | undefined) => unknown
}

/** Another object before and after the request. */
interface Met {
  readonly neighbour: Neighbour
  readonly before: Exchange
  readonly after: Exchange
}

const minute = 60

/** The resource that its own belongs to, those that the body names, and those that it is related to. */
function neighboursOf(matrix: Matrix, resource: Resource, operation: string): readonly Neighbour[] {
  const { resources } = matrix.contract.declaration
  const neighbour = (name: string | undefined, idIn: Neighbour['idIn']): readonly Neighbour[] => {
    const other = name === undefined ? undefined : resources[name]
    if (other?.stays === undefined || other.within !== undefined) return []
    return [{ resource: other, stays: other.stays, idIn }]
  }
  const { within } = resource
  return [
    ...neighbour(within?.resource, ({ path }) => path?.[within?.parameter ?? '']),
    ...referencesOf(matrix, operation).flatMap(({ name, kind }) =>
      neighbour(
        Object.keys(resources).find((other) => kind === other || kind.startsWith(`${other}-with-`)),
        (call) => bodyOf(call)[name],
      ),
    ),
    ...resource.relations.flatMap(({ at, resource: name }) =>
      neighbour(name, (_, own) => (own === undefined ? undefined : read(own, `${resource.at}${at}`))),
    ),
  ]
}

function leavesAlone(leaving: Leaving, what?: string, state?: State): Check {
  const { matrix, resource, operation, others } = leaving
  const clauses = [...new Set(others.map((neighbour) => neighbour.stays))]
  const name = what === undefined ? kebab(operation) : `${kebab(operation)}-${what}`
  return example<readonly Met[]>(checkId(matrix, 'neighbours', name), {
    needs: needsOf(matrix, operation, ...(state?.needs ?? [])),
    arrange: async (trial) => {
      const call = await (state?.reach ?? sceneOf(matrix, operation))(trial)
      const { retrieve, parameter = '' } = resource
      const own =
        retrieve === undefined || call.path?.[parameter] === undefined
          ? undefined
          : await trial.call(retrieve, { path: call.path })
      const looks = []
      const ids = new Set([call.path?.[parameter]])
      for (const neighbour of others) {
        const id = neighbour.idIn(call, own)
        if (typeof id !== 'string' || ids.has(id)) continue
        ids.add(id)
        looks.push(await beforehand(trial, matrix, neighbour, id))
      }
      if (trial.can('clock')) await trial.advance(minute)
      await trial.given(operation, call)
      const met: Met[] = []
      for (const { neighbour, before, look } of looks) met.push({ neighbour, before, after: await look() })
      return met
    },
    judge: Object.fromEntries(
      clauses.map((clause) => [
        clause,
        (met: readonly Met[]) =>
          each(met, (one) => (one.neighbour.stays === clause ? isAsBefore(matrix, one) : nothing)),
      ]),
    ),
  })
}

/** Fills another object and looks at it. */
async function beforehand(
  trial: Trial,
  matrix: Matrix,
  neighbour: Neighbour,
  id: string,
): Promise<Pick<Met, 'neighbour' | 'before'> & { readonly look: () => Promise<Exchange> }> {
  const { retrieve = '', parameter = '' } = neighbour.resource
  const path = { [parameter]: id }
  await fillObject(trial, matrix, neighbour.resource, path)
  const look = () => trial.call(retrieve, { path })
  const before = await look()
  return { neighbour, before, look }
}

function isAsBefore({ contract }: Matrix, { neighbour: { resource }, before, after }: Met): Judgement {
  if (before.response.status >= 300 || after.response.status >= 300) return nothing
  const places = [...resource.fixed, ...settledIn(resource, contract.declaration.metadata?.at)]
  return each(places, (place) => {
    const at = `${resource.at}${place}`
    const expected = read(before, at)
    return expected === undefined || isObject(read(after, at)) !== isObject(expected)
      ? nothing
      : equals(after, at, expected)
  })
}
