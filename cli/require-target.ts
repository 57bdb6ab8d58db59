import { hasEmulator } from '../emulator/load.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import type { Environment } from './io.ts'
import type { TargetChoice } from './target.ts'

/** A run that can open its target for none of its providers is a mistake of the user's. What can be opened for some is judged for these. */
export function requireTarget({ kind }: TargetChoice, providers: readonly Provider[], environment: Environment): void {
  if (kind === 'emulator') requireAnEmulator(providers)
  if (kind === 'live') requireAKey(providers, environment)
}

/** Why a provider cannot be judged on the emulator. */
export const noEmulator = ({ title }: Provider): string => `${title} has no emulator; name a target with --target.`

function requireAnEmulator(providers: readonly Provider[]): void {
  const [first] = providers
  if (first !== undefined && !providers.some(hasEmulator)) throw new UsageError(noEmulator(first))
}

function requireAKey(providers: readonly Provider[], environment: Environment): void {
  const open = providers.filter(({ live }) => (environment[live.originVariable] ?? live.origin) !== undefined)
  const variables = open.map(({ live }) => live.keyVariable)
  if (variables.length === 0 || variables.some((variable) => environment[variable] !== undefined)) return
  const notSet = variables.length === 1 ? `${variables[0]} is not set` : `None of ${variables.join(', ')} is set`
  throw new UsageError(`${notSet}; put a sandbox key into .env or the environment.`)
}
