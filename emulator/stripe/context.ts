import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { Account } from './account.ts'
import type { Rules } from './rules.ts'

/** What the handling of a request stands on: the model's decisions, its time, its ids, and the account it speaks for. */
export interface Context {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly account: Account
  /** Every account opened so far: an honest model looks at none but its own. */
  readonly everyone: readonly Account[]
}

/** An id as the service makes them. */
export function newId({ ids }: Context, prefix: string): string {
  return `${prefix}_${ids.token(24)}`
}
