import type { Capability } from '../model/clause.ts'
import type { Contract, Provider } from '../model/contract.ts'
import type { Unreachable } from '../engine/run.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { httpTarget } from '../wire/http-target.ts'
import type { HttpTargetSetting } from '../wire/http-target.ts'
import { UsageError, WireError } from '../wire/errors.ts'
import { servedEmulator } from '../wire/served-emulator.ts'
import type { Target } from '../wire/session.ts'
import { budgetOf, limitsOf, permissionsOf } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import type { Io } from './io.ts'
import { guardForm, guardHost, guardKey } from './guard.ts'
import type { Permissions } from './guard.ts'
import { parseOrigin } from './target.ts'
import type { TargetChoice } from './target.ts'

/** What opening a target takes besides the choice itself. */
export interface OpenSetting extends Pick<HttpTargetSetting, 'limits' | 'budget' | 'pause' | 'signal' | 'receive'> {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly seed: number
  readonly permissions: Permissions
}

/** What the flags and the environment say of opening a target. */
export function openSetting(
  flags: TargetFlags,
  { environment, pause }: Pick<Io, 'environment' | 'pause'>,
): OpenSetting {
  return {
    environment,
    pause,
    seed: flags.seed,
    permissions: permissionsOf(flags),
    limits: limitsOf(flags),
    budget: budgetOf(flags),
  }
}

type Opened = Promise<Target | Unreachable>

/** Opens the chosen target for a provider, or says in one sentence why it cannot show that provider. */
export async function openTarget(
  choice: Exclude<TargetChoice, { kind: 'recording' }>,
  contract: Contract,
  setting: OpenSetting,
): Opened {
  switch (choice.kind) {
    case 'emulator':
      return embeddedEmulator(contract.provider, setting.seed)
    case 'url':
      return choice.emulated
        ? openEmulated(contract, choice.origin, setting)
        : openUrl(contract, choice.origin, setting)
    case 'live':
      return openLive(contract, setting)
  }
}

async function openLive(contract: Contract, setting: OpenSetting): Opened {
  const { live, liveCapabilities } = contract.provider
  const address = setting.environment[live.originVariable] ?? live.origin
  if (address === undefined) return { unreachable: live.closed ?? `No address is known; set ${live.originVariable}.` }
  const key = setting.environment[live.keyVariable]
  if (key === undefined)
    return { unreachable: `${live.keyVariable} is not set; put a sandbox key into it to judge this provider.` }
  return open(contract, 'live', parseOrigin(address), key, liveCapabilities, setting)
}

async function openUrl(contract: Contract, origin: URL, setting: OpenSetting): Opened {
  const { live, authentication } = contract.provider
  const key = setting.environment[live.keyVariable] ?? `${authentication.keyPrefix}assay${'0'.repeat(19)}`
  return open(contract, 'url', origin, key, ['keyed'], setting)
}

async function openEmulated(contract: Contract, origin: URL, setting: OpenSetting): Opened {
  guardHost(contract.provider, origin, 'url', setting.permissions)
  try {
    const target = await servedEmulator(contract, { ...setting, origin, nonce: Date.now().toString(36) })
    if (target !== undefined) return target
  } catch (thrown) {
    if (thrown instanceof WireError) return { unreachable: `The emulator cannot be asked: ${thrown.message}.` }
    throw thrown
  }
  throw new UsageError('The server has no control interface as emulators have; leave --emulated out.')
}

function open(
  contract: Contract,
  kind: 'live' | 'url',
  origin: URL,
  key: string,
  base: readonly Capability[],
  setting: OpenSetting,
): Target {
  const { provider } = contract
  const { secondKeyVariable, tokenVariable } = provider.live
  const token = tokenVariable === undefined ? undefined : setting.environment[tokenVariable]
  const second = secondKeyVariable === undefined ? undefined : setting.environment[secondKeyVariable]
  guardHost(provider, origin, kind, setting.permissions)
  for (const [variable, held] of heldFor(provider, setting.environment)) {
    guardForm(held, variable)
    guardKey(provider, held, variable, setting.permissions)
  }
  const capabilities = new Set<Capability>(
    base.filter((capability) => capability !== 'second-account' && capability !== 'webhooks'),
  )
  if (second !== undefined) capabilities.add('second-account')
  if (setting.receive !== undefined) capabilities.add('webhooks')
  const keys = { first: key, ...(second === undefined ? {} : { second }), ...(token === undefined ? {} : { token }) }
  return httpTarget(contract, { ...setting, kind, origin, keys, capabilities })
}

/** Every secret that a run may meet, for redaction by value. */
export function secretsOf(providers: readonly Provider[], environment: OpenSetting['environment']): readonly string[] {
  return providers.flatMap((provider) => heldFor(provider, environment).map(([, secret]) => secret))
}

/** The secrets that the environment holds for a provider, with the variables that hold them. */
function heldFor(
  { live }: Provider,
  environment: OpenSetting['environment'],
): readonly (readonly [variable: string, secret: string])[] {
  return [live.keyVariable, live.secondKeyVariable, live.tokenVariable].flatMap((variable) => {
    const secret = variable === undefined ? undefined : environment[variable]
    return variable === undefined || secret === undefined || secret === '' ? [] : [[variable, secret] as const]
  })
}
