import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { hashOf } from './hash.ts'

/**
 * What a request may send besides what it has to, another with each: a rule that is wrong for one type, one source or one
 * form of a value then shows, whatever a check is about. Only where it costs nothing: a service that takes the least that
 * is documented is judged by that.
 */
type Varying = Pick<Trial, 'unique' | 'can'>

const isVaried = (trial: Varying): boolean => trial.can('levers')

/** Every choice of some independent ones, the same for the same text. */
function chooser(text: string): <T>(...values: readonly [T, ...(readonly T[])]) => T {
  let rest = hashOf(text)
  return (...values) => {
    const chosen = values[rest % values.length] ?? values[0]
    rest = Math.floor(rest / values.length)
    return chosen
  }
}

const people: readonly [JsonObject, ...(readonly JsonObject[])] = [
  { ssn: '123-45-6789', dob: '1990-01-01' },
  { ssn: '987-65-4321', dob: null },
  { ssn: null, dob: '1985-12-31' },
]
const businesses: readonly [JsonObject, ...(readonly JsonObject[])] = [
  { ein: '12-3456789', legal_business_name: 'Acme Inc' },
  { ein: '98-7654321', legal_business_name: null, website: 'https://acme.example' },
]

export function variedCustomer(trial: Varying, email: string, more: JsonObject): JsonObject {
  if (!isVaried(trial) || more['compliance_profile'] !== undefined) return {}
  const choose = chooser(email)
  const type = more['type'] ?? choose('individual', 'business')
  return {
    type,
    compliance_profile: type === 'business' ? choose(...businesses) : choose(...people),
    device: { ip_address: choose('192.168.1.1', '10.1.2.3', '0.0.0.0') },
    phone: choose('+12025550123', '+442071838750'),
    ...choose({}, { address: { address1: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701-1234' } }),
    ...choose({}, { external_id: trial.unique('CUS-') }),
    metadata: choose<JsonObject>({ order: '6735' }, { a: '1', b: '' }),
  }
}

export function variedBankAccount(trial: Varying, more: JsonObject): JsonObject {
  if (!isVaried(trial)) return {}
  const external_id = trial.unique('PK-')
  const choose = chooser(external_id)
  return {
    account_type: choose('checking', 'savings'),
    // a bank account that is given is one of its bank
    ...(more['account_number'] === undefined ? { routing_number: choose('021000021', '011000138', '121000248') } : {}),
    ...(more['external_id'] === undefined ? choose({}, { external_id }) : {}),
    metadata: choose<JsonObject>({ order: '6735' }, { a: '1', b: '' }),
  }
}

export function variedLink(trial: Varying): JsonObject {
  if (!isVaried(trial)) return {}
  const choose = chooser(trial.unique('link-'))
  return choose<JsonObject>({}, { purposes: ['charges'] }, { purposes: ['payouts', 'billing'] })
}

export function variedPayment(trial: Varying, kind: 'charge' | 'payout', external_id: string): JsonObject {
  if (!isVaried(trial)) return {}
  const choose = chooser(external_id)
  return {
    ...(kind === 'charge' ? { consent_type: choose('internet', 'signed') } : {}),
    description: choose<string | null>('An order', null, 'Zoë’s order: 漢字'),
    device: { ip_address: choose('192.168.1.1', '10.1.2.3', '0.0.0.0') },
    metadata: choose<JsonObject>({ order: '6735' }, { a: '1', b: '' }),
  }
}
