import type { Exchange } from '../../suites/model/exchange.ts'
import type { Json } from '../../suites/model/json.ts'
import type { StoredExchange } from '../../suites/model/report.ts'

/** Takes secrets and personal data out of everything that is kept or shown. Judging happens before it. */
export interface Redactor {
  exchange(exchange: Exchange): StoredExchange
  value(value: Json): Json
  text(text: string): string
}
