import { createHash } from 'node:crypto'
import { longestDescription, writePaymentRequest } from '../bolt11.ts'
import type { Wanted } from './charge.ts'
import type { Rules } from './rules.ts'

/** Key of the emulated Lightning node; it guards nothing. */
const nodeKey = createHash('sha256').update('Lightning node of the emulated service').digest('hex')

/** Writes the BOLT 11 payment request of a charge. A description that it has no room for goes in as its hash. */
export function paymentRequestOf(rules: Rules, wanted: Wanted, paymentHash: string, createdAt: number): string {
  const text = rules.invoiceDescription(wanted)
  return rules.invoiceWritten(
    writePaymentRequest({
      network: rules.invoiceNetwork,
      millisatoshi: BigInt(rules.invoiceMillisatoshi(wanted)),
      timestamp: rules.invoiceTime(createdAt),
      nodeKey,
      fields: [
        { name: 'payment-hash', hex: rules.invoiceHash(paymentHash) },
        Buffer.byteLength(text) <= longestDescription
          ? { name: 'description', text }
          : { name: 'description-hash', hex: createHash('sha256').update(text).digest('hex') },
        { name: 'expiry', number: rules.invoiceSeconds },
        { name: 'final-delta', number: 9 },
      ],
    }),
  )
}
