export type SortValue = string | number | null
export type Order = 'asc' | 'desc'

export interface PageRequest {
  readonly number: number
  readonly size: number
}

/** Lists: pages, order and filters. */
export const pagingRules = {
  defaultPageSize: (): number => 100,
  maxPageSize: (): number => 1000,
  acceptsPageSize: (size: number, max: number): boolean => size >= 1 && size <= max,
  acceptsPageNumber: (page: number): boolean => page >= 1,
  firstIndex: ({ number, size }: PageRequest): number => (number - 1) * size,
  endIndex: ({ number, size }: PageRequest): number => number * size,
  totalItems: (matching: number, _onPage: number): number => matching,
  totalPages: (items: number, size: number): number => Math.ceil(items / size),
  reportedPage: (page: number): number => page,
  reportedSize: (size: number, _onPage: number): number => size,
  reportedOrder: (order: Order): string => order,
  reportedSort: (sort: string): string => sort,
  /** The field that a list is sorted by: the one asked for, else the usual one. */
  sortField: (asked: string, _usual: string): string => asked,
  defaultOrder: (): Order => 'asc',
  /** Order of two values of the field that is sorted by; what has none comes first. */
  compare(left: SortValue, right: SortValue): number {
    if (left === right) return 0
    if (left === null || right === null) return left === null ? -1 : 1
    return left < right ? -1 : 1
  },
  direct: (comparison: number, order: Order): number => (order === 'asc' ? comparison : -comparison),

  /** Whether a list keeps an item that a filter keeps, or does not. */
  filtered: (_list: string, _parameter: string, kept: boolean): boolean => kept,
  matchesExactly: (value: string, wanted: string): boolean => value === wanted,
  matchesPart: (value: string, wanted: string): boolean => value.toLowerCase().includes(wanted.toLowerCase()),
  /** One value out of several asked for is enough. */
  matchesAny: (value: string, wanted: readonly string[]): boolean => wanted.includes(value),
  notBelow: (value: number, lowest: number): boolean => value >= lowest,
  notAbove: (value: number, highest: number): boolean => value <= highest,
  /** Search texts are looked for in every field that is searched. */
  finds: (fields: readonly string[], wanted: string): boolean =>
    fields.some((field) => field.toLowerCase().includes(wanted.toLowerCase())),
}
