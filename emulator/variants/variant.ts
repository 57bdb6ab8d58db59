import type { EmulatorRequest, EmulatorResponse } from '../http.ts'
import type { Ids } from '../ids.ts'
import type { Lie } from '../module.ts'

/** Answers a request. */
export type Answer = (request: EmulatorRequest) => Promise<EmulatorResponse>

/** Stands between a target and whoever asks it: changes requests on their way, and their answers. Emulators have a clock to advance. */
export type Between = (answer: Answer, advance: (seconds: number) => Promise<void>) => Answer

/** A target with one thing different that the documents allow: no clause has a gap there. */
export interface Variant<Rules = unknown> {
  /** Kebab case, unique within the provider. */
  readonly id: string
  /** What is different, one present-tense sentence. */
  readonly text: string
  /** What it changes, where another variant changes the same: two of one subject are never told together. */
  readonly subject?: string
  readonly between?: Between
  /** It moves the clock by less than a second, which only the embedded emulator can. */
  readonly movesClock?: boolean
  /** Rules of the emulator in place of its own; such a variant is told to the emulator alone. */
  readonly rules?: NonNullable<Lie<Rules>['rules']>
  /** Ids of another form than the emulator's own; such a variant is told to the emulator alone. */
  readonly formIds?: (own: Ids) => Ids
  /** Clauses that it cannot show; all others are judged as without it. */
  readonly hides?: RegExp
  /** Clauses that are not judged: the variant is not true to itself there. */
  readonly leaves?: RegExp
  /** Clauses whose documents know of the difference: they warn, and fail no run. */
  readonly departs?: readonly string[]
}
