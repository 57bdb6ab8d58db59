import { key } from '../harness.ts'
import { pay } from './pay.ts'
import { makeAccount } from './accounts.ts'
import { id, link, person, under } from './walk.ts'
import type { Linked, Walk } from './walk.ts'

export async function visitAccess({ go, emulator, seen }: Walk): Promise<void> {
  for (const authorization of ['Basic YTpi', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.invalid']) {
    await go('GET', '/v1/customers', undefined, { headers: { authorization } })
  }
  await go('GET', '/v1/customers')
  const anonymous = await emulator.handle({ method: 'GET', url: '/v1/customers', headers: new Map(), body: '' })
  seen.push(`${anonymous.status} ${anonymous.body}`)
  await go('GET', '/v1/nowhere')
  await go('POST', '/v1/customers', '{"name":')
  await go('POST', '/v1/customers', { phone: 'none', device: { ip_address: 'here' } })
  const made = await go('POST', '/v1/customers', person('Zoe'), { account: 'other' })
  await go('GET', `/v1/customers/${id(made)}`)
  await emulator.lever('permissions', key('other'), { unmask: false, write: false })
  await go('GET', `/v1/customers/${id(made)}/unmasked`, undefined, { account: 'other' })
  await go('POST', '/v1/customers', person('Yve'), { account: 'other' })
}

export async function visitKeys({ go, send, emulator, seen }: Walk): Promise<void> {
  for (const length of [9, 10, 40, 41])
    await go('POST', '/v1/customers', person(`K${length}`), under('k'.repeat(length)))
  const ann = await go('POST', '/v1/customers', person('Ann'), under('ann-key-0001'))
  await go('POST', '/v1/customers', person('Ann'), under('ann-key-0001'))
  await go('POST', '/v1/customers', person('Bea'), under('ann-key-0001'))
  await go('POST', '/v1/organizations', person('Ann'), under('ann-key-0001'))
  await go('POST', '/v1/customers', person('Ann'), under('ann-key-0001', 'third'))
  for (let time = 0; time < 2; time += 1)
    await go('DELETE', `/v1/customers/${id(ann)}`, undefined, under('del-key-0001'))
  const twins = await Promise.all([1, 2].map(() => send('POST', '/v1/customers', person('Cid'), under('cid-key-0001'))))
  seen.push(twins.map(({ status }) => status).join())
  for (const hours of [2, 23]) {
    await emulator.advance(hours * 3600)
    await go('POST', '/v1/customers', person('Ann'), under('ann-key-0001'))
  }
}

export async function visitCustomers({ go, emulator }: Walk): Promise<void> {
  const metadata = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, 'v'.repeat(40)]))
  const parts = { metadata, compliance_profile: { ssn: '123-45-6789', dob: '1990-01-02' }, external_id: 'x-1' }
  const dan = await go('POST', '/v1/customers', person('Dan', parts))
  await go('POST', '/v1/customers', person('Dan'))
  for (const beyond of [{ ...metadata, more: '' }, { ['k'.repeat(41)]: '' }, { k: 'v'.repeat(41) }]) {
    await go('POST', '/v1/customers', person('Eva', { metadata: beyond }))
  }
  await go('PATCH', `/v1/customers/${id(dan)}/review`, { status: 'rejected' })
  const { email, phone, device, name } = person('Dan')
  const update = { email, phone, device, name: `${name} II`, status: 'inactive' }
  await go('PUT', `/v1/customers/${id(dan)}`, update)
  await go('PUT', `/v1/customers/${id(dan)}`, { ...update, metadata: { other: '1' } })
  await go('GET', `/v1/customers/${id(dan)}/unmasked`)
  await go('PATCH', `/v1/customers/${id(dan)}/review`, { status: 'rejected' })
  const firm = { type: 'business', compliance_profile: { ein: '12-3456789', legal_business_name: 'F' } }
  await go('POST', '/v1/customers', person('Fay', firm))
  const config = { sandbox_outcome: 'review' }
  const gil = await go('POST', '/v1/customers', person('Gil', { config }))
  await emulator.advance(60)
  await go('PATCH', `/v1/customers/${id(gil)}/review`, { status: 'rejected' })
  for (const query of [
    '',
    'page_size=2',
    'page_size=2&page_number=2',
    'page_number=9',
    'sort_order=desc',
    'sort_by=created_at',
  ]) {
    await go('GET', `/v1/customers?${query}`)
  }
  for (const query of ['name=a', 'status=verified,rejected', 'search_text=x-1', 'page_size=3'])
    await go('GET', `/v1/customers?${query}`)
}

