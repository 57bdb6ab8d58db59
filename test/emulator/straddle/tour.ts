import type { Lie } from '../../../emulator/module.ts'
import type { Rules } from '../../../emulator/straddle/index.ts'
import { key, open } from './harness.ts'
import type { Answer, Hands, Sent } from './harness.ts'

/** What is seen on a walk through everything that the emulator does. */
interface Walk extends Hands {
  /** Sends, and notes the answer. */
  readonly go: Hands['send']
  readonly seen: string[]
  /** The next deliveries are refused while this is set. */
  refusing: boolean
}

const id = (answer: Answer): string => String(answer.body?.data?.id ?? 'none')
const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
const under = (value: string, account?: string): Sent => ({ account, headers: { 'idempotency-key': value } })
const acting = (account: string): Sent => ({ headers: { 'straddle-account-id': account } })

const person = (name: string, parts: object = {}) => ({
  name,
  type: 'individual',
  email: `${name.toLowerCase()}@example.com`,
  phone: '+12025550123',
  device: { ip_address: '192.0.2.7' },
  ...parts,
})

function begin(lies: readonly Lie<Rules>[]): Walk {
  const seen: string[] = []
  const state = { refusing: false }
  const hands = open({
    seed: 5,
    lies,
    deliver: (url, headers, body) => {
      seen.push(`${hands.emulator.now()} ${url} ${JSON.stringify(headers)} ${body}`)
      return Promise.resolve(state.refusing ? 500 : 204)
    },
  })
  const go: Walk['go'] = async (method, path, body, sent) => {
    const answer = await hands.send(method, path, body, sent)
    seen.push(`${method} ${path} ${answer.status} ${JSON.stringify([...answer.headers])} ${answer.text}`)
    return answer
  }
  return Object.assign(state, { ...hands, go, seen })
}

async function visitAccess({ go, emulator }: Walk): Promise<void> {
  for (const authorization of ['Basic YTpi', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.invalid']) {
    await go('GET', '/v1/customers', undefined, { headers: { authorization } })
  }
  await emulator.handle({ method: 'GET', url: '/v1/customers', headers: new Map(), body: '' })
  await go('GET', '/v1/nowhere')
  await go('POST', '/v1/customers', '{"name":')
  await go('POST', '/v1/customers', { phone: 'none', device: { ip_address: 'here' } })
  const made = await go('POST', '/v1/customers', person('Zoe'), { account: 'other' })
  await go('GET', `/v1/customers/${id(made)}`)
  await emulator.lever('permissions', key('other'), { unmask: false, write: false })
  await go('GET', `/v1/customers/${id(made)}/unmasked`, undefined, { account: 'other' })
  await go('POST', '/v1/customers', person('Yve'), { account: 'other' })
}

async function visitKeys({ go, send, emulator, seen }: Walk): Promise<void> {
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

async function visitCustomers({ go, emulator }: Walk): Promise<void> {
  const metadata = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, 'v'.repeat(40)]))
  const parts = { metadata, compliance_profile: { ssn: '123-45-6789', dob: '1990-01-02' }, external_id: 'x-1' }
  const dan = await go('POST', '/v1/customers', person('Dan', parts))
  await go('POST', '/v1/customers', person('Dan'))
  for (const beyond of [{ ...metadata, more: '' }, { ['k'.repeat(41)]: '' }, { k: 'v'.repeat(41) }]) {
    await go('POST', '/v1/customers', person('Eva', { metadata: beyond }))
  }
  const { email, phone, device, name } = person('Dan')
  const update = { email, phone, device, name, status: 'verified' }
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

interface Linked {
  readonly customer: string
  readonly paykey: string
  readonly token: string
}

async function link({ go, send }: Walk, customer: string, parts: object = {}): Promise<Linked> {
  const made = await go('POST', '/v1/bridge/bank_account', {
    customer_id: customer,
    routing_number: '021000021',
    account_number: '000123456789',
    account_type: 'checking',
    ...parts,
  })
  const revealed = await send('GET', `/v1/paykeys/${id(made)}/unmasked`)
  return { customer, paykey: id(made), token: String(revealed.body?.data?.paykey) }
}

async function visitPaykeys(walk: Walk): Promise<Linked> {
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
  return linked
}

let orders = 0

async function pay(
  { go }: Walk,
  kind: 'charge' | 'payout',
  token: string,
  config: object = {},
  parts: object = {},
): Promise<string> {
  orders += 1
  const made = await go('POST', `/v1/${kind}s`, {
    paykey: token,
    amount: 1000,
    currency: 'USD',
    description: null,
    payment_date: '2026-03-09',
    device: { ip_address: '192.0.2.7' },
    external_id: `order-${orders}`,
    ...(kind === 'charge' ? { consent_type: 'internet' } : {}),
    config: { ...(kind === 'charge' ? { balance_check: 'disabled' } : {}), ...config },
    ...parts,
  })
  return `/v1/${kind}s/${id(made)}`
}

