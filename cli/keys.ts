import type { Provider } from '../model/contract.ts'
import { madeUpKey } from '../model/made-up-key.ts'
import type { HttpTargetSetting } from '../wire/http-target.ts'
import { guardForm, guardKey, guardPlainHttp, isTrusted } from './guard.ts'
import type { Permissions } from './guard.ts'
import type { Environment } from './io.ts'

/** The keys that a target is sent: those of the environment, or one that is made up. */
export interface Keys {
  readonly keys: HttpTargetSetting['keys']
  readonly isMadeUp: boolean
}

/** Every secret that a run may meet, for redaction by value. */
export function secretsOf(providers: readonly Provider[], environment: Environment): readonly string[] {
  return providers.flatMap((provider) => heldFor(provider, environment).map(([, secret]) => secret))
}

/** The secrets that the environment holds for a provider, with the variables that hold them. */
export function heldFor(
  { live }: Provider,
  environment: Environment,
): readonly (readonly [variable: string, secret: string])[] {
  return [live.keyVariable, live.secondKeyVariable, live.tokenVariable].flatMap((variable) => {
    const secret = variable === undefined ? undefined : environment[variable]
    return variable === undefined || secret === undefined || secret === '' ? [] : [[variable, secret] as const]
  })
}

/** Chooses the keys for an address: those of the environment go nowhere but to the provider's own hosts and those that are allowed. */
export function keysFor(provider: Provider, origin: URL, environment: Environment, permissions: Permissions): Keys {
  const { live, authentication } = provider
  for (const [variable, held] of heldFor(provider, environment)) {
    guardForm(held, variable)
    guardKey(provider, held, variable, permissions)
  }
  const first = environment[live.keyVariable]
  if (first === undefined || !isTrusted(provider, origin, permissions))
    return { keys: { first: madeUpKey(authentication) }, isMadeUp: true }
  guardPlainHttp(origin)
  const second = live.secondKeyVariable === undefined ? undefined : environment[live.secondKeyVariable]
  const token = live.tokenVariable === undefined ? undefined : environment[live.tokenVariable]
  return {
    keys: { first, ...(second === undefined ? {} : { second }), ...(token === undefined ? {} : { token }) },
    isMadeUp: false,
  }
}
