import type { EmulatorResponse } from '../http.ts'
import type { Reply, View } from './call.ts'
import type { Refused, RefusalKind } from './refusal.ts'
import type { Bare } from './rules/envelope.ts'
import type { World } from './world.ts'

function meta({ rules, ids, clock }: World): View {
  return { api_request_id: rules.requestId(ids), api_request_timestamp: rules.timestamp(clock.now()) }
}

/** The answer to a request that was served. */
export function wrap(world: World, { status, data, page }: Reply): EmulatorResponse {
  const { rules } = world
  const shape = page === undefined ? 'object' : 'array'
  const body = { meta: { ...meta(world), ...page }, response_type: rules.responseType(shape), data }
  return { status, headers: [['content-type', rules.contentType(shape)]], body: JSON.stringify(body) }
}

function bareBody({ rules }: World, kind: RefusalKind): Bare | undefined {
  if (kind === 'unauthenticated') return rules.bareUnauthorized()
  return kind === 'unknown-path' ? rules.bareUnknownPath() : undefined
}

/** The answer to a request that was not. */
export function wrapRefusal(world: World, refused: Refused): EmulatorResponse {
  const { rules } = world
  const { kind, items } = refused
  const status = refused.status ?? rules.errorStatus(kind)
  const allow = refused.allow === undefined ? [] : ([['allow', refused.allow.join(', ')]] as const)
  const bare = bareBody(world, kind)
  if (bare !== undefined) {
    const type = bare.contentType === undefined ? [] : ([['content-type', bare.contentType]] as const)
    return { status, headers: [...type, ...allow], body: bare.body }
  }
  const error = {
    status: rules.repeatedStatus(status),
    type: rules.errorType(kind),
    title: rules.errorTitle(kind),
    detail: refused.message,
    ...(items === undefined ? {} : { items }),
  }
  const body = { meta: meta(world), ...rules.errorBody(error) }
  return { status, headers: [['content-type', rules.contentType('error')], ...allow], body: JSON.stringify(body) }
}
