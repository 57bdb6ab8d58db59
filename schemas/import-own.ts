import { existsSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const endings = ['ts', 'mts', 'js', 'mjs'] as const

/** Imports a module of a folder of the user's own, in TypeScript or JavaScript; undefined where there is none. */
export async function importOwn(folder: string, name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const path = endings.map((ending) => join(folder, `${name}.${ending}`)).find((one) => existsSync(one))
  if (path === undefined) return undefined
  if (path.endsWith('ts')) understandTypeScript()
  return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>
}

let understood = false

/** Node strips types by itself from 22.18 on; before, a hook does the same. */
function understandTypeScript(): void {
  const { typescript } = process.features as { readonly typescript?: string | false }
  if (understood || typeof typescript === 'string' || import.meta.url.endsWith('.ts')) return
  understood = true
  register('./strip-types-hook.js', import.meta.url)
}
