import type { Resource } from '../../model/declaration.ts'
import type { Law } from './matrix.ts'
import { metadataCreated } from './metadata/created.ts'
import { metadataUpdated } from './metadata/updated.ts'

/** Metadata is kept letter by letter up to its limits, refused beyond them, and changed by an update as declared. */
export const metadata: Law = {
  name: 'metadata',
  text: 'Metadata is kept letter by letter up to its limits, refused beyond them, and changed by an update as declared.',
  of(matrix, name) {
    const { metadata: rules, resources } = matrix.contract.declaration
    const resource = resources[name] as Resource
    const own = resource.metadata
    if (rules === undefined) return 'there is no metadata'
    if (own === undefined) return 'it has no metadata'
    const keeping = { matrix, name, resource, rules, own, clauses: { ...rules.clauses, ...own.clauses } }
    return [...metadataCreated(keeping), ...metadataUpdated(keeping)]
  },
}
