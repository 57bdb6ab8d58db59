import { created, found, notFound, readBody } from '../call.ts'
import type { Call, Handler, View } from '../call.ts'
import { tell } from '../events.ts'
import { anyOf, exactly } from '../filters.ts'
import { page } from '../list.ts'
import type { Listing } from '../list.ts'
import { Refused } from '../refusal.ts'
import type { World } from '../world.ts'
import { scopeOf } from './accounts.ts'
import type { Representative } from './embed.ts'
import { representativeCreation, representativeUpdate } from './requests.ts'
import type { RepresentativeUpdate } from './requests.ts'
import { representativeView } from './view.ts'

function representativeAt({ scope, params }: Call): Representative {
  const id = params['representative_id'] ?? ''
  return scope.platform.representatives.get(id.toLowerCase()) ?? notFound('representative')
}

/** Changes some of a representative, and tells of it. */
export function change(call: Call, item: Representative, parts: Partial<Representative>): Representative {
  const { world, scope } = call
  const updatedAt = world.rules.touched(item.updatedAt, world.clock.now())
  const changed = scope.platform.representatives.put(item.id, { ...item, ...parts, updatedAt })
  const before = (): View => representativeView(world, item)
  const after = (): View => representativeView(world, changed)
  tell(world, scopeOf(call, item.accountId), { resource: 'representative', created: false, before, after })
  return changed
}

const person = ({ rules }: World, sent: RepresentativeUpdate) =>
  ({
    firstName: sent.first_name,
    lastName: rules.storedLastName(sent.last_name),
    dob: sent.dob,
    ssnLast4: sent.ssn_last4,
    email: sent.email,
    mobile: sent.mobile_number,
    relationship: sent.relationship,
  }) as const

/** The id of an account that a body refers to. */
export function existingAccount({ world, scope }: Call, resource: string, id: string): string {
  const known = scope.platform.accounts.get(id.toLowerCase())
  if (world.rules.acceptsReference('account', known !== undefined)) return known?.id ?? id
  const detail = 'There is no such account.'
  const reference = world.rules.errorReference(resource, 'account_id')
  throw new Refused('unprocessable', detail, { items: [{ reference, detail }] })
}

export const createRepresentative: Handler = (call) => {
  const { world, scope } = call
  const sent = readBody(call, 'representative', representativeCreation(world.rules))
  const now = world.clock.now()
  const made: Representative = {
    id: world.ids.uuid(),
    accountId: existingAccount(call, 'representative', sent.account_id),
    ...person(world, sent),
    status: 'created',
    externalId: sent.external_id,
    metadata: sent.metadata && world.rules.storedMetadata(sent.metadata, 'representative'),
    createdAt: now,
    updatedAt: now,
  }
  const view = representativeView(world, scope.platform.representatives.put(made.id, made))
  tell(world, scopeOf(call, made.accountId), { resource: 'representative', created: true, after: () => view })
  return created(call, view)
}

export const getRepresentative: Handler = (call) => found(representativeView(call.world, representativeAt(call)))

export const updateRepresentative: Handler = (call) => {
  const { rules } = call.world
  const item = representativeAt(call)
  const sent = readBody(call, 'representative', representativeUpdate(rules))
  const parts = {
    ...person(call.world, sent),
    externalId: sent.external_id === undefined ? item.externalId : sent.external_id,
    metadata: rules.updatedMetadata(item.metadata, sent.metadata),
  }
  return found(representativeView(call.world, change(call, item, parts)))
}

const listing = ({ scope }: Call): Listing<Representative> => ({
  name: 'representatives',
  sorts: { id: ({ id }) => id, created_at: ({ createdAt }) => createdAt },
  defaultSort: 'id',
  filters: {
    account_id: exactly(({ accountId }) => accountId, 'uuid'),
    organization_id: exactly(({ accountId }) => scope.platform.accounts.get(accountId)?.organizationId, 'uuid'),
    platform_id: exactly(() => scope.platform.id, 'uuid'),
    level: anyOf(['account', 'platform'], () => 'account'),
  },
  view: ({ world }, item) => representativeView(world, item),
})

export const listRepresentatives: Handler = (call) =>
  page(call, listing(call), call.scope.platform.representatives.oldestFirst())
