import { expect, it } from 'vitest'
import { acinqStrike } from '../../../contracts/acinq-strike/provider.ts'
import { loadContract } from '../../../contracts/load.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import { satoshiAreTheAmount } from '../../../suites/acinq-strike/observers/satoshi-are-the-amount.ts'
import { exchangesOf } from '../observers/sequence.ts'

const gaps = (operation: string, json: Json) => {
  const see = satoshiAreTheAmount.watch(loadContract(acinqStrike))
  return exchangesOf([{ operation, path: '/api/v1/charges', json }])
    .flatMap((exchange) => see(exchange))
    .flatMap(({ judgement }) => mismatchesOf(judgement).map(({ at }) => at))
}

it('a charge in bitcoin has the same amount in satoshi', () => {
  expect(gaps('retrieveCharge', { currency: 'btc', amount: 5, amount_satoshi: 5 })).toEqual([])
  expect(gaps('retrieveCharge', { currency: 'btc', amount: 5, amount_satoshi: 6 })).toEqual(['/amount_satoshi'])
  expect(gaps('retrieveCharge', { currency: 'eur', amount: 5, amount_satoshi: 6 })).toEqual([])
  expect(gaps('listCharges', [{ currency: 'btc', amount: 5, amount_satoshi: 6 }])).toEqual(['/0/amount_satoshi'])
})
