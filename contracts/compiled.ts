import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contract, Operation, Provider } from '../model/contract.ts'
import { projectRoot } from '../schemas/project-root.ts'

/** A contract as one file, its maps as lists of entries. */
type Compiled = {
  readonly [Part in keyof Omit<Contract, 'provider'>]: Contract[Part] extends ReadonlyMap<infer Key, infer Value>
    ? readonly (readonly [Key, Value])[]
    : Contract[Part]
}

/** Beside the built module; the sources have none. */
const fileOf = (name: string): string => fileURLToPath(new URL(`compiled/${name}.json`, import.meta.url))

/** Stands for an answer that documents no schema, of which JSON would keep nothing. */
const anyBody = 'any body'

function operationOf(operation: Operation): Operation {
  const schemas = Object.entries(operation.answers).map(
    ([status, id]) => [status, id === anyBody ? undefined : id] as const,
  )
  return { ...operation, answers: Object.fromEntries(schemas) }
}

/** Writes a contract that was read and checked, so that no run of the built project reads and checks it again. */
export function writeCompiled(contract: Contract, file = fileOf(contract.provider.name)): void {
  const { provider: _provider, clauses, operations, schemas, ...others } = contract
  const compiled: Compiled = { ...others, clauses: [...clauses], operations: [...operations], schemas: [...schemas] }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    JSON.stringify(compiled, (_, value: unknown) => (value === undefined ? anyBody : value)),
  )
}

/** The contract that was compiled when the project was built; undefined where there is none, or what it was made of is newer. */
export function readCompiled(provider: Provider, file = fileOf(provider.name)): Contract | undefined {
  if (!existsSync(file) || isStale(provider.name, statSync(file).mtimeMs)) return undefined
  const { clauses, operations, schemas, ...others } = JSON.parse(readFileSync(file, 'utf8')) as Compiled
  return {
    provider,
    ...others,
    clauses: new Map(clauses),
    operations: new Map(operations.map(([id, operation]) => [id, operationOf(operation)])),
    schemas: new Map(schemas),
  }
}

function isStale(name: string, compiledAt: number): boolean {
  const isNewer = (path: string): boolean => statSync(path).mtimeMs > compiledAt
  return ['contracts', 'schemas']
    .map((part) => join(projectRoot, part, name))
    .some(
      (folder) =>
        !existsSync(folder) ||
        readdirSync(folder, { recursive: true }).some((path) => isNewer(join(folder, String(path)))),
    )
}
