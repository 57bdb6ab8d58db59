import type { Lie } from '../module.ts'
import type { Rules } from './rules.ts'

/** What the live sandbox is known to do otherwise than documented. */
export const faults: readonly Lie<Rules>[] = []
