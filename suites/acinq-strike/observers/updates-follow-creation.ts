import type { Observer } from '../../../model/check.ts'
import { departs, each, kept, nothing } from '../../../model/judgement.ts'
import { valueAt } from '../../../model/json.ts'
import { sightingsIn } from '../../observers/sightings.ts'

const clause = 'acinq-strike.charge.times.updated-after-created'

/** No charge of any answer was updated before it was created. */
export const updatesFollowCreation: Observer = {
  id: 'acinq-strike/observers/updates-follow-creation',
  clauses: () => [clause],
  watch: (contract) => (exchange) => {
    if (exchange.response.status >= 300) return []
    const judgement = each(sightingsIn(contract, exchange), ({ at, object }) => {
      const [created, updated] = [valueAt(object, '/created'), valueAt(object, '/updated')]
      if (typeof created !== 'number' || typeof updated !== 'number') return nothing
      if (updated >= created) return kept()
      return departs({ at: `${at}/updated`, expected: { 'at least': created }, actual: updated })
    })
    return [{ clause, judgement }]
  },
}
