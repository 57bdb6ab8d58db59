import { importModule } from '../schemas/import-module.ts'
import type { Lie, Model } from './module.ts'
import type { Variant } from './variants/variant.ts'

/** The emulator model of a provider: `model` of `emulator/<provider>/index.ts`. */
export async function loadModel(provider: string): Promise<Model<unknown>> {
  const { model } = await importModule(`emulator/${provider}/index`)
  return model as Model<unknown>
}

/** The hand-written lies about a provider: `lies` of `emulator/mutants/<provider>.ts`. */
export async function loadLies(provider: string): Promise<readonly Lie<unknown>[]> {
  const { lies } = await importModule(`emulator/mutants/${provider}`)
  return lies as readonly Lie<unknown>[]
}

/** What is allowed to be different about a provider alone: `variants` of `emulator/variants/<provider>.ts`. */
export async function loadVariants(provider: string): Promise<readonly Variant[]> {
  const { variants } = await importModule(`emulator/variants/${provider}`)
  return variants as readonly Variant[]
}
