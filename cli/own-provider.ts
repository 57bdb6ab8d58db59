import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { providers } from '../contracts/index.ts'
import type { Provider } from '../model/contract.ts'
import { firstLine } from '../schemas/first-line.ts'
import { importOwn } from '../schemas/import-own.ts'
import { UsageError } from '../wire/errors.ts'

/** Whether a name on the command line means a folder: `./acme`, `../acme`, `/home/me/acme`, `acme/`. */
export function meansFolder(name: string): boolean {
  return name.startsWith('.') || /[\\/]/.test(name)
}

/** The provider of the user's own in a folder, as `assay init` writes it. */
export async function loadOwnProvider(named: string): Promise<Provider> {
  const folder = resolve(named)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`There is no folder ${named}.`)
  const module = await importedFrom(folder, named)
  if (module === undefined)
    throw new UsageError(`The folder ${named} holds no provider: it has no provider.ts or provider.js.`)
  const provider = module['provider'] as Provider | undefined
  const problem = problemOf(provider)
  if (problem !== undefined) throw new UsageError(`The provider file of ${named} cannot be used: ${problem}.`)
  for (const part of ['openapi.yaml', 'clauses', 'schemas'])
    if (!existsSync(resolve(folder, part)))
      throw new UsageError(`The provider ${named} is incomplete: it has no ${part}.`)
  return { ...(provider as Provider), own: { folder, named } }
}

async function importedFrom(folder: string, named: string): ReturnType<typeof importOwn> {
  try {
    return await importOwn(folder, 'provider')
  } catch (thrown) {
    throw new UsageError(`The provider file of ${named} cannot be loaded: ${firstLine(thrown)}`)
  }
}

const parts = [
  'title',
  'document',
  'live',
  'authentication',
  'encoding',
  'headers',
  'liveCapabilities',
  'pace',
  'retry',
  'change',
]

function problemOf(provider: Provider | undefined): string | undefined {
  if (typeof provider !== 'object' || provider === null) return 'it exports no "provider"'
  const { name } = provider
  if (typeof name !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    return 'its name is not lower-case letters, digits and single dashes'
  if (providers.some((known) => known.name === name)) return `"${name}" is a provider that Assay has itself`
  const missing = parts.find((part) => (provider as unknown as Readonly<Record<string, unknown>>)[part] === undefined)
  return missing === undefined ? undefined : `it has no "${missing}"`
}
