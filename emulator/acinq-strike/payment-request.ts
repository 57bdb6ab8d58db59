import { createHash } from 'node:crypto'
import { encode, sign } from 'bolt11'
import type { Wanted } from './charge.ts'
import type { Rules } from './rules.ts'

const networks = {
  bc: { bech32: 'bc', pubKeyHash: 0x00, scriptHash: 0x05, validWitnessVersions: [0] },
  tb: { bech32: 'tb', pubKeyHash: 0x6f, scriptHash: 0xc4, validWitnessVersions: [0] },
}

/** Key of the emulated Lightning node; it guards nothing. */
const nodeKey = createHash('sha256').update('Lightning node of the emulated service').digest('hex')

/** Room for a description in the ten bits of a field's length; a longer one goes in as its hash. */
const longestDescription = 639

/** Writes the BOLT 11 payment request of a charge. */
export function writePaymentRequest(rules: Rules, wanted: Wanted, paymentHash: string, createdAt: number): string {
  const description = rules.invoiceDescription(wanted)
  const fits = Buffer.byteLength(description) <= longestDescription
  const unsigned = encode(
    {
      network: networks[rules.invoiceNetwork],
      millisatoshis: String(rules.invoiceMillisatoshi(wanted)),
      timestamp: rules.invoiceTime(createdAt),
      tags: [
        { tagName: 'payment_hash', data: rules.invoiceHash(paymentHash) },
        fits
          ? { tagName: 'description', data: description }
          : { tagName: 'purpose_commit_hash', data: createHash('sha256').update(description).digest('hex') },
        { tagName: 'expire_time', data: rules.invoiceSeconds },
        { tagName: 'min_final_cltv_expiry', data: 9 },
      ],
    },
    false,
  )
  return rules.invoiceWritten(sign(unsigned, nodeKey).paymentRequest ?? '')
}
