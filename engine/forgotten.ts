import type { Contract } from '../model/contract.ts'
import type { Resource } from '../model/declaration.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Mismatch } from '../model/finding.ts'
import { valueAt } from '../model/json.ts'
import { creationsCanBeReadId } from '../suites/observers/creations-can-be-read.ts'
import { pathParameter } from '../suites/observers/asked.ts'
import type { Proof, Tally } from './tally.ts'

/** What is known of one kind of object: what was made of it, and how it was read. */
interface Life {
  readonly name: string
  readonly resource: Resource
  /** The request that made each, by its id. */
  readonly made: Map<string, string>
  /** Ids that were read, and all that was read of them, without their ids. */
  readonly read: Set<string>
  readonly requests: Set<string>
  readonly shown: Set<string>
}

/** Finds out of which kinds of objects the target keeps nothing: whatever was made, reading it shows one and the same. */
export interface Forgetting {
  see(exchange: Exchange): void
  forgotten(): readonly Life[]
}

const mostIds = 20_000
/** So many objects that were made by different requests and look alike when they are read are no accident. */
const enough = 3

export function createForgetting(contract: Contract): Forgetting {
  const { declaration, operations } = contract
  const lives = Object.entries(declaration.resources).map(([name, resource]): Life => ({
    name,
    resource,
    made: new Map(),
    read: new Set(),
    requests: new Set(),
    shown: new Set(),
  }))
  const creating = new Map(lives.flatMap((life) => life.resource.create.map((operation) => [operation, life] as const)))
  const reading = new Map(
    lives.flatMap((life) => (life.resource.retrieve === undefined ? [] : [[life.resource.retrieve, life] as const])),
  )
  return {
    see(exchange) {
      const { operation, request, response } = exchange
      if (operation === undefined || response.status >= 300) return
      const born = creating.get(operation)
      if (born !== undefined && born.made.size < mostIds) {
        const { at, id } = born.resource
        const value = valueAt(response.json, operations.get(operation)?.creates?.id ?? `${at}${id}`)
        if (typeof value === 'string' && value !== '') born.made.set(value, request.body)
      }
      const life = reading.get(operation)
      const parameter = life?.resource.parameter
      // what a query asks for differs of itself
      if (life === undefined || parameter === undefined || life.shown.size > 1 || request.path.includes('?')) return
      const id = pathParameter(contract, exchange, parameter)
      const sent = id === undefined ? undefined : life.made.get(id)
      if (id === undefined || sent === undefined) return
      life.read.add(id)
      life.requests.add(sent)
      life.shown.add(withoutNow(withoutId(JSON.stringify(response.json ?? null), id), exchange.startedAt))
    },
    forgotten: () =>
      lives.filter(({ read, requests, shown }) => read.size >= enough && requests.size > 1 && shown.size === 1),
  }
}

/** A text without an id, wherever it stands by itself. */
function withoutId(text: string, id: string): string {
  return text
    .split(/([\w-]+)/)
    .map((word) => (word === id ? '' : word))
    .join('')
}

/** A text without what tells the moment of the answer. */
function withoutNow(text: string, now: number): string {
  return text
    .replaceAll(/\b\d{10}(?:\d{3})?\b/g, (digits) => {
      const milliseconds = Number(digits) * (digits.length === 10 ? 1000 : 1)
      return Math.abs(milliseconds - now) < 86_400_000 ? 'now' : digits
    })
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.+Z-]+/g, 'now')
}

/**
 * A target that keeps nothing has that gap: what is read is not what was made. What a check found out with the id of such an object,
 * or in a list of what it had made, is no more than that, and is blocked.
 */
export function setForgottenApart(contract: Contract, tally: Tally, forgotten: readonly Life[]): void {
  const tells = forgotten.map((life) => clausesThatTell(tally, life))
  for (const [index, life] of forgotten.entries()) {
    const own = tells[index] ?? []
    const blockedBy = own.length > 0 ? own : tells.flat()
    const read = contract.operations.get(life.resource.retrieve ?? '')
    if (blockedBy.length === 0 || read === undefined) continue
    const reason = `${read.method} ${read.path} answers the same whatever was created: the target keeps nothing of it`
    const rests = restsOn(contract, life)
    for (const { clause, proofs, counts, hindrances } of tally.clauses.values()) {
      if (tells.some((clauses) => clauses.includes(clause.id))) continue
      for (const [key, { first, times }] of proofs) {
        // an observer that looks at one answer says nothing of what was made before
        if (first.by !== first.during && first.evidence.length < 2) continue
        if (!first.mismatches.every((mismatch) => rests(mismatch, first.evidence))) continue
        proofs.delete(key)
        counts.gap -= times
        counts.blocked += times
        const exchange = first.mismatches[0]?.in
        hindrances.add({
          verdict: 'blocked',
          reason,
          times,
          blockedBy,
          ...(exchange === undefined ? {} : { exchange }),
        })
      }
    }
  }
}

/** Clauses with the gap that objects of this kind are not read as they were made. */
function clausesThatTell({ clauses }: Tally, { resource }: Life): readonly string[] {
  const tells = ({ first }: Proof): boolean =>
    first.by === creationsCanBeReadId &&
    first.mismatches.some(({ in: shown }) => shown?.operation === resource.retrieve)
  return [...clauses.values()]
    .filter(({ clause, proofs }) => (clause.id === resource.stays ? proofs.size > 0 : [...proofs.values()].some(tells)))
    .map(({ clause }) => clause.id)
}

/** Whether a mismatch rests on something of this kind that a check made before. */
function restsOn({ declaration }: Contract, { name, resource, made }: Life) {
  const related = new Set([name, ...(resource.relations ?? []).map((relation) => relation.resource)])
  const reads = new Set([
    ...Object.entries(declaration.lists).flatMap(([list, { of }]) =>
      of.some((one) => related.has(one)) ? [list] : [],
    ),
    ...[...related].flatMap((one) => (one === name ? [] : (declaration.resources[one]?.retrieve ?? []))),
  ])
  return ({ in: shown, expected }: Mismatch, evidence: readonly Exchange[]): boolean => {
    const exchange = shown ?? evidence.at(-1)
    if (exchange === undefined) return false
    if (
      namesIn(`${exchange.request.path} ${exchange.request.body} ${JSON.stringify(expected)}`).some((id) =>
        made.has(id),
      )
    )
      return true
    return (
      reads.has(exchange.operation ?? '') && evidence.some(({ operation }) => resource.create.includes(operation ?? ''))
    )
  }
}

/** What may be ids in a text. */
function namesIn(text: string): readonly string[] {
  return text.split(/[^\w-]+/)
}
