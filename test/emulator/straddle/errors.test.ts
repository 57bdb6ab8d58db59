import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuid } from '../../../emulator/straddle/formats.ts'
import { routes } from '../../../emulator/straddle/routes.ts'
import { charge, customer, key, link, open } from './harness.ts'

const items = (answer: { body: { error: { items?: readonly { reference: string }[] } } }): readonly string[] =>
  (answer.body.error.items ?? []).map(({ reference }) => reference)

describe('envelopes', () => {
  it('wraps an object, a list and an error, each with its own request id and the time', async () => {
    const { send } = open()
    const made = await send('POST', '/v1/customers', customer())
    const listed = await send('GET', '/v1/customers')
    const missed = await send('GET', '/v1/customers/00000000-0000-4000-8000-000000000000')
    expect([made, listed, missed].map(({ status, body }) => [status, body.response_type])).toEqual([
      [201, 'object'],
      [200, 'array'],
      [404, 'error'],
    ])
    const metas = [made, listed, missed].map(({ body }) => body.meta)
    expect(new Set(metas.map((meta) => meta.api_request_id)).size).toBe(3)
    for (const meta of metas) {
      expect(isUuid(meta.api_request_id)).toBe(true)
      expect(meta.api_request_timestamp).toBe('2026-03-02T15:00:00.000Z')
    }
    expect(missed.body).not.toHaveProperty('data')
    expect(made.body).not.toHaveProperty('error')
  })
})

describe('refused fields', () => {
  it('names every missing field', async () => {
    const refused = await open().send('POST', '/v1/customers', {})
    expect([refused.status, refused.body.error.type]).toEqual([400, 'invalid_request_error'])
    expect(items(refused).toSorted()).toEqual(
      ['customer.device', 'customer.email', 'customer.name', 'customer.phone', 'customer.type'].toSorted(),
    )
  })

  it.for([
    ['customer.phone', { phone: '12025550123' }],
    ['customer.phone', { phone: '+0' }],
    ['customer.email', { email: 'nobody' }],
    ['customer.name', { name: 7 }],
    ['customer.type', { type: 'robot' }],
    ['customer.device.ip_address', { device: { ip_address: '300.1.1.1' } }],
    ['customer.device', { device: 'phone' }],
    ['customer.address.state', { address: { address1: '1 A St', city: 'B', state: 'il', zip: '62701' } }],
    ['customer.address.zip', { address: { address1: '1 A St', city: 'B', state: 'IL', zip: '6270' } }],
    ['customer.address.address1', { address: { address1: 'x'.repeat(101), city: 'B', state: 'IL', zip: '62701' } }],
    ['customer.compliance_profile.ssn', { compliance_profile: { ssn: '123456789', dob: null } }],
    ['customer.compliance_profile.dob', { compliance_profile: { ssn: null, dob: '1990-02-30' } }],
    ['customer.compliance_profile.ein', { compliance_profile: { ein: '123456789', legal_business_name: 'B' } }],
    ['customer.metadata', { metadata: ['a'] }],
    ['customer.metadata', { metadata: { a: 1 } }],
    ['customer.config.sandbox_outcome', { config: { sandbox_outcome: 'paid' } }],
  ] as const)('names %s in %j', async ([reference, parts]) => {
    const { send } = open()
    const refused = await send('POST', '/v1/customers', customer(parts))
    expect([refused.status, refused.body.error.type, items(refused)]).toEqual([400, 'validation_error', [reference]])
    expect((await send('GET', '/v1/customers')).body.meta.total_items).toBe(0)
  })

  it.for([
    ['charge.currency', { currency: 'usd' }],
    ['charge.amount', { amount: 12.5 }],
    ['charge.amount', { amount: '1250' }],
    ['charge.amount', { amount: 0 }],
    ['charge.amount', { amount: 2 ** 31 }],
    ['charge.payment_date', { payment_date: '03/02/2026' }],
    ['charge.consent_type', { consent_type: 'spoken' }],
    ['charge.config.balance_check', { config: { balance_check: 'maybe' } }],
  ] as const)('names %s in a charge with %j', async ([reference, parts]) => {
    const hands = open()
    const { token } = await link(hands)
    const refused = await hands.send('POST', '/v1/charges', charge(token, parts))
    expect([refused.status, items(refused)]).toEqual([400, [reference]])
  })

  it('refuses a second use of an e-mail address as the reference shows', async () => {
    const { send } = open()
    await send('POST', '/v1/customers', customer({ email: 'ada@example.com' }))
    const refused = await send('POST', '/v1/customers', customer({ email: 'ada@example.com' }))
    expect(refused.body.error).toEqual({
      status: 400,
      type: 'validation_error',
      title: 'Invalid Input Data',
      detail: 'The request contains invalid field values.',
      items: [{ reference: 'customer.email', detail: 'Email address must be unique.' }],
    })
  })
})

describe('metadata', () => {
  const pairs = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))

  it.for([
    [201, pairs(20)],
    [400, pairs(21)],
    [201, { ['k'.repeat(40)]: 'v' }],
    [400, { ['k'.repeat(41)]: 'v' }],
    [201, { k: 'v'.repeat(40) }],
    [400, { k: 'v'.repeat(41) }],
    [201, { k: '' }],
    [201, null],
  ] as const)('answers %i at the limit', async ([status, metadata]) => {
    const made = await open().send('POST', '/v1/customers', customer({ metadata }))
    expect(made.status).toBe(status)
    expect(status === 201 ? made.body.data.metadata : metadata).toEqual(metadata)
  })
})

describe('anything at all', () => {
  it('is answered with an envelope and never thrown at', async () => {
    const { send, emulator } = open()
    const operations = Object.keys(routes).map((route) => route.split(' ') as [string, string])
    const path = fc
      .constantFrom(...operations.map(([, each]) => each))
      .chain((each) =>
        fc.string({ maxLength: 12, unit: 'grapheme' }).map((id) => each.replace(/:\w+/, encodeURIComponent(id) || 'x')),
      )
    const body = fc.oneof(fc.string(), fc.json(), fc.constant(''), fc.constant('{"__proto__":1}'))
    const query = fc.webQueryParameters()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'X'),
        path,
        query,
        body,
        async (...sent) => {
          const [method, url, parameters, content] = sent
          const { status, body: answer } = await send(method, `${url}?${parameters}`, content)
          expect(status).toBeLessThan(500)
          expect(['object', 'array', 'error']).toContain(answer.response_type)
        },
      ),
      { numRuns: 400 },
    )
    await emulator.advance(1000)
  })

  it('answers outages with api_error as long as the lever says', async () => {
    const { send, emulator } = open()
    await emulator.lever('outage', key('one'), { status: 503, times: 1 })
    const refused = await send('GET', '/v1/customers')
    expect([refused.status, refused.body.error.status, refused.body.error.type]).toEqual([503, 503, 'api_error'])
    expect((await send('GET', '/v1/customers')).status).toBe(200)
  })

  it('says which methods a path takes', async () => {
    const refused = await open().send('GET', '/v1/payouts')
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
  })
})
