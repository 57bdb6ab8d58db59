import type { Observer } from '../../../model/check.ts'
import { all, nothing } from '../../../model/judgement.ts'
import { read } from '../../vocabulary/read.ts'
import { decimalOf } from '../decimals.ts'
import { pairOf, rateHolds } from '../quote-judgements.ts'

const clause = 'strike.quotes.create.rate'
const places = ['/sourceAmount/amount', '/targetAmount/amount', '/conversionRate/amount']

/** Wherever a quote is shown, its rate leads from its source amount to its target amount. */
export const quotesKeepTheirRate: Observer = {
  id: 'strike/observers/quotes-keep-their-rate',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const isQuote = exchange.operation === 'createQuote' || exchange.operation === 'retrieveQuote'
    if (!isQuote || exchange.response.status >= 300) return []
    // what is no decimal is for the schema to say
    const isWhole = places.every((at) => decimalOf(read(exchange, at)) !== undefined)
    return [{ clause, judgement: isWhole ? all(pairOf(exchange), rateHolds(exchange)) : nothing }]
  },
}
