import type { Operation } from '../model/contract.ts'

/** Names the operation that a request is for, or undefined where none is described. */
export type MatchOperation = (method: string, path: string) => string | undefined

/** Matches by method and path template, the most specific template first: `/charges/search` before `/charges/{id}`. */
export function createMatchOperation(operations: ReadonlyMap<string, Operation>): MatchOperation {
  const routes = [...operations.values()]
    .toSorted((a, b) => (specificity(a.path) < specificity(b.path) ? -1 : 1))
    .map(({ id, method, path }) => ({ id, method, pattern: patternOf(path) }))
  return (method, path) => {
    const bare = path.replace(/[?#].*$/s, '')
    return routes.find((route) => route.method === method.toUpperCase() && route.pattern.test(bare))?.id
  }
}

/** Sorts literal segments before those with a parameter, position by position. */
function specificity(template: string): string {
  return template
    .split('/')
    .map((segment) => (segment.includes('{') ? '1' : '0'))
    .join('')
}

function patternOf(template: string): RegExp {
  const parts = template
    .split(/(\{[^}]+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
  return new RegExp(`^${parts.join('')}$`)
}
