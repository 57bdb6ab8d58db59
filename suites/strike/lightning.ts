import { decode } from 'light-bolt11-decoder'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { read } from '../vocabulary/read.ts'

/** What a Lightning invoice says. */
export interface LightningInvoice {
  readonly millisatoshi: Json
  readonly description: Json
  readonly descriptionHash: Json
}

/** Decodes the Lightning invoice of a quote as BOLT 11; undefined where it is none. */
export function lightningInvoiceOf(quote: Exchange): LightningInvoice | undefined {
  try {
    const { sections } = decode(String(read(quote, '/lnInvoice')))
    const values = new Map(
      sections.map((section) => [section.name as string, 'value' in section ? (section.value as Json) : null]),
    )
    const value = (name: string): Json => values.get(name) ?? null
    return {
      millisatoshi: value('amount'),
      description: value('description'),
      descriptionHash: value('description_hash'),
    }
  } catch {
    return undefined
  }
}
