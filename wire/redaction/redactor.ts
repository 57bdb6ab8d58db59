import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import type { StoredExchange } from '../../model/report.ts'

/** Takes secrets and personal data out of everything that is kept or shown. Judging happens before it. */
export interface Redactor {
  /** Notes who was the first to say what, the suite or the target; called for every exchange of a run in which the suite sends. */
  see(exchange: Exchange): void
  /** An exchange as it may be stored; what a body has beyond `longestBody` characters is left out. */
  exchange(exchange: Exchange, longestBody?: number): StoredExchange
  /**
   * What a mismatch says, once its evidence is stored: what it shares with that has the same placeholders. What is expected stays as it is,
   * but for what the target has told.
   */
  mismatch(mismatch: Mismatch): Pick<Mismatch, 'at' | 'expected' | 'actual'>
  /** Any value of which no schema says where it stood. */
  value(value: Json): Json
  /** An input of a check, which is made up. */
  input(value: Json): Json
  /** A name that a target gives to a property or a value of its own. */
  name(name: string): string
  /** A JSON Pointer. */
  pointer(pointer: string): string
  text(text: string): string
}
