import FindMyWay from 'find-my-way'
import type { HTTPMethod } from 'find-my-way'

export type Params = Readonly<Record<string, string>>

/** What a table of routes says of one request line. */
export type Match<Handler> =
  | { readonly kind: 'found'; readonly handler: Handler; readonly params: Params; readonly route: string }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown-path' }

const methods: readonly HTTPMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** A table of routes: keys are `POST /v1/charges/:charge/capture`, values whatever serves them. */
export function createRouter<Handler>(
  table: Readonly<Record<string, Handler>>,
): (method: string, path: string) => Match<Handler> {
  const router = FindMyWay({ ignoreTrailingSlash: true, maxParamLength: 1000 })
  for (const [route, handler] of Object.entries(table)) {
    const [method, path] = route.split(' ') as [HTTPMethod, string]
    router.on(method, path, () => undefined, { handler, route })
  }

  return (method, path) => {
    const found = router.find(method as HTTPMethod, path)
    if (found !== null) {
      const { handler, route } = found.store as { handler: Handler; route: string }
      return { kind: 'found', handler, route, params: found.params as Params }
    }
    const allowed = methods.filter((other) => router.find(other, path) !== null)
    return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'unknown-path' }
  }
}
