import { createHash } from 'node:crypto'
import { decode, encode, sign } from 'bolt11'
import { expect, it } from 'vitest'
import { longestDescription, writePaymentRequest } from '../../emulator/bolt11.ts'
import type { Field } from '../../emulator/bolt11.ts'

const hex = (text: string): string => createHash('sha256').update(text).digest('hex')
const nodeKey = hex('node')

const networkOf = (network: 'bc' | 'tb') => ({
  bech32: network,
  pubKeyHash: 0x6f,
  scriptHash: 0xc4,
  validWitnessVersions: [0],
})

it.each([
  ['one millisatoshi', 'tb', 1n, 'a cup', 60],
  ['ten trillionths', 'bc', 15n, '', 3600],
  ['nano', 'tb', 12_300n, 'Grüße, 100%20 ☕', 86_400],
  ['micro', 'bc', 2_500_000n, 'x'.repeat(longestDescription), 1],
  ['milli', 'tb', 42_000_000_000n, '1 Blockaccino', 31],
  ['whole coins', 'bc', 2_100_000_000_000_000_000n, '🍵', 32],
] as const)(
  'an amount in %s is written as the outside library writes it',
  (_unit, network, millisatoshi, text, expiry) => {
    const timestamp = 1_517_486_400
    const fields: readonly Field[] = [
      { name: 'payment-hash', hex: hex('hash') },
      { name: 'payment-secret', hex: hex('secret') },
      { name: 'description', text },
      { name: 'expiry', number: expiry },
      { name: 'features', bits: [9, 15] },
      { name: 'final-delta', number: 9 },
    ]
    const supported = { required: false, supported: true }
    const outside = encode(
      {
        network: networkOf(network),
        millisatoshis: String(millisatoshi),
        timestamp,
        tags: [
          { tagName: 'payment_hash', data: hex('hash') },
          { tagName: 'payment_secret', data: hex('secret') },
          { tagName: 'description', data: text },
          { tagName: 'expire_time', data: expiry },
          { tagName: 'feature_bits', data: { word_length: 4, var_onion_optin: supported, payment_secret: supported } },
          { tagName: 'min_final_cltv_expiry', data: 9 },
        ],
      },
      false,
    )
    expect(writePaymentRequest({ network, millisatoshi, timestamp, fields, nodeKey })).toBe(
      sign(outside, nodeKey).paymentRequest,
    )
  },
)

it('carries the hash of a description, and the signature of the node', () => {
  const request = writePaymentRequest({
    network: 'tb',
    millisatoshi: 1000n,
    timestamp: 1_517_486_400,
    nodeKey,
    fields: [
      { name: 'payment-hash', hex: hex('hash') },
      { name: 'description-hash', hex: hex('a long text') },
    ],
  })
  const { tagsObject, payeeNodeKey } = decode(request, networkOf('tb'))
  expect(tagsObject.purpose_commit_hash).toBe(hex('a long text'))
  expect(payeeNodeKey).toMatch(/^0[23][0-9a-f]{64}$/u)
})
