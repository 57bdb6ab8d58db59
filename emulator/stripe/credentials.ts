import type { EmulatorRequest } from '../http.ts'
import { refuse } from './refusal.ts'
import type { Rules } from './rules.ts'
import type { Key } from './rules/transport.ts'

/** The key that a request carries: as a bearer token, or as the user of HTTP Basic authentication. */
function keyIn(request: EmulatorRequest, rules: Rules): string | undefined {
  const [, scheme, value] = /^(\w+) +(\S+) *$/u.exec(request.headers.get('authorization') ?? '') ?? []
  if (scheme === undefined || value === undefined) return undefined
  if (scheme.toLowerCase() === 'bearer') return rules.acceptsBearer ? value : undefined
  if (scheme.toLowerCase() !== 'basic' || !rules.acceptsBasic) return undefined
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0]
}

/** Whose request this is; refused where no account answers to its key. */
export function authenticate(request: EmulatorRequest, rules: Rules): Key {
  const key = keyIn(request, rules)
  if (key === undefined || key === '') return refuse(rules.missingKey())
  return rules.keyOf(key) ?? refuse(rules.unknownKey(key))
}
