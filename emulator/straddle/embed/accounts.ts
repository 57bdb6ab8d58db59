import { created, found, notFound, readBody } from '../call.ts'
import type { Call, Handler, View } from '../call.ts'
import { tell } from '../events.ts'
import { anyOf, search } from '../filters.ts'
import { page } from '../list.ts'
import type { Listing } from '../list.ts'
import { Refused } from '../refusal.ts'
import { openScope } from '../world.ts'
import type { Scope } from '../world.ts'
import { embedStatuses } from './embed.ts'
import type { EmbeddedAccount } from './embed.ts'
import { accountCreation, accountUpdate } from './requests.ts'
import { accountView, settingsView } from './view.ts'

/** The account of an id, on the platform that asks. */
function account({ scope }: Call, id: string): EmbeddedAccount {
  return scope.platform.accounts.get(id.toLowerCase()) ?? notFound('account')
}

/** The account that a request's path names. */
export const accountAt = (call: Call): EmbeddedAccount => account(call, call.params['account_id'] ?? '')

/** The objects of an embedded account; webhooks about it carry its id. */
export function scopeOf({ scope }: Call, id: string | null): Scope {
  const { platform } = scope
  return id === null ? scope : (platform.scopes.get(id) ?? openScope(platform, id))
}

export function show({ world, scope }: Call, item: EmbeddedAccount): View {
  const requests = scope.platform.capabilityRequests.oldestFirst().filter(({ accountId }) => accountId === item.id)
  return accountView(world, item, requests)
}

/** Changes some of an account, and tells of it. */
export function change(call: Call, item: EmbeddedAccount, parts: Partial<EmbeddedAccount>): EmbeddedAccount {
  const { world, scope } = call
  const before = (): View => show(call, item)
  const updatedAt = world.rules.touched(item.updatedAt, world.clock.now())
  const changed = scope.platform.accounts.put(item.id, { ...item, ...parts, updatedAt })
  tell(world, scopeOf(call, item.id), { resource: 'account', created: false, before, after: () => show(call, changed) })
  return changed
}

function organizationOf({ world, scope }: Call, id: string): string {
  if (world.rules.acceptsReference('organization', scope.platform.organizations.get(id) !== undefined)) return id
  const detail = 'There is no such organization.'
  const reference = world.rules.errorReference('account', 'organization_id')
  throw new Refused('unprocessable', detail, { items: [{ reference, detail }] })
}

export const createAccount: Handler = (call) => {
  const { world, scope } = call
  const sent = readBody(call, 'account', accountCreation(world.rules))
  const now = world.clock.now()
  const made: EmbeddedAccount = {
    id: world.ids.uuid(),
    organizationId: organizationOf(call, sent.organization_id.toLowerCase()),
    accessLevel: sent.access_level,
    status: 'created',
    profile: sent.business_profile,
    externalId: sent.external_id,
    metadata: sent.metadata && world.rules.storedMetadata(sent.metadata, 'account'),
    createdAt: now,
    updatedAt: now,
  }
  const view = show(call, scope.platform.accounts.put(made.id, made))
  world.accounts.add(made.id)
  tell(world, scopeOf(call, made.id), { resource: 'account', created: true, after: () => view })
  return created(call, view)
}

export const getAccount: Handler = (call) => found(show(call, accountAt(call)))

export const updateAccount: Handler = (call) => {
  const { rules } = call.world
  const item = accountAt(call)
  const sent = readBody(call, 'account', accountUpdate(rules))
  const parts = {
    profile: sent.business_profile,
    externalId: sent.external_id === undefined ? item.externalId : sent.external_id,
    metadata: rules.updatedMetadata(item.metadata, sent.metadata),
  }
  return found(show(call, change(call, item, parts)))
}

export const getSettings: Handler = (call) => {
  const item = accountAt(call)
  const requests = call.scope.platform.capabilityRequests.oldestFirst()
  return found(
    settingsView(
      call.world,
      item,
      requests.filter(({ accountId }) => accountId === item.id),
    ),
  )
}

const listing: Listing<EmbeddedAccount> = {
  name: 'accounts',
  sorts: { id: ({ id }) => id, created_at: ({ createdAt }) => createdAt },
  defaultSort: 'id',
  filters: {
    status: anyOf(embedStatuses, ({ status }) => status),
    type: anyOf(['business'], () => 'business'),
    search_text: search(({ id, profile, externalId }) => [id, String(profile['name'] ?? ''), externalId]),
  },
  view: show,
}

export const listAccounts: Handler = (call) => page(call, listing, call.scope.platform.accounts.oldestFirst())
