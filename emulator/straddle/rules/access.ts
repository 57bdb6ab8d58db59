import { isUuid } from '../formats.ts'

/** Who may do what, as whom, and what they then see. */
export const accessRules = {
  /** The key of an `Authorization` header, where there is one of the documented form. */
  keyOf(authorization: string | undefined): string | undefined {
    return /^Bearer +(\S+)$/.exec(authorization ?? '')?.[1]
  },

  /** A key is a JWT in compact form; the emulator knows every such key but those that say `invalid`. */
  knowsKey(key: string): boolean {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(key) && !key.includes('invalid')
  },

  /** The value of a `Straddle-Account-Id` header is an id. */
  acceptsAccountId(id: string): boolean {
    return isUuid(id)
  },

  /** The account that a platform's request is for: the one that its header names. */
  accountFor(named: string | undefined, own: string): string {
    return named ?? own
  },

  /** A platform acts for the accounts that it created, and for no other. */
  actsFor(account: string, created: readonly string[], _existing: ReadonlySet<string>): boolean {
    return created.includes(account)
  },

  /** The accounts in which an id is looked up. */
  accountsSearched(acting: string, _all: readonly string[]): readonly string[] {
    return [acting]
  },

  /** The accounts whose objects a list shows. */
  accountsListed(acting: string, _all: readonly string[]): readonly string[] {
    return [acting]
  },

  /** Requests for embedded accounts count like all others of their platform. */
  countsTowardsLimit(_named: string | undefined): boolean {
    return true
  },

  /** Unmasked data is for keys that have been given this permission. */
  mayUnmask(permissions: { readonly unmask: boolean }): boolean {
    return permissions.unmask
  },

  /** Keys that may only read change nothing. */
  mayWrite(permissions: { readonly write: boolean }): boolean {
    return permissions.write
  },
}
