import type { Clause } from '../model/clause.ts'
import { isObject } from '../model/json.ts'
import type { Json } from '../model/json.ts'

/** Where a declaration names clauses by the rule of a law. */
const byRule = new Set(['bodies', 'clauses', 'refusals'])

/** A declaration without what it says by a clause that is excluded. */
export function withoutExcluded(value: Json, clauses: ReadonlyMap<string, Clause>): Json {
  const isExcluded = (clause: Json | undefined): boolean => clauses.get(String(clause))?.excluded !== undefined
  const isKept = (inner: Json): boolean =>
    !isObject(inner) || inner['clause'] === undefined || !isExcluded(inner['clause'])

  function kept(inner: Json): Json {
    if (Array.isArray(inner)) return (inner as readonly Json[]).filter(isKept).map(kept)
    if (!isObject(inner)) return inner
    const entries = Object.entries(inner).flatMap(([name, one]): readonly (readonly [string, Json])[] => {
      if (byRule.has(name) && isObject(one))
        return [[name, Object.fromEntries(Object.entries(one).filter(([, clause]) => !isExcluded(clause)))]]
      if ((name === 'stays' || name === 'unknown') && isExcluded(one)) return []
      const left = isKept(one) ? kept(one) : undefined
      const isEmptied = Array.isArray(left) && left.length === 0 && (one as readonly Json[]).length > 0
      return left === undefined || isEmptied ? [] : [[name, left]]
    })
    return Object.fromEntries(entries)
  }

  return kept(value)
}
