import type { Authentication } from '../model/contract.ts'
import type { WireRequest } from '../model/exchange.ts'
import { keyMark } from '../model/key-mark.ts'
import type { StoredExchange } from '../model/report.ts'
import { headerOf, quote } from './quote.ts'

/** Whose key a request carried: `$AUTHORIZATION` and `$KEY` stand for the run's own, `$SECOND_…` for those of another account. */
export function keyVariable({ credentials }: WireRequest): string {
  return isSecond(credentials) ? '${SECOND_AUTHORIZATION:?}' : '$AUTHORIZATION'
}

/**
 * The header fields of a request for curl: the key as a variable that says whose it is, nothing where none was sent, and one that
 * was made up as it was sent.
 */
export function fieldsOf(
  request: WireRequest,
  stored: StoredExchange['request'],
  { schemes, keyHeader }: Pick<Authentication, 'schemes' | 'keyHeader'>,
): readonly string[] {
  const { credentials } = request
  const [notes, plain] = [true, false].map((isNote) =>
    stored.headers.filter(([, value]) => value.includes(keyMark) === isNote),
  )
  const others = (plain ?? []).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
  if (credentials.kind === 'none') return others
  if (credentials.kind === 'literal')
    return [...credentials.headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`), ...others]
  const { scheme, replaced = [] } = credentials
  const isKept = (name: string): boolean => !replaced.some(([other]) => other === name)
  const key = isSecond(credentials) ? '${SECOND_KEY:?}' : '${KEY:?}'
  const own =
    scheme !== undefined && scheme !== schemes[0]
      ? [scheme === 'basic-user' ? `-u "${key}:"` : `-H "Authorization: Bearer ${key}"`]
      : (notes ?? [])
          .filter(([name]) => isKept(name))
          .map(([name, value]) => `-H ${headerOf(name, value, keyVariable(request))}`)
  const named = keyHeader !== undefined && isKept(keyHeader) && !(notes ?? []).some(([name]) => name === keyHeader)
  return [
    ...own,
    ...(named ? [`-H "${keyHeader}: ${key}"`] : []),
    ...replaced.filter(([, value]) => value !== '').map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...others,
  ]
}

/** Accounts of recordings are numbered; another account of a check is named after the first. */
function isSecond(credentials: WireRequest['credentials']): boolean {
  return credentials.kind === 'account' && credentials.account.includes('-') && credentials.account !== 'account-1'
}
