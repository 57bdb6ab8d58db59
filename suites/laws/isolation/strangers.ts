import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { ClausesByRule, Resource } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { sameJson } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { differences, hasStatus, inExchange } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'
import { judges } from '../judges.ts'
import { kebab } from '../kebab.ts'
import { idsOf, listsOf } from '../lists/items.ts'
import { checkId, needsOf, sceneOf } from '../matrix.ts'
import type { Matrix } from '../matrix.ts'

/** A resource that belongs to somebody. */
export interface Apart {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly clauses: ClausesByRule
}

/** Two who see nothing of each other. */
export type Parties = (trial: Trial) => Promise<{ readonly owner: Trial; readonly stranger: Trial }>
type Path = NonNullable<Call['path']>

interface Met {
  readonly reads: readonly Exchange[]
  readonly writes: readonly Exchange[]
  readonly lists: readonly (readonly [operation: string, page: Exchange])[]
  readonly before: Exchange | undefined
  readonly after: Exchange | undefined
  readonly id: Json
}

/** One party has something, and the other tries all that can be done with it. */
export function strangers(apart: Apart, id: string, parties: Parties): readonly Check[] {
  const { matrix, resource } = apart
  const [first = ''] = [...readsOf(resource), ...writesOf(resource)]
  // what takes more to arrange is tried apart, so that the rest is judged where that cannot be arranged
  const rare = writesOf(resource).filter(
    (operation) => needsOf(matrix, operation).length > needsOf(matrix, first).length,
  )
  const usual = writesOf(resource).filter((operation) => !rare.includes(operation))
  return [
    meeting({ ...apart, id, first, parties, writes: usual }),
    ...rare.map((operation) =>
      meeting({ ...apart, id: `${id}-${kebab(operation)}`, first, parties, writes: [operation] }),
    ),
    ...(resource.create.length > 1 ? madeOtherwise(apart, id, parties) : []),
  ]
}

interface Made {
  readonly own: Exchange
  readonly foreign: Exchange
}

/** What can be made in more than one way belongs to whoever made it, in each of them. */
function madeOtherwise(apart: Apart, id: string, parties: Parties): readonly Check[] {
  const { matrix, resource, clauses } = apart
  const { retrieve, parameter } = resource
  if (retrieve === undefined || parameter === undefined) return []
  return resource.create.map((operation) =>
    example<Made>(checkId(matrix, 'isolation', `${id}-made-by-${kebab(operation)}`), {
      needs: needsOf(matrix, operation, 'second-account'),
      arrange: async (trial) => {
        const { owner, stranger } = await parties(trial)
        const call = await sceneOf(matrix, operation)(owner)
        const made = await owner.given(operation, call)
        const place = matrix.contract.operations.get(operation)?.creates?.id ?? `${resource.at}${resource.id}`
        const path = { ...call.path, [parameter]: String(read(made, place)) }
        return { own: await owner.call(retrieve, { path }), foreign: await stranger.call(retrieve, { path }) }
      },
      judge: judges<Made>(clauses, {
        read: ({ own, foreign }) => all(hasStatus(own, 200), matrix.scenes.refusals.unknown(foreign)),
      }),
    }),
  )
}

interface Meeting extends Apart {
  readonly id: string
  /** The operation whose scene makes what one party has. */
  readonly first: string
  readonly parties: Parties
  readonly writes: readonly string[]
}

