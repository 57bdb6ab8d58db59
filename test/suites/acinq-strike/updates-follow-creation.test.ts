import { describe, expect, it } from 'vitest'
import { acinqStrike } from '../../../contracts/acinq-strike/provider.ts'
import { loadContract } from '../../../contracts/load.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import { updatesFollowCreation } from '../../../suites/acinq-strike/observers/updates-follow-creation.ts'
import { exchangesOf } from '../observers/sequence.ts'

const gaps = (charge: { created: number; updated: number }) => {
  const see = updatesFollowCreation.watch(loadContract(acinqStrike))
  return exchangesOf([{ operation: 'retrieveCharge', path: '/api/v1/charges/ch_1', json: { id: 'ch_1', ...charge } }])
    .flatMap((exchange) => see(exchange))
    .flatMap(({ judgement }) => mismatchesOf(judgement).map(({ at }) => at))
}

describe('the times of a charge', () => {
  it('go on from its creation', () => {
    expect(gaps({ created: 5, updated: 5 })).toEqual([])
    expect(gaps({ created: 5, updated: 4 })).toEqual(['/updated'])
  })
})
