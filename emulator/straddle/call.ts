import type { Json } from '../../model/json.ts'
import type { Params } from '../router.ts'
import { Refused } from './refusal.ts'
import type { Problem, Reader } from './reader.ts'
import type { Collection } from '../collection.ts'
import type { Scope, World } from './world.ts'

/** An object as it is sent; members that are undefined are left out. */
export type View = Readonly<Record<string, unknown>>

/** One request that has been let in, with all that serves it. */
export interface Call {
  readonly world: World
  readonly scope: Scope
  /** Method and path template, as in the table of routes. */
  readonly operation: string
  readonly params: Params
  readonly query: URLSearchParams
  readonly body: string
}

/** What a handler answers; a page carries the paging members of `meta`. */
export interface Reply {
  readonly status: number
  readonly data: unknown
  readonly page?: View
}

export type Handler = (call: Call) => Reply

export const found = (data: View): Reply => ({ status: 200, data })

export function created({ world }: Call, data: View): Reply {
  return { status: world.rules.createdStatus(), data }
}

/** Answers that something has begun which ends later. */
export function started({ world, operation }: Call, data: View): Reply {
  return { status: world.rules.startedStatus(operation), data }
}

function parse(body: string): Json | undefined {
  if (body.trim() === '') return undefined
  try {
    return JSON.parse(body) as Json
  } catch {
    throw new Refused('malformed', 'The request body is not valid JSON.')
  }
}

/** Refuses a request for what is wrong with its members, naming each. */
export function refuseFor(world: World, resource: string, problems: readonly Problem[]): never {
  const items = problems.map(({ at, detail }) => ({ reference: world.rules.errorReference(resource, at), detail }))
  const kind = problems.some((problem) => problem.kind === 'missing') ? 'missing' : 'invalid'
  throw new Refused(kind, 'The request contains invalid field values.', { items: world.rules.errorItems(items) })
}

/** The body as `reader` understands it; an absent one counts as empty. */
export function readBody<Value>({ world, operation, body }: Call, resource: string, reader: Reader<Value>): Value {
  const sent = parse(body) ?? {}
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    throw new Refused('malformed', 'The request body has to be a JSON object.')
  }
  const problems: Problem[] = []
  const read = reader(sent, '', problems)
  const heeded = problems.filter((problem) => world.rules.heeds(operation, problem))
  return heeded.length > 0 ? refuseFor(world, resource, heeded) : read
}

/** The object that a path names, with the account that it was found in. */
export function lookUp<Item>(
  { world, scope }: Call,
  id: string,
  inside: (scope: Scope) => Collection<Item>,
): { readonly item: Item; readonly scope: Scope } | undefined {
  const { scopes } = scope.platform
  for (const account of world.rules.accountsSearched(scope.accountId, [...scopes.keys()])) {
    const home = scopes.get(account)
    const item = home === undefined ? undefined : inside(home).get(id.toLowerCase())
    if (home !== undefined && item !== undefined) return { item, scope: home }
  }
  return undefined
}

export function notFound(what: string): never {
  throw new Refused('not-found', `There is no such ${what}.`)
}
