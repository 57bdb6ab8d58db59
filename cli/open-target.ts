import type { Capability } from '../model/clause.ts'
import type { Contract } from '../model/contract.ts'
import type { Unreachable } from '../engine/run.ts'
import { hasEmulator } from '../emulator/load.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import type { HttpTargetSetting } from '../wire/http-target.ts'
import { UsageError, WireError } from '../wire/errors.ts'
import type { Target } from '../wire/session.ts'
import { budgetOf, limitsOf, permissionsOf } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import { guardHost } from './guard.ts'
import type { Permissions } from './guard.ts'
import type { Environment, Io } from './io.ts'
import { keysFor } from './keys.ts'
import { noEmulator } from './require-target.ts'
import { parseOrigin } from './target.ts'
import type { TargetChoice } from './target.ts'

/** What opening a target takes besides the choice itself. */
export interface OpenSetting extends Pick<
  HttpTargetSetting,
  'limits' | 'budget' | 'pause' | 'signal' | 'receive' | 'atOnce'
> {
  readonly environment: Environment
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
    ...(flags.concurrency === undefined ? {} : { atOnce: flags.concurrency }),
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
      return hasEmulator(contract.provider)
        ? embeddedEmulator(contract.provider, setting.seed)
        : { unreachable: noEmulator(contract.provider) }
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
  if (address === undefined)
    return { unreachable: live.closed ?? `The address of the sandbox is not known; set ${live.originVariable}.` }
  if (setting.environment[live.keyVariable] === undefined)
    return { unreachable: `${live.keyVariable} is not set; put a sandbox key into it to judge this provider.` }
  return open(contract, 'live', parseOrigin(address), liveCapabilities, setting)
}

async function openUrl(contract: Contract, origin: URL, setting: OpenSetting): Opened {
  return open(contract, 'url', origin, ['keyed'], setting)
}

async function openEmulated(contract: Contract, origin: URL, setting: OpenSetting): Opened {
  guardHost(contract.provider, origin, 'url', setting.permissions)
  // the HTTP client is loaded by a run that needs it
  const { servedEmulator } = await import('../wire/served-emulator.ts')
  try {
    const target = await servedEmulator(contract, { ...setting, origin, nonce: Date.now().toString(36) })
    if (target !== undefined) return target
  } catch (thrown) {
    if (thrown instanceof WireError) return { unreachable: `The emulator cannot be reached: ${thrown.message}.` }
    throw thrown
  }
  throw new UsageError('The server has no control interface as emulators have; leave --emulated out.')
}

async function open(
  contract: Contract,
  kind: 'live' | 'url',
  origin: URL,
  base: readonly Capability[],
  setting: OpenSetting,
): Opened {
  guardHost(contract.provider, origin, kind, setting.permissions)
  const { keys, isMadeUp } = keysFor(contract.provider, origin, setting.environment, setting.permissions)
  const capabilities = new Set<Capability>(
    base.filter((capability) => capability !== 'second-account' && capability !== 'webhooks'),
  )
  if (keys.second !== undefined) capabilities.add('second-account')
  if (setting.receive !== undefined) capabilities.add('webhooks')
  const { httpTarget } = await import('../wire/http-target.ts')
  return httpTarget(contract, { ...setting, kind, origin, keys, madeUpKey: isMadeUp, capabilities })
}
