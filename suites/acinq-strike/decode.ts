import { decode } from 'light-bolt11-decoder'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { textAt } from '../vocabulary/read.ts'

/** What a payment request says. */
export interface Invoice {
  readonly network: Json
  readonly millisatoshi: Json
  readonly hash: Json
  readonly description: Json
  readonly descriptionHash: Json
  /** Seconds since the epoch. */
  readonly timestamp: Json
}

/** Decodes the payment request of a charge as BOLT 11; undefined where it is none. */
export function invoiceOf(charge: Exchange): Invoice | undefined {
  try {
    const sections = new Map(
      decode(textAt(charge, '/payment_request')).sections.map((section) => [
        section.name,
        'value' in section ? section.value : null,
      ]),
    )
    const value = (name: string): Json => (sections.get(name as 'amount') ?? null) as Json
    return {
      network: (sections.get('coin_network') as { bech32: string } | undefined)?.bech32 ?? null,
      millisatoshi: value('amount'),
      hash: value('payment_hash'),
      description: value('description'),
      descriptionHash: value('description_hash'),
      timestamp: value('timestamp'),
    }
  } catch {
    return undefined
  }
}
