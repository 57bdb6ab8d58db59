import type { Authentication } from '../../model/contract.ts'
import type { Headers, WireRequest } from '../../model/exchange.ts'
import type { Carry } from '../in-process.ts'

/** Says the key of an account, and the token that goes into Authorization where it is not the key itself. */
export type KeyOf = (account: string) => string | { readonly key: string; readonly token: string }

/** Adds the key of the account that a request speaks for, further in than anything that is kept. */
export function withCredentials(carry: Carry, authentication: Authentication, keyOf: KeyOf): Carry {
  return (request, departure) =>
    carry(
      { ...request, headers: [...request.headers, ...credentialHeaders(request, authentication, keyOf)] },
      departure,
    )
}

function credentialHeaders({ credentials }: WireRequest, authentication: Authentication, keyOf: KeyOf): Headers {
  if (credentials.kind === 'none') return []
  if (credentials.kind === 'literal') return credentials.headers
  const { account, scheme, replaced = [] } = credentials
  const own = keyHeaders(
    scheme === undefined ? authentication : { ...authentication, schemes: [scheme] },
    keyOf(account),
  )
  return own
    .map(([name, value]) => replaced.find(([other]) => other === name) ?? ([name, value] as const))
    .filter(([, value]) => value !== '')
}

/** The header fields that carry a key in the first of the schemes. */
export function keyHeaders({ schemes, keyHeader }: Authentication, held: ReturnType<KeyOf>): Headers {
  const { key, token } = typeof held === 'string' ? { key: held, token: held } : held
  const [scheme] = schemes
  const basic = scheme === 'basic-user'
  const authorization = basic ? `Basic ${Buffer.from(`${token}:`).toString('base64')}` : `Bearer ${token}`
  return [
    ...(keyHeader === undefined ? [] : [[keyHeader, key] as const]),
    ...(scheme === undefined ? [] : [['authorization', authorization] as const]),
  ]
}
