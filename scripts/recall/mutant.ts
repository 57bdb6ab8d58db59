/** A change that Stryker makes to the source of an emulator. */
export interface SourceMutant {
  readonly id: string
  /** Path from the root of the project. */
  readonly file: string
  /** Line and column, both from 1. */
  readonly line: number
  readonly column: number
  /** Stryker's name for the kind of change, such as `ConditionalExpression`. */
  readonly mutator: string
  /** What stands in the source, and what stands there in its place. */
  readonly original: string
  readonly replacement: string
}

/** What the suite made of a mutant. */
export type Fate =
  /** The run fails: a gap of this clause. */
  | { readonly state: 'killed'; readonly clause: string }
  /** The run warns of a gap of this clause, which does not bind: no document forbids what the mutant does. */
  | { readonly state: 'warned'; readonly clause: string }
  /** The run ends without a gap. */
  | { readonly state: 'survived' }
  /** No check executes the changed code. */
  | { readonly state: 'unreached' }
  /** The process ends, or the run does not end within the time limit: the source is not one that could be used. */
  | { readonly state: 'crashed' }

/** A mutant that is changed while modules load must have a process of its own. */
export type Answer = Fate | { readonly state: 'needs-own-process' }
