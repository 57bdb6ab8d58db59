import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { valueAt } from '../../model/json.ts'
import { differences, holds } from '../vocabulary/judge.ts'
import { listAt } from '../vocabulary/read.ts'
import { decimalOf } from './decimals.ts'

function pairsOf(ticker: Exchange): readonly (readonly [Json, Json])[] {
  return listAt(ticker, '').map(
    (rate) => [valueAt(rate, '/sourceCurrency') ?? null, valueAt(rate, '/targetCurrency') ?? null] as const,
  )
}

/** Every ordered pair of the currencies that occur, sorted. */
function allPairs(pairs: readonly (readonly [Json, Json])[]): readonly string[] {
  const currencies = [...new Set(pairs.flat())]
  return currencies
    .flatMap((source) =>
      currencies.filter((target) => target !== source).map((target) => `${String(source)} to ${String(target)}`),
    )
    .toSorted()
}

const ticker = example('strike/rates/ticker', {
  arrange: (trial) => trial.given('listRates'),
  judge: {
    'strike.rates.list.pairs': (rates) => {
      const pairs = pairsOf(rates)
      return differences(
        allPairs(pairs),
        pairs.map(([source, target]) => `${String(source)} to ${String(target)}`).toSorted(),
        '',
      )
    },
    'strike.rates.list.positive': (rates) =>
      each(listAt(rates, ''), (rate, index) => {
        const amount = valueAt(rate, '/amount')
        return holds((decimalOf(amount)?.units ?? 0n) > 0n, `/${index}/amount`, 'above zero', amount)
      }),
  },
})

export const rates: readonly Check[] = [ticker]
