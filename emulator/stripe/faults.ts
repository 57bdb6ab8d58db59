import type { Lie } from '../module.ts'
import type { Rules } from './rules.ts'

/** Departures that the live service is known for. */
export const faults: readonly Lie<Rules>[] = []
