import type { Observer } from '../../model/check.ts'
import { unobservable } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'

/** Header fields that exporters keep where they leave all others out. */
const ofTheBody: ReadonlySet<string> = new Set(['content-type', 'content-length', 'content-encoding'])

/** The same observer for recorded traffic: a header that is missing proves nothing where the recording left headers out. */
export function ignoringWhatIsNotRecorded(observer: Observer): Observer {
  return {
    ...observer,
    watch: (contract, traffic) => {
      const see = observer.watch(contract, traffic)
      return (exchange) => {
        const observations = see(exchange)
        if (!observations.some(({ judgement }) => judgement.says === 'departs')) return observations
        return observations.map((observation) => {
          const { judgement } = observation
          if (judgement.says !== 'departs') return observation
          const proven = judgement.mismatches.filter(
            ({ at, actual }) => !isHeader(at) || actual !== 'absent' || isKept(exchange, at),
          )
          return {
            ...observation,
            judgement:
              proven.length > 0
                ? { ...judgement, mismatches: proven }
                : unobservable('the recording leaves response headers out'),
          }
        })
      }
    },
  }
}

/** Whether the recording would show a header: it shows others of this answer, and this one elsewhere, if it keeps some only. */
function isKept({ response, recorded }: Exchange, name: string): boolean {
  if (response.headers.every(([own]) => ofTheBody.has(own))) return false
  return recorded === undefined || !recorded.areSome || recorded.names.has(name.toLowerCase())
}

const isHeader = (at: string): boolean => !/^(?:$|\/|status$|content$|body$)/.test(at)
