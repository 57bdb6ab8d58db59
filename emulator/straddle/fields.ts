import { isObject } from '../../suites/model/json.ts'
import { maybe, oneOf, optional, record, text, value } from './reader.ts'
import type { Reader } from './reader.ts'
import { processingMethods } from './customers/customer.ts'
import type { Rules } from './rules.ts'
import type { Metadata } from './rules/metadata.ts'

function pairFault(rules: Rules, key: string, held: unknown, nulls: boolean): string | undefined {
  if (rules.lengthOf(key) > rules.maxKeyLength())
    return `Metadata keys have at most ${rules.maxKeyLength()} characters.`
  if (held === null && nulls) return undefined
  if (typeof held !== 'string') return 'Metadata values have to be strings.'
  return rules.lengthOf(held) > rules.maxValueLength()
    ? `Metadata values have at most ${rules.maxValueLength()} characters.`
    : undefined
}

/** Metadata within its limits; a platform's own objects also take null for a value. */
export function metadata(rules: Rules, nulls = false): Reader<Metadata | null | undefined> {
  return maybe(
    value((input) => {
      if (!isObject(input)) return 'Metadata has to be an object.'
      const pairs = Object.entries(input)
      if (pairs.length > rules.maxPairs()) return `Metadata has at most ${rules.maxPairs()} pairs.`
      return pairs.map(([key, held]) => pairFault(rules, key, held, nulls)).find((fault) => fault !== undefined)
    }),
  )
}

export const uuid = text({ format: 'uuid' })
export const phone = text({ pattern: /^\+[1-9]\d{1,14}$/ })
export const device = record({ ip_address: text({ format: 'ipv4' }) })

/** How a customer or paykey is processed, and what the sandbox makes of it. */
export function config<const Outcome extends string>(
  outcomes: readonly Outcome[],
): Reader<
  { readonly sandbox_outcome?: Outcome; readonly processing_method?: (typeof processingMethods)[number] } | undefined
> {
  return optional(
    record({ sandbox_outcome: optional(oneOf(outcomes)), processing_method: optional(oneOf(processingMethods)) }),
  )
}
