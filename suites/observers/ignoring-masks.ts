import type { Observer } from '../../model/check.ts'
import { unobservable } from '../../model/judgement.ts'
import { isMasked } from '../../model/masked.ts'
import type { Json } from '../../model/json.ts'

/** The same observer for recorded traffic: a value that whoever recorded it has masked proves nothing. */
export function ignoringMasks(observer: Observer): Observer {
  return {
    ...observer,
    watch: (contract) => {
      const see = observer.watch(contract)
      return (exchange) =>
        see(exchange).map((observation) => {
          const { judgement } = observation
          if (judgement.says !== 'departs') return observation
          const proven = judgement.mismatches.filter(({ expected, actual }) => !masks(expected) && !masks(actual))
          return {
            ...observation,
            judgement:
              proven.length > 0 ? { ...judgement, mismatches: proven } : unobservable('the recording masks the value'),
          }
        })
    },
  }
}

function masks(value: Json): boolean {
  return typeof value === 'string' && isMasked(value)
}
