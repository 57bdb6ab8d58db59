import type { Authentication } from '../../suites/model/contract.ts'
import type { Headers, WireRequest } from '../../suites/model/exchange.ts'
import type { Carry } from '../in-process.ts'

/** Adds the key of the account that a request speaks for, further in than anything that is kept. */
export function withCredentials(carry: Carry, authentication: Authentication, keyOf: (account: string) => string): Carry {
  return (request) => carry({ ...request, headers: [...request.headers, ...credentialHeaders(request, authentication, keyOf)] })
}

function credentialHeaders({ credentials }: WireRequest, authentication: Authentication, keyOf: (account: string) => string): Headers {
  if (credentials.kind === 'none') return []
  if (credentials.kind === 'literal') return credentials.headers
  const { account, scheme, replaced = [] } = credentials
  const own = keyHeaders(scheme === undefined ? authentication : { ...authentication, schemes: [scheme] }, keyOf(account))
  return own.map(([name, value]) => replaced.find(([other]) => other === name) ?? ([name, value] as const)).filter(([, value]) => value !== '')
}

/** The header fields that carry a key in the first of the schemes. */
export function keyHeaders({ schemes, keyHeader }: Authentication, key: string): Headers {
  const basic = schemes[0] === 'basic-user'
  const authorization = basic ? `Basic ${Buffer.from(`${key}:`).toString('base64')}` : `Bearer ${key}`
  return [...(keyHeader === undefined ? [] : [[keyHeader, key] as const]), ['authorization', authorization] as const]
}
