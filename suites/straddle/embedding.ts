import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { accountNumber } from './bodies.ts'
import { idOf } from './making.ts'
import { variedLink } from './varied.ts'

export function businessProfile(more: JsonObject = {}): JsonObject {
  return {
    name: 'Acme',
    website: 'https://acme.example',
    legal_name: 'Acme Inc',
    phone: '+12025550123',
    tax_id: '123456789',
    ...more,
  }
}

export function makeOrganization(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createOrganization', { body: { name: trial.unique('Acme Group '), ...more } })
}

/** An embedded account in an organization of its own. */
export async function makeAccount(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  const organization = idOf(await makeOrganization(trial))
  return trial.given('createAccount', {
    body: {
      organization_id: organization,
      account_type: 'business',
      access_level: 'managed',
      business_profile: businessProfile(),
      ...more,
    },
  })
}

export function linkedBankAccountBody(trial: Trial, account: string | null, more: JsonObject = {}): JsonObject {
  return {
    account_id: account,
    bank_account: { account_holder: 'Acme Inc', routing_number: '021000021', account_number: accountNumber(trial) },
    description: 'Main account',
    ...variedLink(trial),
    ...more,
  }
}

export function representativeBody(trial: Trial, account: string, more: JsonObject = {}): JsonObject {
  return {
    account_id: account,
    first_name: 'Ada',
    last_name: 'Doe',
    dob: '1980-01-01',
    ssn_last4: '6789',
    email: `${trial.unique('ada.')}@example.com`,
    mobile_number: '+12025550123',
    relationship: { primary: true, control: true, owner: true, percent_ownership: 50, title: 'Founder' },
    ...more,
  }
}
