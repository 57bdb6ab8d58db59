/** A value that filters compare. */
export type Comparable = string | number | boolean | null

/** How lists are filtered, ordered and cut. */
export const listRules = {
  defaultTop: 50,
  maxTop: 100,
  refusesLargeTop: true,
  invoiceFilters: [
    'invoiceId',
    'created',
    'currency',
    'state',
    'issuerId',
    'receiverId',
    'payerId',
    'correlationId',
  ] as readonly string[],
  eventFilters: ['created', 'eventType', 'deliverySuccess'] as readonly string[],
  orderables: ['created'] as readonly string[],

  equal: (left: Comparable, right: Comparable): boolean => left === right,
  greater: (left: Comparable, right: Comparable): boolean => left !== null && right !== null && left > right,
  greaterOrEqual: (left: Comparable, right: Comparable): boolean => left !== null && right !== null && left >= right,
  less: (left: Comparable, right: Comparable): boolean => left !== null && right !== null && left < right,
  lessOrEqual: (left: Comparable, right: Comparable): boolean => left !== null && right !== null && left <= right,
  and: (left: boolean, right: boolean): boolean => left && right,
  or: (left: boolean, right: boolean): boolean => left || right,

  /** Puts items in order of creation, oldest first. */
  ascending: <Item extends { readonly created: number }>(items: readonly Item[]): readonly Item[] =>
    items.toSorted((a, b) => a.created - b.created),
  descending: <Item extends { readonly created: number }>(items: readonly Item[]): readonly Item[] =>
    items.toSorted((a, b) => b.created - a.created),

  page: <Item>(items: readonly Item[], skip: number, top: number): readonly Item[] => items.slice(skip, skip + top),

  /** What `count` says: all records, those that match, and those on the page are at hand. */
  count: (_all: number, matching: number, _onPage: number): number => matching,
}
