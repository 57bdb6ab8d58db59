import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import type { Lie } from '../../emulator/module.ts'

/** The emulator with one deliberate lie. */
export interface Mutant {
  readonly id: string
  readonly kind: 'semantic' | 'schema'
  readonly text: string
  /** Clauses that it breaks; a gap of any of them is the right reason to die. */
  readonly breaks: ReadonlySet<string>
  /** Operation whose answers it changes, where it is only one. */
  readonly operation?: string
  /** Id of a check to run before: the lie is about what came before, and needs something to have come. */
  readonly after?: string
  /** Told inside the emulator … */
  readonly lie?: Lie<unknown>
  /** … or between emulator and client. */
  readonly rewrite?: (request: WireRequest, response: WireResponse) => WireResponse
  /** Why nothing could tell it from the pristine emulator. */
  readonly equivalent?: string
}
