import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ContractError } from './contract-error.ts'

const sourcesAreTypeScript = fileURLToPath(import.meta.url).endsWith('.ts')
const codeRoot = join(fileURLToPath(import.meta.url), '..', '..')

const fileOf = (path: string): string => join(codeRoot, `${path}.${sourcesAreTypeScript ? 'ts' : 'js'}`)

/** Whether there is a module at a path below the code's root. */
export const hasModule = (path: string): boolean => existsSync(fileOf(path))

/** Imports a module by its path below the code's root, without an extension: from the sources as well as from the build. */
export async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const file = fileOf(path)
  if (!hasModule(path)) throw new ContractError(`${path}.ts is missing.`)
  return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
}
