import type { Comparable } from '../rules/lists.ts'
import type { Rules } from '../rules.ts'
import type { Comparison, Filter } from './filter.ts'
import type { ListQuery } from './query.ts'

type Properties = Readonly<Record<string, Comparable>>

/** One page of records, with the number of those that match. */
export function listOf<Item extends { readonly created: number }>(
  records: readonly Item[],
  { filter, order, skip, top }: ListQuery,
  propertiesOf: (item: Item) => Properties,
  rules: Rules,
): { readonly items: readonly Item[]; readonly count: number } {
  const matching = filter === undefined ? records : records.filter((item) => matches(filter, propertiesOf(item), rules))
  const items = rules.page(rules[order](matching), skip, top)
  return { items, count: rules.count(records.length, matching.length, items.length) }
}

function matches(filter: Filter, properties: Properties, rules: Rules): boolean {
  if (filter.kind !== 'compare') {
    return rules[filter.kind](matches(filter.left, properties, rules), matches(filter.right, properties, rules))
  }
  return compare(filter.comparison, properties[filter.property] ?? null, filter.value, rules)
}

function compare(comparison: Comparison, left: Comparable, right: Comparable, rules: Rules): boolean {
  const { equal: eq, greater: gt, greaterOrEqual: ge, less: lt, lessOrEqual: le } = rules
  return { eq, gt, ge, lt, le }[comparison](left, right)
}
