import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const sourcesAreTypeScript = fileURLToPath(import.meta.url).endsWith('.ts')
const codeRoot = join(fileURLToPath(import.meta.url), '..', '..')

/** Imports a module by its path below the code's root, without an extension: from the sources as well as from the build. */
export async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const file = join(codeRoot, `${path}.${sourcesAreTypeScript ? 'ts' : 'js'}`)
  return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
}