export async function visitPaykeys(walk: Walk): Promise<Linked> {
  const { go, emulator } = walk
  const config = { sandbox_outcome: 'rejected' }
  await link(walk, id(await go('POST', '/v1/customers', person('Hal', { config }))))
  const customer = id(await go('POST', '/v1/customers', person('Ida')))
  const linked = await link(walk, customer)
  const second = await link(walk, customer, { config: { sandbox_outcome: 'review' } })
  for (const part of ['', '/reveal', '/unmasked', '/review']) await go('GET', `/v1/paykeys/${linked.paykey}${part}`)
  await go('PATCH', `/v1/paykeys/${linked.paykey}/review`, { status: 'rejected' })
  await go('PATCH', `/v1/paykeys/${second.paykey}/review`, { status: 'rejected' })
  const third = await link(walk, customer, { account_number: '000777777777' })
  await go('PUT', `/v1/paykeys/${third.paykey}/cancel`, {})
  await go('PUT', `/v1/paykeys/${third.paykey}/refresh_review`)
  await go('PATCH', `/v1/paykeys/${third.paykey}/review`, { status: 'active' })
  await emulator.advance(10)
  await go('GET', '/v1/paykeys')
  await pay(walk, 'charge', third.token)
  await pay(walk, 'payout', third.token)
  return linked
}

export async function visitParties(walk: Walk, { customer, paykey }: Linked): Promise<void> {
  const { go } = walk
  await go('PUT', `/v1/customers/${customer}/refresh_review`)
  await go('PUT', `/v1/paykeys/${paykey}/refresh_balance`)
  await go('PUT', `/v1/paykeys/${paykey}/refresh_review`)
  await walk.emulator.advance(10)
  await go('POST', '/v1/bridge/initialize', { customer_id: customer })
  for (const sandbox_outcome of ['active', 'rejected']) {
    await link(walk, customer, { config: { sandbox_outcome }, account_number: '000555555555' })
  }
  await link(walk, '5f0c3f0e-0000-4000-8000-000000000000')
  const { organization, account } = await makeAccount(walk)
  const asked = { internet: { enable: true }, individuals: { enable: false } }
  for (const body of [asked, { charges: {} }]) await go('POST', `/v1/accounts/${account}/capability_requests`, body)
  await go('POST', '/v1/customers', person('Mia', { metadata: {} }))
  const [day, none] = ['2026-12-31', '5f0c3f0e-0000-4000-8000-000000000000']
  const lists = [
    `customers?email=none`,
    `customers?external_id=none`,
    `customers?types=business`,
    `customers?search_text=none`,
    `customers?created_from=${day}`,
    `paykeys?customer_id=${none}`,
    `paykeys?status=inactive`,
    `paykeys?source=plaid`,
    `payments?payment_type=payout`,
    `payments?payment_status=reversed`,
    `payments?payment_id=${none}`,
    `payments?external_id=none`,
    `payments?customer_id=${none}`,
    `payments?paykey_id=${none}`,
    `payments?min_payment_date=${day}`,
    `organizations?external_id=none`,
    `organizations?name=${organization}`,
  ]
  for (const query of lists) await go('GET', `/v1/${query}`)
}
