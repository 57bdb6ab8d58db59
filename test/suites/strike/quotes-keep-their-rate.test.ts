import { expect, it } from 'vitest'
import { loadContract } from '../../../contracts/load.ts'
import { strike } from '../../../contracts/strike/provider.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { JsonObject } from '../../../model/json.ts'
import { quotesKeepTheirRate } from '../../../suites/strike/observers/quotes-keep-their-rate.ts'
import { exchangesOf } from '../observers/sequence.ts'

const quote = {
  sourceAmount: { amount: '0.00100000', currency: 'BTC' },
  targetAmount: { amount: '20.00', currency: 'USD' },
  conversionRate: { amount: '20000.00', sourceCurrency: 'BTC', targetCurrency: 'USD' },
}
const gaps = (change: JsonObject, operation = 'retrieveQuote') => {
  const see = quotesKeepTheirRate.watch(loadContract(strike))
  return exchangesOf([{ operation, path: '/v1/quotes/1', json: { ...quote, ...change } }])
    .flatMap((exchange) => see(exchange))
    .flatMap(({ judgement }) => mismatchesOf(judgement).map(({ at }) => at))
}

it('a quote keeps its rate wherever it is shown', () => {
  expect(gaps({})).toEqual([])
  expect(gaps({ conversionRate: { ...quote.conversionRate, amount: '40000.00' } })).toEqual(['/conversionRate/amount'])
  expect(gaps({ targetAmount: { amount: '20.00', currency: 'EUR' } })).toEqual(['/conversionRate/targetCurrency'])
  expect(gaps({ conversionRate: null })).toEqual([])
  expect(gaps({ conversionRate: { amount: '1.00' } }, 'retrieveInvoice')).toEqual([])
})
