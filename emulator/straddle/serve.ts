import { createAccounts } from '../store.ts'
import type { Accounts } from '../store.ts'
import type { EmulatorRequest, EmulatorResponse } from '../http.ts'
import type { Match } from '../router.ts'
import { createRouter } from '../router.ts'
import type { Handler } from './call.ts'
import { wrap, wrapRefusal } from './envelope.ts'
import { once } from './idempotency.ts'
import { Refused } from './refusal.ts'
import { routes } from './routes.ts'
import type { Route } from './routes.ts'
import { openPlatform, openScope } from './world.ts'
import type { Platform, Scope, World } from './world.ts'

type Found = Extract<Match<Route>, { kind: 'found' }>

const find = createRouter(routes)

/** Finds the account of each key; two keys never share one. */
export function createPlatforms(world: World): Accounts<Platform> {
  return createAccounts(() => openPlatform(world.ids.uuid()))
}

function authenticate({ rules }: World, request: EmulatorRequest, platformOf: (key: string) => Platform): Platform {
  const key = rules.keyOf(request.headers.get('authorization'))
  if (key === undefined || !rules.knowsKey(key)) {
    throw new Refused('unauthenticated', 'No valid API key was provided with the request.')
  }
  return platformOf(key)
}

function suffer(platform: Platform): void {
  const { status, times } = platform.outage
  if (times <= 0) return
  platform.outage = { status, times: times - 1 }
  throw status === 429
    ? new Refused('limited', 'Too many requests were made in a short time. Wait, then retry.')
    : new Refused('fault', 'Something went wrong on our end.', { status })
}

/** Counts a request against the limit of the platform, and refuses it where that is used up. */
function ration({ rules, clock }: World, platform: Platform, request: EmulatorRequest): void {
  const { limit } = platform
  if (limit === undefined || clock.now() >= limit.until) return
  if (!rules.countsTowardsLimit(request.headers.get('straddle-account-id'))) return
  if (limit.requests === 0)
    throw new Refused('limited', 'Too many requests were made in a short time. Wait, then retry.')
  platform.limit = { ...limit, requests: limit.requests - 1 }
}

function match(method: string, path: string): Found {
  const matched = find(method, path)
  if (matched.kind === 'found') return matched
  if (matched.kind === 'unknown-path') throw new Refused('unknown-path', 'There is no such resource.')
  throw new Refused('wrong-method', `This resource does not take ${method}.`, { allow: matched.allowed })
}

function scopeOf({ rules, accounts }: World, platform: Platform, route: Route, request: EmulatorRequest): Scope {
  const named = request.headers.get('straddle-account-id')
  if (named === undefined || route.group === 'embed')
    return platform.scopes.get(platform.id) ?? openScope(platform, platform.id)
  if (!rules.acceptsAccountId(named)) throw new Refused('malformed', 'The Straddle-Account-Id header has to be a UUID.')
  const account = rules.accountFor(named.toLowerCase(), platform.id)
  const own = [platform.id, ...platform.accounts.oldestFirst().map(({ id }) => id)]
  if (!rules.actsFor(account, own, accounts))
    throw new Refused('forbidden', 'This API key does not act for the named account.')
  return platform.scopes.get(account) ?? openScope(platform, account)
}

function permit({ rules }: World, { permissions }: Platform, route: Route, method: string): void {
  const allowed =
    route.unmasks === true ? rules.mayUnmask(permissions) : method === 'GET' || rules.mayWrite(permissions)
  if (!allowed) throw new Refused('forbidden', 'This API key does not have the permission that the request needs.')
}

function run(world: World, handler: Handler, call: Parameters<Handler>[0]): EmulatorResponse {
  try {
    return wrap(world, handler(call))
  } catch (error) {
    if (error instanceof Refused) return wrapRefusal(world, error)
    throw error
  }
}

/** Serves one request, and refuses what is wrong with it on the way. */
export function createServe(
  world: World,
  platformOf: (key: string) => Platform,
): (request: EmulatorRequest) => Promise<EmulatorResponse> {
  async function admit(request: EmulatorRequest): Promise<EmulatorResponse> {
    const [path = '/', search = ''] = request.url.split(/\?(.*)/s)
    const platform = authenticate(world, request, platformOf)
    suffer(platform)
    ration(world, platform, request)
    const { handler: route, params, route: operation } = match(request.method, path)
    permit(world, platform, route, request.method)
    const scope = scopeOf(world, platform, route, request)
    const call = { world, scope, operation, params, query: new URLSearchParams(search), body: request.body }
    return once(world, scope, request, () => run(world, route.handler, call))
  }

  return async (request) => {
    try {
      return await admit(request)
    } catch (error) {
      if (error instanceof Refused) return wrapRefusal(world, error)
      throw error
    }
  }
}
