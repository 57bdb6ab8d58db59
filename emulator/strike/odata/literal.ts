import type { Comparable } from '../rules/lists.ts'
import { readTimestamp } from '../timestamp.ts'
import type { Token } from './tokens.ts'

const bareIds: ReadonlySet<string> = new Set(['invoiceId', 'issuerId', 'receiverId', 'payerId'])
const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The value that a property is compared with; undefined where it is of another type. */
export function literalOf(property: string, token: Token): Comparable | undefined {
  if (token.kind === 'open' || token.kind === 'close') return undefined
  const { kind, text } = token
  if (kind === 'word' && text === 'null') return null
  if (property === 'created') return kind === 'word' ? readTimestamp(text) : undefined
  if (property === 'deliverySuccess') return kind === 'word' ? booleanOf(text) : undefined
  if (bareIds.has(property)) return idForm.test(text) ? text.toLowerCase() : undefined
  return kind === 'string' ? text : undefined
}

function booleanOf(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined
}
