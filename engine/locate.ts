import type { Exchange } from '../model/exchange.ts'
import { headerOf } from '../model/exchange.ts'
import type { Mismatch } from '../model/finding.ts'
import { isObject, sameJson, valueAt } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import { bodyOf } from '../suites/observers/view.ts'

/** How many mismatches of one judgement a report shows. */
export const shownMismatches = 3

/** How many exchanges of a scenario are kept as its evidence. */
export const longestEvidence = 12

/**
 * Says of each mismatch which exchange it is in: the one that the judgement names, else the only one that it was given, else the
 * last one of those with this value at this place. None is said where none can be told, as of a count or of several answers joined.
 */
export function locate(
  mismatches: readonly Mismatch[],
  evidence: unknown,
  trace: readonly Exchange[],
): readonly Mismatch[] {
  const known = new Set<unknown>(trace)
  return mismatches.map(({ in: named, ...mismatch }) => {
    const shown = trace.find(({ id }) => id === named?.id) ?? foundIn(mismatch, evidence, known)
    return shown === undefined ? mismatch : { ...mismatch, in: shown }
  })
}

/** The last exchanges of a scenario, with those among them that its mismatches are in, in the order in which they came. */
export function evidenceFor(mismatches: readonly Mismatch[], trace: readonly Exchange[]): readonly Exchange[] {
  const kept = new Set(mismatches.slice(0, shownMismatches).flatMap(({ in: shown }) => shown ?? []))
  const latest = trace.filter((exchange) => !kept.has(exchange)).slice(kept.size - longestEvidence)
  for (const exchange of latest) kept.add(exchange)
  return trace.filter((exchange) => kept.has(exchange))
}

/** The last of the exchanges that a judge was given which has this value at this place. That it has nothing there tells none from another. */
function foundIn({ at, actual }: Mismatch, evidence: unknown, trace: ReadonlySet<unknown>): Exchange | undefined {
  if (trace.has(evidence)) return evidence as Exchange
  return exchangesIn(evidence, trace).findLast((exchange) => sameJson(told(exchange, at), actual))
}

/** Every exchange of the trace that stands somewhere in what a judge was given. */
function exchangesIn(evidence: unknown, trace: ReadonlySet<unknown>): readonly Exchange[] {
  if (trace.has(evidence)) return [evidence as Exchange]
  if (Array.isArray(evidence)) return evidence.flatMap((part) => exchangesIn(part, trace))
  return isObject(evidence) ? Object.values(evidence).flatMap((part) => exchangesIn(part, trace)) : []
}

/** What the target says at a place: in its answer, or in its delivery, whose answer is ours. */
function told(exchange: Exchange, at: string): Json | undefined {
  const isDelivery = exchange.direction === 'inbound'
  if (at === 'status') return isDelivery ? undefined : exchange.response.status
  if (at === '' || at.startsWith('/')) return valueAt(bodyOf(exchange), at)
  return headerOf(isDelivery ? exchange.request : exchange.response, at)
}
