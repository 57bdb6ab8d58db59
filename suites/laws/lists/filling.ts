import type { Capability } from '../../../model/clause.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'

/** What a list holds: at least six items that differ in all that they are selected by, some of them alike in each. */
export interface Population {
  /** Ids in the order in which they were made. */
  readonly ids: readonly string[]
  readonly path?: Call['path']
  /** A query that finds these and no strangers', where the account holds others. */
  readonly within?: JsonObject
  /** Makes one more. */
  readonly add?: () => Promise<unknown>
  /** Changes the one with this id in a way that does not concern its place. */
  readonly touch?: (id: string) => Promise<unknown>
}

/** How a list is filled. */
export interface Filling {
  /** `fresh-account` where no query finds these and no strangers'. */
  readonly needs?: readonly Capability[]
  /** `pause` lets time pass, so that some are older than others. */
  readonly populate: (trial: Trial, pause: () => Promise<void>) => Promise<Population>
  /** Makes so many more, whatever they are, as cheaply as possible. */
  readonly fill?: (trial: Trial, count: number) => Promise<Population>
}
