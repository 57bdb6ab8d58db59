import { isIP } from 'node:net'
import { canonicalHost } from '../model/host.ts'

/** Whether a host is one of this machine, or of those that are allowed (in their canonical form). */
export function isAllowedHost(host: URL | string, allowed: readonly string[]): boolean {
  const name = canonicalHost(host)
  return name !== undefined && (name === 'localhost' || allowed.includes(name))
}

/** Whether a host is written as an address: a name that somebody else points here can never be one. */
export function isAddress(host: string): boolean {
  const name = canonicalHost(host) ?? ''
  return name === 'localhost' || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0
}