const actions = [
  ['PUT', '/hold'],
  ['PUT', '/release'],
  ['PUT', '/cancel'],
  ['POST', '/resubmit'],
  ['POST', '/refund'],
] as const

async function visitPayments(walk: Walk, { token }: Linked): Promise<void> {
  const { go, emulator } = walk
  for (const kind of ['charge', 'payout'] as const) {
    for (const parts of [
      { currency: 'usd' },
      { payment_date: '2025-01-01' },
      { external_id: 'same' },
      { external_id: 'same' },
    ]) {
      await pay(walk, kind, token, {}, parts)
    }
    await pay(walk, kind, token, { auto_hold: true })
    const future = await pay(walk, kind, token, {}, { payment_date: '2026-03-12' })
    const held = await pay(walk, kind, token)
    await go('PUT', `${held}/hold`, { reason: 'Because' })
    await go('PUT', `${held}/release`, {})
    const cancelled = await pay(walk, kind, token)
    await go('PUT', `${cancelled}/cancel`, {})
    const paid = await pay(walk, kind, token, {}, { metadata: { a: '1' } })
    const update = { amount: 990, description: 'D', payment_date: '2026-03-09' }
    await go('PUT', paid, update)
    const failures = ['insufficient_funds', 'closed_bank_account']
    const outcomes = [
      'cancelled_for_fraud_risk',
      'cancelled_for_balance_check',
      'on_hold_daily_limit',
      ...failures.flatMap((why) => [`failed_${why}`, `reversed_${why}`]),
    ]
    const ends = []
    for (const sandbox_outcome of outcomes) ends.push(await pay(walk, kind, token, { sandbox_outcome }))
    for (const seconds of [10, 60]) {
      await emulator.advance(seconds)
      for (const [method, action] of actions.slice(0, 2)) await go(method, `${held}${action}`, {})
      await go('PUT', paid, update)
    }
    await emulator.advance(600)
    for (const path of [future, cancelled, paid, ...ends]) await go('GET', path)
    await go('POST', `${paid}/refund`, { amount: 2000 })
    await go('POST', `${paid}/refund`, { amount: 0 })
    await go('POST', `${paid}/refund`, { amount: 5 })
    await go('POST', `${paid}/refund`, {})
    const failed = ends[3] ?? ''
    for (const path of [paid, failed, failed, cancelled])
      for (const [method, action] of actions) await go(method, `${path}${action}`, {})
    await go('GET', `${paid}/unmask`)
    await emulator.advance(300)
    await go('GET', '/v1/payments?page_size=1000')
    await go('GET', '/v1/payments?min_amount=990&max_amount=1000&sort_by=amount&search_text=order')
    for (let time = 0; time < 2; time += 1)
      await go('POST', '/v1/funding_events/simulate', { funding_event_job_type: `${kind}s` })
  }
  await go('GET', '/v1/funding_events')
}

async function visitReturns(walk: Walk, { customer }: Linked): Promise<void> {
  const { go, emulator } = walk
  const parts = { account_number: '000999999999' }
  const [first, second] = [await link(walk, customer, parts), await link(walk, customer, parts)]
  for (let time = 0; time < 2; time += 1) {
    await pay(walk, 'charge', first.token, { sandbox_outcome: 'failed_not_authorized' })
    await emulator.advance(300)
    await go('GET', `/v1/paykeys/${second.paykey}`)
    await link(walk, customer, parts)
    await go('PATCH', `/v1/paykeys/${first.paykey}/unblock`, {})
  }
}

async function visitAccounts(walk: Walk): Promise<void> {
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
  await go('GET', '/v1/representatives')
}

async function visitRetries(walk: Walk): Promise<void> {
  walk.refusing = true
  await walk.go('POST', '/v1/customers', person('Kim'))
  await walk.emulator.advance(400)
}

const stages: readonly ((walk: Walk, linked: Linked) => Promise<Linked | undefined | void>)[] = [
  visitAccess,
  visitKeys,
  visitCustomers,
  visitPaykeys,
  visitAccounts,
  visitReturns,
  visitPayments,
  visitRetries,
]

/** What a walk through the emulator shows, with the given lies told; it ends early once that differs from `usual`. */
export async function tour(lies: readonly Lie<Rules>[] = [], usual?: readonly string[]): Promise<readonly string[]> {
  orders = 0
  const walk = begin(lies)
  await walk.emulator.lever('webhook', key('one'), { url: 'https://hooks.example/in', secret })
  await walk.emulator.advance(6 * 24 * 3600)
  let linked: Linked = { customer: '', paykey: '', token: '' }
  for (const stage of stages) {
    linked = (await stage(walk, linked)) ?? linked
    if (usual !== undefined && walk.seen.some((line, index) => line !== usual[index])) break
  }
  return walk.seen
}
