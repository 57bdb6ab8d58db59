import { join } from 'node:path'
import type { Provider } from '../model/contract.ts'

/** Where the parts of a provider's contract are; absent where they are those of this project. */
interface Places {
  readonly clauses?: string
  readonly description?: string
  readonly declaration?: string
  /** Folder that holds the folder of the provider's schemas. */
  readonly schemas?: string
}

/** The parts of a contract of the user's own stand together in its folder. */
export function placesOf({ own }: Provider): Places {
  if (own === undefined) return {}
  return {
    clauses: join(own.folder, 'clauses'),
    description: join(own.folder, 'openapi.yaml'),
    declaration: join(own.folder, 'declaration.json'),
    schemas: join(own.folder, 'schemas'),
  }
}
