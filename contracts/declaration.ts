import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Declaration, List, Resource } from '../model/declaration.ts'
import type { Json } from '../model/json.ts'
import { ContractError } from '../schemas/contract-error.ts'
import { validateOwn } from '../schemas/own.ts'
import { projectRoot } from '../schemas/project-root.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { Declared } from './declared.ts'
import { withoutExcluded } from './without-excluded.ts'

/** The declaration of a provider, complete and held against the rest of its contract; one without a file declares nothing. */
export function readDeclaration(
  declared: Declared,
  path = join(projectRoot, 'contracts', declared.provider, 'declaration.json'),
): Declaration {
  if (!existsSync(path)) return { resources: {}, lists: {} }
  const file = JSON.parse(readFileSync(path, 'utf8')) as Json
  return declarationOf(declared.isOwn === true ? withoutExcluded(file, declared.clauses) : file, declared)
}

/** A declaration as it is written, with what is left out there filled in. */
export function declarationOf(file: unknown, declared: Declared): Declaration {
  const problem = validateOwn('declaration', file) ?? checkDeclaration(completed(file as Declaration), declared)
  if (problem !== undefined) throw new ContractError(`The declaration of ${declared.provider}: ${problem}`)
  return completed(file as Declaration)
}

function completed({ resources, lists, ...rules }: Declaration): Declaration {
  return {
    ...rules,
    resources: mapValues(resources, completedResource),
    lists: mapValues(lists, (list: Partial<List>) => ({ sorts: [], filters: [], clauses: {}, ...list }) as List),
  }
}

function completedResource({ deletion, ...resource }: Resource): Resource {
  return {
    ...emptyResource,
    ...resource,
    ...(deletion === undefined ? {} : { deletion: { ...deletion, referredBy: deletion.referredBy ?? [] } }),
  }
}

const emptyResource = {
  at: '',
  create: [],
  views: [],
  act: [],
  owners: ['account'],
  moving: [],
  writes: {},
  keeps: {},
  relations: [],
} as const

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
}
