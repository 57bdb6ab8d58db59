import type { Authentication } from '../../model/contract.ts'
import type { Headers, WireRequest } from '../../model/exchange.ts'
import type { Carry } from '../in-process.ts'

/** Says the key of an account, and the token that goes into Authorization where it is not the key itself. */
export type KeyOf = (account: string) => string | { readonly key: string; readonly token: string }

/** Adds the key of the account that a request speaks for, further in than anything that is kept. */
export function withCredentials(carry: Carry, authentication: Authentication, keyOf: KeyOf): Carry {
  return (request, departure) => {
    const { headers, query } = carriedBy(request, authentication, keyOf)
    return carry(
      { ...request, path: withQuery(request.path, query), headers: [...request.headers, ...headers] },
      departure,
    )
  }
}

/** What carries a key: fields of the header, and parameters of the query. */
interface Carried {
  readonly headers: Headers
  readonly query: Headers
}

function carriedBy({ credentials }: WireRequest, authentication: Authentication, keyOf: KeyOf): Carried {
  if (credentials.kind === 'none') return { headers: [], query: [] }
  if (credentials.kind === 'literal') return { query: [], ...credentials }
  const { account, scheme, replaced = [] } = credentials
  const held = keyOf(account)
  const own = keyHeaders(scheme === undefined ? authentication : { ...authentication, schemes: [scheme] }, held)
  const headers = own
    .map(([name, value]) => replaced.find(([other]) => other === name) ?? ([name, value] as const))
    .filter(([, value]) => value !== '')
  return { headers, query: keyQuery(authentication, held) }
}

function withQuery(path: string, query: Headers): string {
  if (query.length === 0) return path
  const text = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
  return `${path}${path.includes('?') ? '&' : '?'}${text}`
}

/** The parameters of a query that carry a key. */
function keyQuery({ keyQuery: name }: Authentication, held: ReturnType<KeyOf>): Headers {
  return name === undefined ? [] : [[name, typeof held === 'string' ? held : held.key]]
}

/** The header fields that carry a key in the first of the schemes. */
export function keyHeaders({ schemes, keyHeader, keyCookie }: Authentication, held: ReturnType<KeyOf>): Headers {
  const { key, token } = typeof held === 'string' ? { key: held, token: held } : held
  const [scheme] = schemes
  const basic = scheme === 'basic-user'
  const authorization = basic ? `Basic ${Buffer.from(`${token}:`).toString('base64')}` : `Bearer ${token}`
  return [
    ...(keyHeader === undefined ? [] : [[keyHeader, key] as const]),
    ...(keyCookie === undefined ? [] : [['cookie', `${keyCookie}=${key}`] as const]),
    ...(scheme === undefined ? [] : [['authorization', authorization] as const]),
  ]
}
