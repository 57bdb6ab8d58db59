import type { Json } from './json.ts'
import { sameJson } from './json.ts'

/** A point in time, in nanoseconds since the epoch, and the size of the last digit that its text shows. */
interface Instant {
  readonly nanoseconds: bigint
  readonly unit: bigint
}

// RFC 3339; ISO 8601 allows the zone to be left out
const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})?$/i

/** The instant that a text tells, or undefined where it tells none. A time without a zone is in UTC. */
function instantOf(text: Json | undefined): Instant | undefined {
  if (typeof text !== 'string' || text.length < 19) return undefined
  const [, time, fraction = '', zone = 'Z'] = form.exec(text) ?? []
  const seconds = time === undefined ? Number.NaN : Date.parse(`${time}${zone}`.toUpperCase())
  if (Number.isNaN(seconds)) return undefined
  const digits = fraction.slice(0, 9)
  return {
    nanoseconds: BigInt(seconds) * 1_000_000n + BigInt(digits.padEnd(9, '0')),
    unit: 10n ** BigInt(9 - digits.length),
  }
}

/** Milliseconds since the epoch of the instant that a text tells; NaN where it tells none. */
export function millisecondsOf(text: Json | undefined): number {
  const instant = instantOf(text)
  return instant === undefined ? Number.NaN : Number(instant.nanoseconds / 1_000_000n)
}

/**
 * Negative where the first of two texts tells an earlier instant, positive where it tells a later one, and 0 where they are the same
 * to the coarser of their precisions, cut off or rounded. Undefined where one of them tells no instant.
 */
export function compareInstants(left: Json | undefined, right: Json | undefined): number | undefined {
  const [first, second] = [instantOf(left), instantOf(right)]
  if (first === undefined || second === undefined) return undefined
  const difference = first.nanoseconds - second.nanoseconds
  const unit = first.unit > second.unit ? first.unit : second.unit
  return difference > -unit && difference < unit ? 0 : difference < 0n ? -1 : 1
}

/** Two JSON values are the same value, where instants are compared as instants. */
export function sameValue(left: Json | undefined, right: Json | undefined): boolean {
  return left === right || sameJson(left, right, (one, other) => compareInstants(one, other) === 0)
}
