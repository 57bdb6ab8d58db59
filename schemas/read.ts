import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Schema } from '../model/contract.ts'
import { ContractError } from './contract-error.ts'
import { projectRoot } from './project-root.ts'
import { schemaBase } from './identity.ts'

/** Every schema file of a provider by `$id`. */
export function readSchemas(provider: string, base = join(projectRoot, 'schemas')): ReadonlyMap<string, Schema> {
  const files = readdirSync(join(base, provider), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return new Map(
    files.map((path) => {
      const schema = JSON.parse(readFileSync(path, 'utf8')) as Schema
      const id = new URL(relative(base, path).split(sep).join('/'), schemaBase).href
      if (schema['$id'] !== id) throw new ContractError(`${path} has another $id than ${id}.`)
      return [id, schema] as const
    }),
  )
}
