import { openLedger } from '../engine/ledger.ts'
import type { Ledger } from '../engine/ledger.ts'
import type { Provider } from '../model/contract.ts'
import type { UsageError } from '../wire/errors.ts'
import { createRedactText } from '../wire/redaction/create-redactor.ts'
import { permissionsOf } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import type { Environment } from './io.ts'
import { keysFor, secretsOf } from './keys.ts'
import type { TargetChoice } from './target.ts'

type Choice = Exclude<TargetChoice, { kind: 'recording' }>

/** The ledger of a target that keeps what is made on it; an emulator forgets everything. */
export function ledgerFor(
  choice: Choice,
  providers: readonly Provider[],
  flags: TargetFlags,
  environment: Environment,
  onFailure: (error: UsageError) => void,
): Ledger | undefined {
  if (choice.kind === 'emulator' || (choice.kind === 'url' && choice.emulated)) return undefined
  return openLedger(flags.ledger, placeOf(choice), {
    hide: createRedactText(secretsOf(providers, environment)),
    hasMadeUpKey: (provider) =>
      choice.kind === 'url' && keysFor(provider, choice.origin, environment, permissionsOf(flags)).isMadeUp,
    onFailure,
  })
}

/** What ledgers call a target. */
export function placeOf(choice: Extract<Choice, { kind: 'live' | 'url' }>): string {
  return choice.kind === 'live' ? 'live' : choice.origin.href
}
