import { departs, each, kept } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { objectsIn } from './objects-in.ts'

const clause = 'stripe.introduction.mode.by-key'

/** Runs use test keys alone, so whatever they see is in test mode. */
export const modesAreTold: Observer = {
  id: 'observer/modes-are-told',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const moded = objectsIn(exchange.response.json).filter(({ object }) => typeof object['livemode'] === 'boolean')
    if (exchange.request.credentials.kind !== 'account' || moded.length === 0) return []
    return [
      {
        clause,
        judgement: each(moded, ({ at, object }) =>
          object['livemode'] === true ? departs({ at: `${at}/livemode`, expected: false, actual: true }) : kept(),
        ),
      },
    ]
  },
}
