import { createHash } from 'node:crypto'
import type { Provider } from '../model/contract.ts'
import type { Credentials, Headers } from '../model/exchange.ts'
import { isMasked } from '../model/masked.ts'
import { isProductionKey } from './production-key.ts'

/** Takes the key out of a client's own request headers and says, by a number, whose it is. */
export type Account = (headers: Headers) => { readonly headers: Headers; readonly credentials: Credentials }

/** Fields of one connection, which say nothing of the request and would spoil a repetition of it. */
const ofConnection: ReadonlySet<string> = new Set(['connection', 'content-length', 'host'])

/** Numbers accounts as their keys are first seen; no key is kept, not even in memory. */
export function createClientAccount({ authentication: { keyHeader }, live }: Provider): Account {
  const own = keyHeader?.toLowerCase()
  const secret = new Set(['authorization', 'proxy-authorization', 'cookie', ...(own === undefined ? [] : [own])])
  const numbers = new Map<string, number>()
  return (headers) => {
    const kept = headers.filter(([name]) => !secret.has(name) && !ofConnection.has(name))
    const valuesOf = (header: string) => headers.filter(([name, value]) => name === header && value !== '')
    // where a header of its own carries the key, a token beside it says nothing of the account
    const named = own === undefined ? [] : valuesOf(own)
    const keys = (named.length > 0 ? named : valuesOf('authorization')).map(([, value]) => keyIn(value.trim()))
    if (keys.length === 0) return { headers: kept, credentials: { kind: 'none' } }
    const digest = createHash('sha256').update(JSON.stringify(keys)).digest('base64')
    const number = numbers.get(digest) ?? numbers.size + 1
    numbers.set(digest, number)
    const production = keys.map((key) => isProductionKey(live, key)).find((is) => is !== undefined)
    const unseen = keys.some(isMasked)
    return {
      headers: kept,
      credentials: {
        kind: 'account',
        account: `account-${number}`,
        ...(production === undefined ? {} : { production }),
        ...(unseen ? { unseen } : {}),
      },
    }
  }
}

/** The key in a header: the token of a scheme, the user of HTTP Basic, or the value itself. */
function keyIn(value: string): string {
  const [, scheme = '', token = ''] = /^(\S+) +(\S+)$/.exec(value) ?? []
  if (scheme.toLowerCase() !== 'basic') return token === '' ? value : token
  return Buffer.from(token, 'base64').toString().replace(/:.*$/s, '')
}
