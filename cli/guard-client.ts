import type { Provider } from '../model/contract.ts'
import type { Headers } from '../model/exchange.ts'
import { guardKey } from './guard.ts'
import type { Permissions } from './guard.ts'

/** Refuses a client's own request that carries a production key. */
export function guardClient(provider: Provider, headers: Headers, permissions: Permissions): void {
  const keyHeader = provider.authentication.keyHeader?.toLowerCase()
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (lower === 'authorization') guardKey(provider, keyOf(value), 'The Authorization header', permissions)
    if (lower === keyHeader) guardKey(provider, value.trim(), `The header ${lower}`, permissions)
  }
}

/** The key in an Authorization header: the token of Bearer, the user of Basic. */
function keyOf(value: string): string {
  const [scheme = '', token = ''] = value.trim().split(/\s+/)
  if (token === '') return scheme
  return scheme.toLowerCase() === 'basic' ? (Buffer.from(token, 'base64').toString('utf8').split(':')[0] ?? '') : token
}
