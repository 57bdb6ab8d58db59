import type { EmulatorRequest } from '../http.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Rules } from './rules.ts'

/** The key that a request speaks for, by Basic authentication with the key as user name. */
export function authenticate(rules: Rules, { headers }: EmulatorRequest): string | Refusal {
  const credentials = /^basic +([a-z0-9+/=_-]+)$/iu.exec(headers.get('authorization')?.trim() ?? '')?.[1]
  if (credentials === undefined) {
    return rules.anonymousKey ?? refuse('no-key', 'The request carries no API key.')
  }
  const [user = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':')
  const key = rules.keyOf(user, password.join(':'))
  return rules.knowsKey(key) ? key : refuse('wrong-key', 'No account has this API key.')
}
