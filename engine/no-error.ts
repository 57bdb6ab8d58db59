import type { Contract, Schema } from '../model/contract.ts'
import type { Mismatch } from '../model/finding.ts'
import { isObject, pointerSteps } from '../model/json.ts'

/** Whether a mismatch is within an error that the answer does not have, since it succeeded: nothing of the kind was there to look at. */
export function isWithinNoError(contract: Contract, { at, in: shown }: Mismatch): boolean {
  if (shown === undefined || !at.startsWith('/') || shown.direction === 'inbound') return false
  const { status, json } = shown.response
  const [first = ''] = pointerSteps(at)
  const operation = contract.operations.get(shown.operation ?? '')
  if (status >= 300 || operation === undefined || (isObject(json) && Object.hasOwn(json, first))) return false
  const statuses = Object.keys(operation.answers)
  const names = (ofClass: (name: string) => boolean): ReadonlySet<string> =>
    new Set(statuses.filter(ofClass).flatMap((name) => propertiesOf(contract, operation.answers[name])))
  return names((name) => /^[45d]/.test(name)).has(first) && !names((name) => name.startsWith('2')).has(first)
}

/** The top-level properties of a schema and of what it refers to. */
function propertiesOf({ schemas }: Contract, id: string | null | undefined): readonly string[] {
  const seen = new Set<string>()
  const below = (schema: Schema | undefined, base: string): readonly string[] => {
    if (schema === undefined) return []
    const { properties, $ref, allOf, anyOf, oneOf } = schema
    const own = isObject(properties) ? Object.keys(properties) : []
    const parts = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : [])).filter(isObject)
    return [
      ...own,
      ...parts.flatMap((part) => below(part, base)),
      ...(typeof $ref === 'string' ? named(new URL($ref, base).href) : []),
    ]
  }
  const named = (href: string): readonly string[] => {
    if (seen.has(href)) return []
    seen.add(href)
    return below(schemas.get(href), href)
  }
  return typeof id === 'string' ? named(id) : []
}
