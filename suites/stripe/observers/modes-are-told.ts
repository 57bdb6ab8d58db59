import { each, unobservable } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { holds } from '../../vocabulary/judge.ts'
import { objectsIn } from './objects-in.ts'

const clause = 'stripe.introduction.mode.by-key'

/** Whatever is seen with a key is in the mode of that key. */
export const modesAreTold: Observer = {
  id: 'observer/modes-are-told',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const moded = objectsIn(exchange.response.json).filter(({ object }) => typeof object['livemode'] === 'boolean')
    const { credentials } = exchange.request
    if (credentials.kind !== 'account' || moded.length === 0) return []
    const { production } = credentials
    if (production === undefined) return [{ clause, judgement: unobservable('no key was seen that tells its mode') }]
    return [
      {
        clause,
        judgement: each(moded, ({ at, object }) =>
          holds(object['livemode'] === production, `${at}/livemode`, production, object['livemode']),
        ),
      },
    ]
  },
}
