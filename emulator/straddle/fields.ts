import { isObject } from '../../model/json.ts'
import { maybe, oneOf, optional, record, text, value } from './reader.ts'
import type { Fault, Reader } from './reader.ts'
import { processingMethods } from './customers/customer.ts'
import type { Rules } from './rules.ts'
import type { Metadata } from './rules/metadata.ts'

function pairFault(rules: Rules, key: string, held: unknown, nulls: boolean): Fault | undefined {
  const longestKey = rules.maxKeyLength()
  if (rules.lengthOf(key) > longestKey) return ['form', `Metadata keys have at most ${longestKey} characters.`]
  if (held === null && nulls) return undefined
  if (typeof held !== 'string') return ['type', 'Metadata values have to be strings.']
  const longest = rules.maxValueLength()
  return rules.lengthOf(held) > longest ? ['form', `Metadata values have at most ${longest} characters.`] : undefined
}

/** Metadata within its limits; a platform's own objects also take null for a value. */
export function metadata(rules: Rules, nulls = false): Reader<Metadata | null | undefined> {
  return maybe(
    value<Metadata>(
      (input) => {
        if (!isObject(input)) return ['type', 'Metadata has to be an object.']
        const pairs = Object.entries(input)
        if (!rules.acceptsPairs(pairs.length, rules.maxPairs()))
          return ['form', `Metadata has at most ${rules.maxPairs()} pairs.`]
        return pairs.map(([key, held]) => pairFault(rules, key, held, nulls)).find((fault) => fault !== undefined)
      },
      () => ({}),
    ),
  )
}

export const uuid = text({ format: 'uuid' })
export const phone = text({ pattern: /^\+[1-9]\d{1,14}$/ })

/** The phone number of a customer. */
export const customerPhone = (rules: Rules): Reader<string> =>
  value(
    (input) => {
      if (typeof input !== 'string') return ['type', 'The value has to be a string.']
      return rules.acceptsPhone(input) ? undefined : ['form', 'The value is not a phone number with its country.']
    },
    (input) => (typeof input === 'string' ? input : ''),
  )
export const device = record({ ip_address: text({ format: 'ipv4' }) })

/** How a customer or paykey is processed, and what the sandbox makes of it. */
export function config<const Outcome extends string>(
  outcomes: readonly [Outcome, ...(readonly Outcome[])],
): Reader<
  | {
      readonly sandbox_outcome?: Outcome | undefined
      readonly processing_method?: (typeof processingMethods)[number] | undefined
    }
  | undefined
> {
  return optional(
    record({ sandbox_outcome: optional(oneOf(outcomes)), processing_method: optional(oneOf(processingMethods)) }),
  )
}
