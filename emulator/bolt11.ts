import { createHash, createHmac } from 'node:crypto'
import { hashes, sign } from '@noble/secp256k1'
import { bech32 } from '@scure/base'

/** What a payment request says: BOLT 11 in the fields that emulated services use. */
export interface PaymentRequest {
  /** Prefix of the network's addresses: `bc` for Bitcoin, `tb` for its testnet. */
  readonly network: 'bc' | 'tb'
  readonly millisatoshi: bigint
  /** Seconds since the epoch. */
  readonly timestamp: number
  /** The tagged fields in the order in which they are written. */
  readonly fields: readonly Field[]
  /** Secret key of the node that signs, in hexadecimal. */
  readonly nodeKey: string
}

export type Field =
  | { readonly name: 'payment-hash' | 'payment-secret' | 'description-hash'; readonly hex: string }
  | { readonly name: 'description'; readonly text: string }
  | { readonly name: 'expiry' | 'final-delta'; readonly number: number }
  | { readonly name: 'features'; readonly bits: readonly number[] }

/** The most bytes that fit into a description: a tagged field holds 1,023 groups of five bits. */
export const longestDescription = 639

const types: Readonly<Record<Field['name'], number>> = {
  'payment-hash': 1,
  features: 5,
  expiry: 6,
  description: 13,
  'payment-secret': 16,
  'description-hash': 23,
  'final-delta': 24,
}

hashes.hmacSha256 = (key, message) => createHmac('sha256', key).update(message).digest()

/** Writes and signs a payment request. */
export function writePaymentRequest({ network, millisatoshi, timestamp, fields, nodeKey }: PaymentRequest): string {
  const prefix = `ln${network}${amountOf(millisatoshi)}`
  const data = [...groupsOf(timestamp, 7), ...fields.flatMap(taggedField)]
  const digest = createHash('sha256').update(prefix).update(packed(data)).digest()
  const [recovery = 0, ...signature] = sign(digest, Buffer.from(nodeKey, 'hex'), {
    prehash: false,
    format: 'recovered',
  })
  return bech32.encode(prefix, [...data, ...bech32.toWords(Uint8Array.from([...signature, recovery]))], false)
}

/** An amount in the largest unit that leaves it whole; a millisatoshi is ten trillionths of a bitcoin. */
function amountOf(millisatoshi: bigint): string {
  const trillionths = millisatoshi * 10n
  const units = [
    ['', 12n],
    ['m', 9n],
    ['u', 6n],
    ['n', 3n],
  ] as const
  for (const [unit, digits] of units) {
    const size = 10n ** digits
    if (trillionths > 0n && trillionths % size === 0n) return `${trillionths / size}${unit}`
  }
  return `${trillionths}p`
}

function taggedField(field: Field): readonly number[] {
  const value = valueOf(field)
  return [types[field.name], ...groupsOf(value.length, 2), ...value]
}

function valueOf(field: Field): readonly number[] {
  switch (field.name) {
    case 'description':
      return bech32.toWords(Buffer.from(field.text))
    case 'expiry':
    case 'final-delta':
      return groupsOf(field.number)
    case 'features':
      return groupsOf(field.bits.reduce((sum, bit) => sum + 2 ** bit, 0))
    default:
      return bech32.toWords(Buffer.from(field.hex, 'hex'))
  }
}

/** A number in groups of five bits, the highest first: as many as it takes, or `count`. */
function groupsOf(number: number, count = Math.max(1, Math.ceil(number.toString(2).length / 5))): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(number / 32 ** (count - 1 - index)) % 32)
}

/** Groups of five bits as bytes; the last byte is filled up with zeros. */
function packed(groups: readonly number[]): Buffer {
  const bits = groups.map((group) => group.toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{1,8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)))
}
