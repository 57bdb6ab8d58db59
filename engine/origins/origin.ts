import type { Json } from '../../model/json.ts'
import type { ClauseRow, Finding, StoredExchange } from '../../model/report.ts'

/** What findings of one origin have in common: a key that is the same in every run, and what is wrong, in plain words. */
export interface Origin {
  readonly key: string
  readonly title: string
  /** What the finding adds to the title, such as the operation that is absent. */
  readonly name?: string
}

/** A finding with its clause and the exchange that shows it. */
export interface Shown {
  readonly row: ClauseRow
  readonly finding: Finding
  readonly exchange: StoredExchange | undefined
  /** The clause is of a kind of object that has operations, and of no feature that goes through all of them. */
  readonly ofResource: boolean
  /** Ids of objects to which a request was made that had to be refused and was not. */
  readonly spoiled: ReadonlySet<string>
  /** Operations that answered otherwise than as if they were absent. */
  readonly present: ReadonlySet<string>
}

/** Tells the origin of a finding, where it is of a kind that it knows. */
export type Rule = (shown: Shown) => Origin | undefined

export const isSuccess = (status: unknown): boolean => typeof status === 'number' && status >= 200 && status < 300

export const isRefusal = (status: unknown): boolean => typeof status === 'number' && status >= 400 && status < 500

/** The statuses that a judgement expects. */
export function statusesIn(expected: Json): readonly number[] {
  if (typeof expected === 'number') return [expected]
  const listed = (expected as { readonly 'one of'?: unknown } | null)?.['one of']
  return Array.isArray(listed) ? listed.filter((status): status is number => typeof status === 'number') : []
}

/** Whether a judgement expects a request to be refused, with whatever status. */
export function expectsRefusal(expected: Json): boolean {
  const statuses = statusesIn(expected)
  return statuses.length === 0
    ? typeof expected === 'string' && expected.startsWith('a refusal')
    : statuses.every(isRefusal)
}

/** A place with positions in lists left open. */
export function placeOf({ at }: Finding): string {
  return at.replaceAll(/\/\d+(?=\/|$)/g, '/*')
}

/** The name of a property by its first step, without the list that an object stands in: `sources` of `/data/3/sources/total_count`. */
export function propertyOf(finding: Finding): string | undefined {
  const [first] = placeOf(finding)
    .replace(/^.*\/\*(?=\/)/, '')
    .split('/')
    .slice(1)
  return first === undefined || first === '' || first === '*' ? undefined : first
}
