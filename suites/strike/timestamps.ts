import type { Exchange } from '../../model/exchange.ts'
import { read } from '../vocabulary/read.ts'

/** Milliseconds since the epoch of a timestamp in an answer, whatever its offset; undefined where there is none. */
export function instantAt(exchange: Exchange, at: string): number | undefined {
  const value = read(exchange, at)
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}