function meeting(setting: Meeting): Check {
  const { matrix, resource, clauses, first, writes } = setting
  const { unknown } = matrix.scenes.refusals
  return example<Met>(checkId(matrix, 'isolation', setting.id), {
    needs: [...new Set([first, ...writes].flatMap((operation) => needsOf(matrix, operation, 'second-account')))],
    arrange: async (trial) => {
      const { owner, stranger } = await setting.parties(trial)
      const { path = {} } = await sceneOf(matrix, first)(owner)
      const calls = clauses['write'] === undefined ? [] : await callsOf(setting, stranger, path)
      const look = async () => (resource.retrieve === undefined ? undefined : owner.call(resource.retrieve, { path }))
      const before = await look()
      const reads: Exchange[] = []
      for (const operation of readsOf(resource)) reads.push(await stranger.call(operation, { path }))
      const lists = await listed(setting, stranger, path, before)
      const answers: Exchange[] = []
      for (const [operation, call] of calls) answers.push(await stranger.call(operation, call))
      return { reads, writes: answers, lists, before, after: await look(), id: ownId(resource, before, path) }
    },
    judge: judges<Met>(clauses, {
      read: ({ reads }) => each(reads, unknown),
      write: ({ writes: answers, before, after }) =>
        answers.length === 0 ? nothing : all(each(answers, unknown), untouched(resource, before, after)),
      list: ({ lists, id: foreign }) => each(lists, ([operation, page]) => holdsNot(setting, operation, page, foreign)),
    }),
  })
}

const present = (operation: string | undefined): operation is string => operation !== undefined
const readsOf = ({ retrieve, views }: Resource): readonly string[] => [retrieve, ...views].filter(present)
const writesOf = ({ update, act, delete: removes }: Resource): readonly string[] =>
  [update, ...act, removes].filter(present)

/** The stranger's lists: as they are, and asked for by what the foreign object is known by. */
async function listed(
  { matrix, name, resource }: Apart,
  stranger: Trial,
  path: Path,
  owned: Exchange | undefined,
): Promise<Met['lists']> {
  const { most, size } = matrix.contract.declaration.paging ?? {}
  const whole: JsonObject = most === undefined || size === undefined ? {} : { [size]: most }
  const pages: (readonly [string, Exchange])[] = []
  for (const [operation, { filters }] of listsOf(matrix.contract, name)) {
    const narrowed = filters.flatMap(({ parameter, properties: [property = ''], how }): readonly JsonObject[] => {
      const value = owned === undefined ? undefined : read(owned, `${resource.at}${property}`)
      // what a query language takes is written otherwise
      const isPlain = !how.startsWith('odata') && how !== 'bounds' && (how !== 'flag' || value === true)
      const isAsked = stranger.can('fresh-account') || how === 'equality'
      return isPlain && isAsked && ['string', 'number', 'boolean'].includes(typeof value)
        ? [{ ...whole, [parameter]: value ?? null }]
        : []
    })
    for (const query of [whole, ...narrowed]) pages.push([operation, await stranger.call(operation, { path, query })])
  }
  return pages
}

/** All that a stranger tries to change, as it is addressed, and as a part of what is the stranger's own. */
async function callsOf(
  { matrix, resource, writes }: Meeting,
  stranger: Trial,
  path: Path,
): Promise<readonly (readonly [operation: string, call: Call])[]> {
  const { parameter, within } = resource
  const calls: (readonly [string, Call])[] = []
  for (const operation of writes) {
    const call = await sceneOf(matrix, operation)(stranger)
    calls.push([operation, { ...call, path }])
    if (within === undefined || parameter === undefined) continue
    calls.push([operation, { ...call, path: { ...call.path, [parameter]: path[parameter] ?? '' } }])
  }
  return calls
}

function ownId({ at, id, parameter = '' }: Resource, owned: Exchange | undefined, path: Path): Json {
  return (owned === undefined ? undefined : read(owned, `${at}${id}`)) ?? path[parameter] ?? null
}

function untouched({ at }: Resource, before: Exchange | undefined, after: Exchange | undefined): Judgement {
  if (before === undefined || after === undefined) return nothing
  return all(
    hasStatus(after, before.response.status),
    inExchange(after, differences(read(before, at), read(after, at), at)),
  )
}

function holdsNot({ matrix, resource }: Apart, operation: string, page: Exchange, foreign: Json): Judgement {
  const list = matrix.contract.declaration.lists[operation]
  if (list === undefined) return nothing
  if (page.response.status >= 300) return kept()
  const ids = idsOf(page, list, resource)
  return ids.some((own) => sameJson(own, foreign))
    ? departs({ at: list.items[0] ?? '', expected: `no ${String(foreign)}`, actual: ids, in: page })
    : kept()
}
