import { createHash } from 'node:crypto'
import { createEmulator } from '../emulator/module.ts'
import type { EmulatorOptions, Lie } from '../emulator/module.ts'
import { loadModel } from '../emulator/load.ts'
import type { Provider } from '../model/contract.ts'
import type { WireRequest, WireResponse } from '../model/exchange.ts'
import { emulatorTarget } from './emulator-target.ts'
import type { MakeEmulator } from './emulator-target.ts'
import type { Target } from './session.ts'

/** Emulated time at which every scenario begins: 1 February 2018, 12:00 UTC. */
export const emulatedStart = Date.UTC(2018, 1, 1, 12)

/** What is told in place of the truth: inside the emulator, between it and the client, or both. */
export interface Told {
  readonly lie?: Lie<unknown>
  readonly formIds?: NonNullable<EmulatorOptions['formIds']>
  readonly rewrite?: (request: WireRequest, response: WireResponse) => WireResponse
}

/** The embedded emulator of a provider, pristine or with something else told. */
export async function embeddedEmulator(provider: Provider, seed: number, told: Told = {}): Promise<Target> {
  const model = await loadModel(provider.name)
  const lies = told.lie === undefined ? [] : [told.lie]
  const formed = told.formIds === undefined ? {} : { formIds: told.formIds }
  const make: MakeEmulator = (label, deliver) =>
    createEmulator(model, { seed: seedOf(seed, label), start: emulatedStart, deliver, ...formed }, lies)
  return emulatorTarget(provider, make, told.rewrite)
}

/** 48 bits, so that no two scenarios of a run, nor of a thousand, have the same ids. */
function seedOf(seed: number, label: string): number {
  return createHash('sha256').update(`${seed} ${label}`).digest().readUIntBE(0, 6)
}
