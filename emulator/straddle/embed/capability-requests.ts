import { readBody } from '../call.ts'
import type { Call, Handler, Reply, View } from '../call.ts'
import { tell } from '../events.ts'
import { anyOf } from '../filters.ts'
import { page } from '../list.ts'
import type { Listing } from '../list.ts'
import { accountAt, scopeOf } from './accounts.ts'
import { capabilities } from './embed.ts'
import type { Capability, CapabilityRequest } from './embed.ts'
import { capabilityCreation } from './requests.ts'
import { capabilityRequestView } from './view.ts'

const names = Object.keys(capabilities) as readonly Capability[]

interface Asked {
  readonly enable: boolean
  readonly [limit: string]: number | boolean
}

function limitsOf({ enable: _enable, ...limits }: Asked): Readonly<Record<string, number>> | undefined {
  return Object.keys(limits).length === 0 ? undefined : (limits as Record<string, number>)
}

function enter({ world, scope }: Call, accountId: string, type: Capability, asked: Asked): CapabilityRequest {
  const now = world.clock.now()
  const made = { id: world.ids.uuid(), accountId, type, enable: asked.enable, settings: limitsOf(asked) }
  return scope.platform.capabilityRequests.put(made.id, { ...made, createdAt: now, updatedAt: now })
}

const listing: Listing<CapabilityRequest> = {
  name: 'capability_requests',
  sorts: { id: ({ id }) => id, created_at: ({ createdAt }) => createdAt },
  defaultSort: 'id',
  filters: {
    type: anyOf(names, ({ type }) => type),
    category: anyOf(['payment_type', 'customer_type', 'consent_type'], ({ type }) => capabilities[type]),
    status: anyOf(['active', 'inactive', 'in_review', 'rejected'], ({ enable }) => (enable ? 'active' : 'inactive')),
  },
  view: ({ world }, item) => capabilityRequestView(world, item),
}

/** Asks for capabilities; every one of them is a request of its own, so that the answer is a list. */
export const createCapabilityRequests: Handler = (call): Reply => {
  const { world } = call
  const { id } = accountAt(call)
  const sent = readBody(call, 'capability_request', capabilityCreation)
  const made = world.rules.requestsMade(names.filter((name) => sent[name] !== undefined)).flatMap((name) => {
    const asked = sent[name]
    return asked === undefined ? [] : [enter(call, id, name, { ...asked })]
  })
  for (const request of made) {
    const after = (): View => capabilityRequestView(world, request)
    tell(world, scopeOf(call, id), { resource: 'capability_request', created: true, after })
  }
  return { ...page({ ...call, query: new URLSearchParams() }, listing, made), status: world.rules.createdStatus() }
}

export const listCapabilityRequests: Handler = (call) => {
  const { id } = accountAt(call)
  const requests = call.scope.platform.capabilityRequests.oldestFirst()
  return page(
    call,
    listing,
    requests.filter(({ accountId }) => accountId === id),
  )
}
