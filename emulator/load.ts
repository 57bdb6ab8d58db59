import type { Provider } from '../model/contract.ts'
import { hasModule, importModule } from '../schemas/import-module.ts'
import type { Lie, Model } from './module.ts'
import type { Variant } from './variants/variant.ts'

/** Whether a provider has an emulator: one of the user's own has none. */
export const hasEmulator = ({ name, own }: Provider): boolean =>
  own === undefined && hasModule(`emulator/${name}/index`)

/** The emulator model of a provider: `model` of `emulator/<provider>/index.ts`. */
export async function loadModel(provider: string): Promise<Model<unknown>> {
  const { model } = await importModule(`emulator/${provider}/index`)
  return model as Model<unknown>
}

/** The hand-written lies about a provider: `lies` of `emulator/mutants/<provider>.ts`. */
export async function loadLies(provider: string): Promise<readonly Lie<unknown>[]> {
  const path = `emulator/mutants/${provider}`
  if (!hasModule(path)) return []
  const { lies } = await importModule(path)
  return lies as readonly Lie<unknown>[]
}

/** What is allowed to be different about a provider alone: `variants` of `emulator/variants/<provider>.ts`. */
export async function loadVariants(provider: string): Promise<readonly Variant[]> {
  const path = `emulator/variants/${provider}`
  if (!hasModule(path)) return []
  const { variants } = await importModule(path)
  return variants as readonly Variant[]
}
