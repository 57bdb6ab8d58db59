import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { isMasked } from '../../model/masked.ts'

/** The value that a request has for a parameter of its operation's path, or undefined. */
export function pathParameter(
  { operations }: Contract,
  { operation, request }: Exchange,
  name: string,
): string | undefined {
  const template = operation === undefined ? undefined : operations.get(operation)?.path
  const index = template?.split('/').indexOf(`{${name}}`) ?? -1
  const value = request.path.replace(/[?#].*$/s, '').split('/')[index]
  return value === undefined || value === '' ? undefined : decoded(value)
}

/** The query of a request, by its last value for each name. */
export function queryOf({ request }: Exchange): ReadonlyMap<string, string> {
  const at = request.path.indexOf('?')
  return new Map(at === -1 ? [] : new URLSearchParams(request.path.slice(at + 1)))
}

/** Whose request it is, as a key, the account that it acts for included; undefined for a request without the key of an account, or where that is masked. */
export function accountOf({ provider }: Contract, { direction, request }: Exchange): string | undefined {
  const { credentials } = request
  if (direction !== 'outbound' || credentials.kind !== 'account') return undefined
  const actingFor = provider.accountHeader === undefined ? undefined : headerOf(request, provider.accountHeader)
  if (actingFor !== undefined && isMasked(actingFor)) return undefined
  return actingFor === undefined ? credentials.account : JSON.stringify([credentials.account, actingFor])
}

/** Whose request it is, where its key was seen, so that another request is known to be of the same account. */
export function knownAccountOf(contract: Contract, exchange: Exchange): string | undefined {
  const { credentials } = exchange.request
  return credentials.kind === 'account' && credentials.unseen === true ? undefined : accountOf(contract, exchange)
}

/** The id at a place of an answer; one that a recorder has masked is none. */
export function idAt(value: Json | undefined, at: string): string | undefined {
  const id = valueAt(value, at)
  return typeof id === 'string' && id !== '' && !isMasked(id) ? id : undefined
}

/** All that was written between two exchanges is known: no request that may have written was lost on the way. */
export function isKnownSince(later: Exchange, earlier: Exchange): boolean {
  return later.lostAt === undefined || later.lostAt < earlier.id
}

/** The later exchange began when the earlier one was complete. Where that is not known, it is not taken for granted. */
export function isAfter(later: Exchange, earlier: Exchange): boolean {
  return later.after !== undefined && later.after >= earlier.id
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
