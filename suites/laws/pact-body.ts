import { departs, each, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject, pointerStep, sameJson } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** Matching rules of a pact's response body by JSON path. */
export type PactBodyRules = Readonly<Record<string, { readonly matchers: readonly Matcher[] }>>

interface Matcher {
  readonly match: string
  readonly regex?: string
  readonly min?: number
}

/** Holds a body against the example and the rules of a pact, as Pact does: properties beyond the example are allowed, a regular expression has to match the whole text. */
export function matchPactBody(expected: Json, actual: Json | undefined, rules: PactBodyRules): Judgement {
  return matchAt(expected, actual, rules, '$', '', undefined)
}

function matchAt(
  expected: Json,
  actual: Json | undefined,
  rules: PactBodyRules,
  path: string,
  at: string,
  inherited: Matcher | undefined,
): Judgement {
  const matcher = rules[path]?.matchers[0] ?? rules[path.replaceAll(/\[\d+\]/g, '[*]')]?.matchers[0] ?? inherited
  if (actual === undefined) return departs({ at, expected: 'present', actual: 'absent' })
  const passedOn = matcher?.match === 'type' ? { match: 'type' } : undefined
  if (isObject(expected)) {
    if (!isObject(actual)) return departs({ at, expected: 'type object', actual })
    return each(Object.entries(expected), ([name, value]) =>
      matchAt(value, actual[name], rules, `${path}.${name}`, `${at}${pointerStep(name)}`, passedOn),
    )
  }
  if (Array.isArray(expected)) return matchList(expected, actual, rules, path, at, matcher)
  return matchValue(expected, actual, at, matcher)
}

function matchList(
  expected: readonly Json[],
  actual: Json,
  rules: PactBodyRules,
  path: string,
  at: string,
  matcher: Matcher | undefined,
): Judgement {
  if (!Array.isArray(actual)) return departs({ at, expected: 'type array', actual })
  const items = actual as readonly Json[]
  if (matcher?.match !== 'type') {
    if (items.length !== expected.length)
      return departs({ at, expected: `${expected.length} items`, actual: items.length })
    return each(expected, (item, index) =>
      matchAt(item, items[index], rules, `${path}[${index}]`, `${at}/${index}`, undefined),
    )
  }
  const { min = 0 } = matcher
  if (items.length < min) return departs({ at, expected: `${min} items or more`, actual: items.length })
  const [template] = expected
  return template === undefined
    ? kept()
    : each(items, (item, index) =>
        matchAt(template, item, rules, `${path}[${index}]`, `${at}/${index}`, { match: 'type' }),
      )
}

function matchValue(expected: Json, actual: Json, at: string, matcher: Matcher | undefined): Judgement {
  const { match, regex = '' } = matcher ?? {}
  switch (match) {
    case 'type':
      return typeof actual === typeof expected && (actual === null) === (expected === null)
        ? kept()
        : departs({ at, expected: `like ${JSON.stringify(expected)}`, actual })
    case 'integer':
      return Number.isInteger(actual) ? kept() : departs({ at, expected: 'an integer', actual })
    case 'regex':
      return typeof actual === 'string' && new RegExp(`^(?:${regex})$`).test(actual)
        ? kept()
        : departs({ at, expected: `form ${regex}`, actual })
    case undefined:
      return sameJson(expected, actual) ? kept() : departs({ at, expected, actual })
    default:
      throw new Error(`the matcher ${match} of a pact is not known`)
  }
}
