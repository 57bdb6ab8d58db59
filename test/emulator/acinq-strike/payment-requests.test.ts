import { createHash } from 'node:crypto'
import { decode as decodeSigned } from 'bolt11'
import { decode } from 'light-bolt11-decoder'
import { expect, it } from 'vitest'
import { emulate, merchant, start } from './account.ts'

function sections(request: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    decode(String(request)).sections.map((section) => [section.name, 'value' in section && section.value]),
  )
}

it.for([
  [1, ''],
  [42_000, '1 Blockaccino'],
  [4_294_967, 'Grüße, 100%20 ☕'],
  [123_456, 'x'.repeat(256)],
] as const)('a payment request of %i satoshi decodes to its charge', async ([amount, description]) => {
  const { body } = await merchant(emulate()).create({ amount, currency: 'btc', description })
  expect(sections(body['payment_request'])).toMatchObject({
    coin_network: { bech32: 'tb' },
    amount: String(amount * 1000),
    payment_hash: body['payment_hash'],
    description,
    timestamp: start / 1000,
    expiry: 3600,
  })
})

it('carries the hash of a description that BOLT 11 has no room for', async () => {
  const description = '🍵'.repeat(256)
  const { body } = await merchant(emulate()).create({ amount: 1, currency: 'btc', description })
  expect(sections(body['payment_request'])).toMatchObject({
    description_hash: createHash('sha256').update(description).digest('hex'),
  })
})

it('is signed by one node', async () => {
  const { create } = merchant(emulate())
  const nodes = await Promise.all(
    [1, 2].map(async (amount) => {
      const { body } = await create({ amount, currency: 'btc' })
      return decodeSigned(String(body['payment_request'])).payeeNodeKey
    }),
  )
  expect(nodes[0]).toMatch(/^0[23][0-9a-f]{64}$/u)
  expect(nodes[1]).toBe(nodes[0])
})
