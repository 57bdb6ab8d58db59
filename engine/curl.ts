import type { Authentication } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { StoredExchange } from '../model/report.ts'
import { fieldsOf, keyVariable } from './key-fields.ts'
import { quote, withKey } from './quote.ts'

/** A request as a curl command line; what was redacted stays a placeholder, a key is a variable that says whose it is. */
export function curlOf(
  { request }: Exchange,
  { request: stored }: StoredExchange,
  authentication: Authentication,
): string {
  return [
    `curl -i -X ${stored.method} "$ORIGIN"${withKey(quote(stored.path), keyVariable(request))}`,
    ...fieldsOf(request, stored, authentication),
    ...(stored.body === '' ? [] : [`--data-raw ${quote(stored.body)}`]),
  ].join(' ')
}
