import FindMyWay from 'find-my-way'
import type { HTTPMethod } from 'find-my-way'
import type { Operation } from '../model/contract.ts'

/** Names the operation that a request is for, or undefined where none is described. */
export type MatchOperation = (method: string, path: string) => string | undefined

/** Matches by method and path template, the most specific template first: `/charges/search` before `/charges/{id}`. */
export function createMatchOperation(operations: ReadonlyMap<string, Operation>): MatchOperation {
  const router = FindMyWay({ maxParamLength: Number.MAX_SAFE_INTEGER, allowUnsafeRegex: true })
  for (const { id, method, path } of operations.values()) {
    const route = path.split('/').map(segmentOf).join('/')
    if (router.findRoute(method as HTTPMethod, route) === null)
      router.on(method as HTTPMethod, route, () => undefined, id)
  }
  return (method, path) => {
    // nothing is decoded, so that a faulty percent sequence is a value like any other
    const bare = path.replace(/[?#].*$/s, '').replaceAll('%', '%25')
    const found = bare.startsWith('/') ? router.find(method.toUpperCase() as HTTPMethod, bare) : null
    return found === null || Object.values(found.params).includes('') ? undefined : String(found.store)
  }
}

/** A segment of a template as a route writes it: a literal, a parameter, or an expression where a parameter is only a part of it. */
function segmentOf(template: string, position: number): string {
  if (/^[\w.~-]*$/.test(template)) return template
  if (/^\{[^{}]+\}$/.test(template)) return `:p${position}`
  const parts = template.split(/\{[^{}]+\}/).map((text) => text.replaceAll(/[^\w]/g, String.raw`\$&`))
  return `:p${position}(^${parts.join('[^/]+')}$)`
}
