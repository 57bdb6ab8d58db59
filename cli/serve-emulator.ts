import { bounded } from '../emulator/bounded.ts'
import { deliverOver } from '../emulator/deliver.ts'
import type { Emulator } from '../emulator/http.ts'
import { hasEmulator, loadModel } from '../emulator/load.ts'
import type { Limits } from '../emulator/limits.ts'
import { createEmulator } from '../emulator/module.ts'
import type { Lie, Model } from '../emulator/module.ts'
import { CannotListen, serve } from '../emulator/server.ts'
import type { Served } from '../emulator/server.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'

export interface ServeSetting {
  readonly seed: number
  /** Emulated time at the start, in milliseconds since the epoch. */
  readonly start: number
  readonly ticking: boolean
  readonly faults: readonly string[]
  readonly strictVersion: boolean
  readonly port: number
  readonly host: string
  readonly tls: boolean
  /** Hosts besides this machine that webhooks may go to, and by whose names the control interface may be asked. */
  readonly allowedHosts: readonly string[]
  /** Limits that are not the usual ones. */
  readonly limits?: Partial<Limits>
}

/** Serves a provider's emulator on a port of this machine; `around` stands between the emulator and its clients. */
export async function serveEmulator(
  provider: Provider,
  { seed, start, ticking, faults, strictVersion, ...listening }: ServeSetting,
  around: (emulator: Emulator) => Emulator = (emulator) => emulator,
): Promise<{ readonly emulator: Emulator; readonly served: Served }> {
  if (!hasEmulator(provider)) throw new UsageError(`${provider.title} has no emulator.`)
  const model = await loadModel(provider.name)
  const deliver = deliverOver({ allowedHosts: listening.allowedHosts })
  const strict = createEmulator(model, { seed, start, ticking, deliver }, chooseFaults(provider, model, faults))
  const { keyHeader } = provider.authentication
  const own = { ...listening, ...(keyHeader === undefined ? {} : { keyHeader }) }
  const emulator = around(bounded(strictVersion ? strict : (model.answerLaterVersions?.(strict) ?? strict), own))
  try {
    return { emulator, served: await serve(emulator, listening) }
  } catch (thrown) {
    if (thrown instanceof CannotListen) throw new UsageError(thrown.message)
    throw thrown
  }
}

function chooseFaults<Rules>(
  { name }: Provider,
  { faults }: Model<Rules>,
  ids: readonly string[],
): readonly Lie<Rules>[] {
  return ids.map((id) => {
    const known = faults.find((fault) => fault.id === id)
    if (known !== undefined) return known
    throw new UsageError(
      `${name} has no fault "${id}"; it has ${faults.map((fault) => fault.id).join(', ') || 'none'}.`,
    )
  })
}
