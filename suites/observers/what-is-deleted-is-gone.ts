import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Deletion } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import { accountOf, idAt, isAfter, pathParameter } from './asked.ts'
import { listingOf } from './listing.ts'
import { createMemory } from './memory.ts'
import type { Memory } from './memory.ts'
import { sentIn } from './sent.ts'

const most = 2000

/** Whoever deleted it: what was deleted is read, listed, changed, deleted and referred to no more, but for what the deletion leaves. */
export const whatIsDeletedIsGone: Observer = {
  id: 'observer/what-is-deleted-is-gone',
  clauses: ({ declaration: { resources } }) => [
    ...new Set(
      Object.values(resources).flatMap(({ deletion }) =>
        deletion === undefined
          ? []
          : [...Object.values(deletion.clauses), ...deletion.referredBy.map(({ clause }) => clause)],
      ),
    ),
  ],
  watch: (contract) => {
    const deleted = createMemory<Exchange>(most)
    return (exchange) => {
      const account = accountOf(contract, exchange)
      if (account === undefined) return []
      const observations = Object.keys(contract.declaration.resources).flatMap((name) =>
        judged(contract, name, exchange, deleted),
      )
      noteDeleted(contract, exchange, deleted)
      return observations
    }
  },
}

function noteDeleted(contract: Contract, exchange: Exchange, deleted: Memory<Exchange>): void {
  for (const { delete: removes, parameter, deletion } of Object.values(contract.declaration.resources)) {
    if (removes === undefined || removes !== exchange.operation || exchange.response.status >= 300) continue
    const id =
      deletion === undefined || parameter === undefined ? undefined : pathParameter(contract, exchange, parameter)
    if (id !== undefined) deleted.note(id, exchange)
  }
}

function judged(
  contract: Contract,
  name: string,
  exchange: Exchange,
  deleted: Memory<Exchange>,
): readonly Observation[] {
  const { operation = '', response } = exchange
  const resource = contract.declaration.resources[name]
  const { deletion, parameter } = resource ?? {}
  if (resource === undefined || deletion === undefined || parameter === undefined) return []
  const { clauses } = deletion
  const at = pathParameter(contract, exchange, parameter)
  const goneAt = (id: string | undefined): Exchange | undefined => {
    const removal = id === undefined ? undefined : deleted.get(id)
    return removal !== undefined && isAfter(exchange, removal) ? removal : undefined
  }
  const removal = goneAt(at)
  const say = (clause: string | undefined, judgement: Judgement, by: Exchange | undefined): readonly Observation[] =>
    clause === undefined || by === undefined ? [] : [{ clause, judgement, with: [by] }]
  if (operation === resource.retrieve)
    return say(clauses['retrieve'], isReadAsGone(exchange, resource.at, deletion), removal)
  if (operation === resource.update) return say(clauses['update'], isRefused(exchange), removal)
  if (operation === resource.delete) return say(clauses['again'], isRefused(exchange), removal)
  const listing = listingOf(contract, exchange)
  if (listing?.list.of.includes(name) === true && clauses['list'] !== undefined) {
    const index = listing.items.findIndex((item) => goneAt(idAt(item, resource.id)) !== undefined)
    if (index === -1) return []
    const id = idAt(listing.items[index], resource.id)
    const mismatch = { at: `${listing.at}/${index}${resource.id}`, expected: 'no deleted object', actual: id ?? null }
    return say(clauses['list'], departs(mismatch), goneAt(id))
  }
  if (response.status >= 300) return []
  return deletion.referredBy.flatMap(({ operation: by, at: place, clause }) => {
    if (by !== operation) return []
    const named = place === undefined ? at : sentIn(exchange).at(place)
    return say(clause, isRefused(exchange), typeof named === 'string' ? goneAt(named) : undefined)
  })
}

function isReadAsGone({ response }: Exchange, at: string, { leaves }: Deletion): Judgement {
  if (leaves === 'object') return kept()
  if (response.status >= 300) return kept()
  if (leaves === 'nothing') return departs({ at: 'status', expected: 'not found', actual: response.status })
  const told = valueAt(response.json, `${at}/deleted`)
  return told === true ? kept() : departs({ at: `${at}/deleted`, expected: true, actual: told ?? 'absent' })
}

function isRefused({ response }: Exchange): Judgement {
  return response.status >= 300 ? kept() : departs({ at: 'status', expected: 'refused', actual: response.status })
}
