/**
 * The path and query that a client asks for: as they stand, or below the address of a client that takes the proxy for one of its own.
 * Undefined where a request is for the server as a whole (`*`) or for another one (`host:port`).
 */
export function pathAsked(target: string): string | undefined {
  if (target.startsWith('/')) return target
  const [, rest] = /^https?:\/\/[^/?#]+(.*)$/i.exec(target) ?? []
  if (rest === undefined) return undefined
  return rest.startsWith('/') ? rest : `/${rest}`
}
