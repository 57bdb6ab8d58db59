import { createEmulator } from '../emulator/module.ts'
import type { Lie } from '../emulator/module.ts'
import { loadModel } from '../emulator/load.ts'
import type { Provider } from '../suites/model/contract.ts'
import { emulatorTarget } from './emulator-target.ts'
import type { Target } from './session.ts'

/** Emulated time at which every scenario begins: 1 February 2018, 12:00 UTC. */
export const emulatedStart = Date.UTC(2018, 1, 1, 12)

/** The embedded emulator of a provider, with the given lies told. */
export async function embeddedEmulator(provider: Provider, seed: number, lies: readonly Lie<unknown>[] = []): Promise<Target> {
  const model = await loadModel(provider.name)
  return emulatorTarget(provider, (label, deliver) => createEmulator(model, { seed: seedOf(seed, label), start: emulatedStart, deliver }, lies))
}

function seedOf(seed: number, label: string): number {
  return [...label].reduce((mixed, character) => Math.imul(mixed, 31) + (character.codePointAt(0) ?? 0), seed) | 0
}
