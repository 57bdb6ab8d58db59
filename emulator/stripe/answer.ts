import type { EmulatorRequest, EmulatorResponse } from '../http.ts'
import type { Context } from './context.ts'
import { underKey } from './idempotency.ts'
import { refuse, Refusal } from './refusal.ts'
import { route } from './routes.ts'
import type { Rules } from './rules.ts'
import type { Kept } from './rules/idempotency.ts'
import { envelope, paramsOf, workOn } from './work.ts'

type Header = readonly [name: string, value: string]

/** Headers that let a page of any origin read the answer. */
const crossOrigin: readonly Header[] = [
  ['access-control-allow-origin', '*'],
  ['access-control-allow-methods', 'GET, POST, HEAD, OPTIONS, DELETE'],
  ['access-control-allow-headers', 'Authorization, Content-Type, Idempotency-Key, Stripe-Version, Stripe-Account'],
  ['access-control-allow-credentials', 'true'],
  ['access-control-max-age', '300'],
  ['access-control-expose-headers', 'Request-Id, Stripe-Version, Idempotency-Key'],
]

/** The version that a request is answered in. */
export function versionOf(request: EmulatorRequest, rules: Rules): string {
  const asked = request.headers.get('stripe-version')
  if (asked === undefined) return rules.accountVersion
  return rules.isVersion(asked) ? asked : refuse(rules.unknownVersion(asked))
}

/** An answer with the headers that every answer carries, and the echoes of its request. */
export function respond(
  rules: Rules,
  request: EmulatorRequest,
  requestId: string,
  { status, body }: Kept,
): EmulatorResponse {
  const asked = request.headers.get('stripe-version')
  const used = asked !== undefined && rules.isVersion(asked) ? asked : rules.accountVersion
  const echo = (name: string): readonly Header[] => {
    const value = request.headers.get(name)
    return value === undefined || value === '' ? [] : [[name, value]]
  }
  return {
    status,
    body,
    headers: [
      ['content-type', rules.contentType],
      ['cache-control', 'no-cache, no-store'],
      ['request-id', requestId],
      ['stripe-version', rules.shownVersion(used)],
      ...(rules.echoesKey && rules.keyApplies(request.method) ? echo('idempotency-key') : []),
      ...echo('stripe-account'),
      ...(rules.sharesWithOrigins ? crossOrigin : []),
    ],
  }
}

/** The answer to a refused request. */
export function refused(error: unknown): Kept {
  if (!(error instanceof Refusal)) throw error
  return { status: error.failure.status, body: envelope(error.failure) }
}

/** What a request that speaks for an account is answered with. */
export async function answer(context: Context, request: EmulatorRequest, publishable: boolean): Promise<Kept> {
  const { account, rules } = context
  const { method } = request
  const url = request.url.split('?')[0] ?? ''
  const match = route(method, url)
  if (match.kind !== 'found') return refuse(rules.unrecognizedUrl(method, url))
  const endpoint = match.handler
  if (publishable && endpoint.publishable !== true && rules.restrictsPublishableKeys) refuse(rules.publishableKey())
  const outage = account.outages.shift()
  if (outage !== undefined) return refuse(rules.outage(outage))
  const params = paramsOf(context, request)
  const work = (): ReturnType<typeof workOn> => workOn(context, { endpoint, path: match.params, url, params })
  const key = request.headers.get('idempotency-key') ?? ''
  if (key === '' || !rules.keyApplies(method)) return work()
  return underKey(context, { key, endpoint: `${method} ${url}`, params }, work)
}
