import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import type { StoredExchange } from '../../model/report.ts'

/** Takes secrets and personal data out of everything that is kept or shown. Judging happens before it. */
export interface Redactor {
  /** An exchange as it may be stored; what a body has beyond `longestBody` characters is left out. */
  exchange(exchange: Exchange, longestBody?: number): StoredExchange
  /** A value of a finding; what it shares with exchanges that were stored before has the same placeholder. */
  value(value: Json): Json
  text(text: string): string
}
