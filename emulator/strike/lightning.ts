import { createHash } from 'node:crypto'
import { encode, sign } from 'bolt11'
import { formatDecimal, parseDecimal } from './decimal.ts'
import type { Money } from './records.ts'

const testnet = { bech32: 'tb', pubKeyHash: 0x6f, scriptHash: 0xc4, validWitnessVersions: [0, 1] }

// a tagged field of BOLT 11 holds 1023 groups of five bits
const longestText = 639

/** What goes into a Lightning invoice. */
export interface LightningRequest {
  readonly amount: Money
  readonly text: string
  /** Takes the place of the text. */
  readonly hash?: string
  readonly paymentHash: string
  readonly paymentSecret: string
  readonly seconds: number
  readonly lifetime: number
  readonly nodeKey: string
}

/** A signed BOLT 11 invoice for the testnet of Bitcoin. */
export function lightningInvoice(request: LightningRequest): string {
  const hash = request.hash ?? hashOfLong(request.text)
  const amount = parseDecimal(request.amount.amount)
  const unsigned = encode({
    network: testnet,
    millisatoshis: amount === undefined ? '1000' : formatDecimal({ ...amount, scale: amount.scale - 11 }, 0),
    timestamp: request.seconds,
    tags: [
      { tagName: 'payment_hash', data: request.paymentHash },
      { tagName: 'payment_secret', data: request.paymentSecret },
      hash === undefined
        ? { tagName: 'description', data: request.text }
        : { tagName: 'purpose_commit_hash', data: hash },
      { tagName: 'expire_time', data: request.lifetime },
      {
        tagName: 'feature_bits',
        data: {
          word_length: 4,
          var_onion_optin: { required: false, supported: true },
          payment_secret: { required: false, supported: true },
        },
      },
    ],
  })
  return sign(unsigned, request.nodeKey).paymentRequest ?? ''
}

function hashOfLong(text: string): string | undefined {
  return Buffer.byteLength(text) > longestText ? createHash('sha256').update(text).digest('hex') : undefined
}
