import type { Resource } from '../../../model/declaration.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Matrix } from '../matrix.ts'

/** A resource whose objects are looked at. */
export interface Kind {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly retrieve: string
}

/** How a clause is judged by what was seen. */
export type Judge<Evidence> = readonly [clause: string | undefined, judge: (evidence: Evidence) => Judgement]
