import type { Observer } from '../../model/check.ts'
import { unobservable } from '../../model/judgement.ts'
import type { Mismatch } from '../../model/finding.ts'
import { isMasked } from '../../model/masked.ts'
import { pointerSteps } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { Filled } from './filled.ts'

/** The same observer for recorded traffic: a value that whoever recorded it has masked, hashed or emptied proves nothing. */
export function ignoringMasks(observer: Observer, filled?: Filled): Observer {
  return {
    ...observer,
    watch: (contract, traffic) => {
      const see = observer.watch(contract, traffic)
      return (exchange) => {
        const observations = see(exchange)
        if (!observations.some(({ judgement }) => judgement.says === 'departs')) return observations
        return observations.map((observation) => {
          const { judgement } = observation
          if (judgement.says !== 'departs') return observation
          const proven = judgement.mismatches.filter((mismatch) => isProof(mismatch, filled))
          return {
            ...observation,
            judgement:
              proven.length > 0 ? { ...judgement, mismatches: proven } : unobservable('the recording masks the value'),
          }
        })
      }
    },
  }
}

function isProof({ at, expected, actual }: Mismatch, filled: Filled | undefined): boolean {
  if (masks(expected) || masks(actual) || standInFor(expected) !== standInFor(actual)) return false
  if (isHashed(expected, actual) || isHashed(actual, expected)) return false
  // nothing tells a text that is empty from one that was emptied, but that others are not
  const isEmpty = actual === '' || actual === null
  return (
    !isEmpty ||
    filled === undefined ||
    !at.startsWith('/') ||
    !isText(expected) ||
    filled.has(pointerSteps(at).at(-1) ?? '')
  )
}

/** A text, or what a schema says of texts. */
function isText(expected: Json): boolean {
  return typeof expected === 'string' && !/^type (?!string)/.test(expected)
}

const digest = /^(?:[a-z\d-]{3,10}[:_])?(?:[\da-f]{16}|[\da-f]{20}|[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})$/

/** Whether one text is a digest in the place of another that is none. */
function isHashed(shown: Json, other: Json): boolean {
  if (typeof shown !== 'string' || typeof other !== 'string' || !digest.test(shown)) return false
  return !digest.test(other) && !/^(?:pattern|format|type|must|one|at|absent|present|found|refused)\b/.test(other)
}

/** A numbered stand-in of our own recordings with something before or behind it. */
const holdsStandIn = /(?:.\[[a-z][a-z ]{0,20} \d+\])|(?:\[[a-z][a-z ]{0,20} \d+\].)/s

function masks(value: Json): boolean {
  return typeof value === 'string' && (isMasked(value) || holdsStandIn.test(value))
}

/** The shape of a text with a number in its last places, as our own recordings write what has to keep its shape: `Aaaa 0aab`. */
const shape = /^(?=(?:[^\p{L}\p{Nd}]*[aA0]){2})[aA0]?(?:[^\p{L}\p{Nd}]|[aA0])*[\p{L}\p{Nd}]{0,2}$/u

/** What a numbered stand-in of our own recordings stands for: two of one kind differ where the values did. */
function standInFor(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined
  if (value.endsWith('@redacted.example')) return 'address'
  return /^\[([a-z][a-z ]*) \d+\]$/.exec(value)?.[1] ?? (shape.test(value) ? 'shape' : undefined)
}
