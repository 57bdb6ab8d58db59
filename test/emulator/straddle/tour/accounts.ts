import { acting, id, person } from './walk.ts'
import type { Walk } from './walk.ts'

export async function visitAccounts(walk: Walk): Promise<void> {
  const { go } = walk
  const organization = id(await go('POST', '/v1/organizations', { name: 'Org' }))
  const account = {
    organization_id: organization,
    account_type: 'business',
    access_level: 'standard',
    business_profile: { name: 'Shop', website: 'https://shop.example' },
  }
  const [mine, other] = [id(await go('POST', '/v1/accounts', account)), id(await go('POST', '/v1/accounts', account))]
  const jan = id(await go('POST', '/v1/customers', person('Jan'), acting(mine)))
  for (const each of [mine, other]) await go('GET', `/v1/customers/${jan}`, undefined, acting(each))
  await go('GET', '/v1/customers', undefined, acting(other))
  await go('GET', '/v1/customers', undefined, { ...acting(other), account: 'other' })
  await go('GET', '/v1/customers', undefined, acting('5f0c3f0e-0000-4000-8000-000000000000'))
  const terms = {
    terms_of_service: { accepted_date: '2026-03-02T00:00:00Z', agreement_type: 'direct', agreement_url: null },
  }
  await go('POST', `/v1/accounts/${other}/onboard`, terms)
  const bank = { account_holder: 'Shop', routing_number: '021000021', account_number: '000123456789' }
  const linked = id(await go('POST', '/v1/linked_bank_accounts', { account_id: mine, bank_account: bank }))
  const spare = id(await go('POST', '/v1/linked_bank_accounts', { account_id: mine, bank_account: bank }))
  await go('PATCH', `/v1/linked_bank_accounts/${spare}/cancel`)
  await go('GET', `/v1/linked_bank_accounts/${linked}/unmask`)
  await go('POST', '/v1/representatives', {
    account_id: mine,
    first_name: 'Ada',
    last_name: 'Example',
    dob: '1990-01-02',
    ssn_last4: '1234',
    email: 'ada@shop.example',
    mobile_number: '+12025550123',
    relationship: { primary: true, control: true, owner: false },
  })
  await go('POST', `/v1/accounts/${mine}/onboard`, terms)
  await go('PATCH', `/v1/linked_bank_accounts/${linked}/cancel`)
  await go('GET', `/v1/representatives?account_id=${mine}`)
  await go('GET', `/v1/linked_bank_accounts?account_id=${mine}`)
}

export async function makeAccount({ go }: Walk): Promise<{ readonly organization: string; readonly account: string }> {
  const organization = await go('POST', '/v1/organizations', { name: 'Group' })
  const made = await go('POST', '/v1/accounts', {
    organization_id: id(organization),
    account_type: 'business',
    access_level: 'standard',
    business_profile: { name: 'Shop', website: 'https://shop.example' },
  })
  return { organization: 'Group', account: id(made) }
}
