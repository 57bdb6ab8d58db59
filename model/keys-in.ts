import type { Headers } from './exchange.ts'

/** A key, and the lower-case name of the header that carries it. */
export interface CarriedKey {
  readonly name: string
  readonly key: string
}

/** Whatever could be a key in the headers that carry one: Authorization, and the provider's own where it has one. */
export function keysIn(headers: Headers, keyHeader: string | undefined): readonly CarriedKey[] {
  return headers.flatMap(([field, value]) => {
    const name = field.toLowerCase()
    if (name === 'authorization') return credentialsIn(value).map((key) => ({ name, key }))
    return name === keyHeader?.toLowerCase() ? [{ name, key: value.trim() }] : []
  })
}

/** What an Authorization header could hold as a key: its token, or user and password of Basic. */
function credentialsIn(value: string): readonly string[] {
  const [scheme = '', token = ''] = value.trim().split(/\s+/)
  if (token === '') return [scheme]
  return scheme.toLowerCase() === 'basic' ? Buffer.from(token, 'base64').toString('utf8').split(':') : [token]
}
