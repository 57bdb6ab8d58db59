import { createHash } from 'node:crypto'
import { longestDescription, writePaymentRequest } from '../bolt11.ts'
import { formatDecimal, parseDecimal } from './decimal.ts'
import type { Money } from './records.ts'

// bits of BOLT 9 for features that a payer may use and need not
const variableOnion = 9
const paymentSecret = 15

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
  return writePaymentRequest({
    network: 'tb',
    millisatoshi: amount === undefined ? 1000n : BigInt(formatDecimal({ ...amount, scale: amount.scale - 11 }, 0)),
    timestamp: request.seconds,
    nodeKey: request.nodeKey,
    fields: [
      { name: 'payment-hash', hex: request.paymentHash },
      { name: 'payment-secret', hex: request.paymentSecret },
      hash === undefined ? { name: 'description', text: request.text } : { name: 'description-hash', hex: hash },
      { name: 'expiry', number: request.lifetime },
      { name: 'features', bits: [variableOnion, paymentSecret] },
      { name: 'final-delta', number: 9 },
    ],
  })
}

function hashOfLong(text: string): string | undefined {
  return Buffer.byteLength(text) > longestDescription ? createHash('sha256').update(text).digest('hex') : undefined
}
