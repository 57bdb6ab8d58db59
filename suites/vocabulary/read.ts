import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'

/** The value at a JSON Pointer of the response body, or undefined. */
export function read(exchange: Exchange, at: string): Json | undefined {
  return valueAt(exchange.response.json, at)
}

/** A string that the scenario cannot go on without. */
export function textAt(exchange: Exchange, at: string): string {
  const value = read(exchange, at)
  if (typeof value !== 'string') throw new Blocked(exchange, `no string at ${at}`, at)
  return value
}

/** A number that the scenario cannot go on without. */
export function numberAt(exchange: Exchange, at: string): number {
  const value = read(exchange, at)
  if (typeof value !== 'number') throw new Blocked(exchange, `no number at ${at}`, at)
  return value
}

/** An array that the scenario cannot go on without. */
export function listAt(exchange: Exchange, at: string): readonly Json[] {
  const value = read(exchange, at)
  if (!Array.isArray(value)) throw new Blocked(exchange, `no array at ${at}`, at)
  return value as readonly Json[]
}

/** An object that the scenario cannot go on without. */
export function objectAt(exchange: Exchange, at: string): JsonObject {
  const value = read(exchange, at)
  if (!isObject(value)) throw new Blocked(exchange, `no object at ${at}`, at)
  return value
}
