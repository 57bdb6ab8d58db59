import fc from 'fast-check'
import { expect, it } from 'vitest'
import { client } from './client.ts'

const paths = [
  '/v1/charges',
  '/v1/charges/ch_1/capture',
  '/v1/refunds',
  '/v1/customers',
  '/v1/customers/cus_1/sources',
  '/v1/tokens',
  '/v1/payouts',
  '/v1/invoices',
  '/v1/invoiceitems',
  '/v1/balance',
  '/v1/balance/history',
]
const names = [
  'amount',
  'currency',
  'source',
  'source[number]',
  'card[exp_month]',
  'customer',
  'metadata',
  'metadata[a]',
]
const more = [
  'expand[]',
  'expand',
  'limit',
  'starting_after',
  'created',
  'created[gt]',
  'shipping[address]',
  '__proto__',
  'a[',
]
const name = fc.oneof(fc.constantFrom(...names, ...more), fc.string())
const value = fc.oneof(
  fc.constantFrom('', '0', '-1', '1e9', '99999999999999999999', 'usd', 'tok_visa', 'true'),
  fc.string({ unit: 'binary' }),
)
const form = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString())
const path = fc.oneof(
  fc.constantFrom(...paths),
  fc.string().map((text) => `/v1/${text}`),
  fc.string(),
)
const headers = fc.dictionary(
  fc.constantFrom('authorization', 'stripe-version', 'idempotency-key', 'content-type'),
  fc.oneof(fc.constantFrom('Bearer sk_test_one', 'application/x-www-form-urlencoded', '2018-01-23'), fc.string()),
)

it('whatever is sent is answered with JSON and a documented status', async () => {
  const request = fc.tuple(
    fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'X'),
    path,
    fc.oneof(form, fc.string()),
    fc.oneof(form, fc.string()),
    headers,
  )
  await fc.assert(
    fc.asyncProperty(request, async ([method, where, query, body, sent]) => {
      const { raw } = client()
      const answer = await raw(method, `${where}?${query}`, { authorization: 'Bearer sk_test_one', ...sent }, body)
      expect([200, 400, 401, 402, 404]).toContain(answer.status)
      expect(Object.hasOwn(answer.body, 'error')).toBe(answer.status !== 200)
    }),
    { numRuns: 1000, seed: 1 },
  )
})
