import { created, found, notFound, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { exactly, part } from '../filters.ts'
import { page } from '../list.ts'
import type { Listing } from '../list.ts'
import type { Organization } from './embed.ts'
import { organizationCreation } from './requests.ts'
import { organizationView } from './view.ts'

/** The organization of an id, on the platform that asks. */
function organization({ scope }: Call, id: string): Organization {
  return scope.platform.organizations.get(id.toLowerCase()) ?? notFound('organization')
}

export const createOrganization: Handler = (call) => {
  const { world, scope } = call
  const sent = readBody(call, 'organization', organizationCreation(world.rules))
  const now = world.clock.now()
  const made: Organization = {
    id: world.ids.uuid(),
    name: sent.name,
    externalId: sent.external_id,
    metadata: sent.metadata && world.rules.storedMetadata(sent.metadata, 'organization'),
    createdAt: now,
    updatedAt: now,
  }
  return created(call, organizationView(world, scope.platform.organizations.put(made.id, made)))
}

export const getOrganization: Handler = (call) =>
  found(organizationView(call.world, organization(call, call.params['organization_id'] ?? '')))

const listing: Listing<Organization> = {
  name: 'organizations',
  sorts: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    created_at: ({ createdAt }) => createdAt,
  },
  defaultSort: 'id',
  filters: { name: part(({ name }) => name), external_id: exactly(({ externalId }) => externalId) },
  view: ({ world }, item) => organizationView(world, item),
}

export const listOrganizations: Handler = (call) => page(call, listing, call.scope.platform.organizations.oldestFirst())
