import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import { isAfter, knownAccountOf } from './asked.ts'
import { listingOf, turningOf } from './listing.ts'
import { createMemory, keyOf } from './memory.ts'

interface Told {
  readonly total: number
  readonly exchange: Exchange
}

const most = 500

/** Whoever asks: a whole list of what cannot be deleted gets no shorter. Of two totals that disagree, the one is wrong that also disagrees with the one before. */
export const totalsNeverFall: Observer = {
  id: 'observer/totals-never-fall',
  clauses: ({ declaration: { lists, paging } }) =>
    paging?.total === undefined
      ? []
      : [...new Set(Object.values(lists).flatMap(({ clauses }) => clauses['total'] ?? paging.clauses['total'] ?? []))],
  watch: (contract) => {
    const lists = createMemory<{ readonly before?: Told | undefined; readonly last: Told }>(most)
    return (exchange) => {
      const told = toldBy(contract, exchange)
      if (told === undefined) return []
      const { before, last } = lists.get(told.key) ?? {}
      const now = { total: told.total, exchange }
      if (last !== undefined && !isAfter(exchange, last.exchange)) return []
      const falls = last !== undefined && now.total < last.total
      const isLastWrong = falls && (before === undefined || before.total <= now.total)
      // what is wrong is no measure of what comes after it
      if (!falls || isLastWrong) lists.note(told.key, { before: isLastWrong ? before : last, last: now })
      if (last === undefined) return []
      return [{ clause: told.clause, ...said(now, last, falls, isLastWrong, told.at) }]
    }
  },
}

function said(now: Told, last: Told, falls: boolean, isLastWrong: boolean, at: string): Omit<Observation, 'clause'> {
  if (!falls) return { judgement: kept(), with: [last.exchange] }
  const mismatch = isLastWrong
    ? { at, expected: { 'at most': now.total }, actual: last.total, in: last.exchange }
    : { at, expected: { 'at least': last.total }, actual: now.total }
  return { judgement: departs(mismatch), with: [last.exchange] }
}

/** The total of a list that only grows; undefined for one that is narrowed, or of what can be deleted. */
function toldBy(
  contract: Contract,
  exchange: Exchange,
): { readonly key: string; readonly clause: string; readonly at: string; readonly total: number } | undefined {
  const { declaration, operations } = contract
  const listing = exchange.direction === 'inbound' ? undefined : listingOf(contract, exchange)
  const account = knownAccountOf(contract, exchange)
  const { paging, list, query } = listing ?? {}
  const clause = list?.clauses['total'] ?? paging?.clauses['total']
  const total = paging?.total === undefined ? undefined : valueAt(exchange.response.json, paging.total)
  if (list === undefined || query === undefined || account === undefined || clause === undefined) return undefined
  if (typeof total !== 'number' || list.of.some((name) => declaration.resources[name]?.delete !== undefined))
    return undefined
  const harmless = new Set([...turningOf(paging), ...list.sorts.flatMap((sort) => Object.keys(sort.query.ascending))])
  if ([...query.keys()].some((name) => !harmless.has(name))) return undefined
  const path = operations.get(exchange.operation ?? '')?.path ?? ''
  if (path.includes('{')) return undefined
  return { key: keyOf(account, path), clause, at: paging?.total ?? '', total }
}
