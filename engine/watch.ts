import type { Observation, Observer, Traffic } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import { locate } from './locate.ts'
import type { Outcome } from './outcome.ts'

/** Shows every exchange to every observer. A throw of an observer is a fault of ours, told apart from a gap. */
export type Watch = (exchange: Exchange, during: string) => readonly Outcome[]

/**
 * Most of what observers say is that a clause is kept. Where `conforms` is given it is told so, and no outcome is made of it:
 * a run makes hundreds of them for each exchange.
 */
export function createWatch(
  contract: Contract,
  observers: readonly Observer[],
  conforms?: (clause: string, instances: number, afterRetry: boolean) => void,
  traffic: Traffic = 'all',
): Watch {
  const watching = observers.map((observer) => ({
    id: observer.id,
    clauses: observer.clauses(contract),
    see: observer.watch(contract, traffic),
  }))
  return (exchange, during) => {
    const outcomes: Outcome[] = []
    for (const { id, clauses, see } of watching) {
      try {
        for (const observation of see(exchange)) {
          const { clause, judgement } = observation
          if (conforms !== undefined && judgement.says === 'kept')
            conforms(clause, judgement.instances, exchange.attempts.length > 1)
          else outcomes.push(toOutcome(observation, id, during, exchange))
        }
      } catch (thrown) {
        outcomes.push(fault(clauses[0] ?? '', id, during, exchange, thrown))
      }
    }
    return outcomes
  }
}

function toOutcome(
  { clause, judgement, with: earlier }: Observation,
  by: string,
  during: string,
  exchange: Exchange,
): Outcome {
  const base = {
    clause,
    by,
    during,
    evidence: [...(earlier ?? []), exchange],
    afterRetry: exchange.attempts.length > 1,
  }
  switch (judgement.says) {
    case 'kept':
      return { ...base, verdict: 'conforms', instances: judgement.instances, mismatches: [] }
    case 'reads':
      return {
        ...base,
        verdict: 'conforms',
        instances: judgement.instances,
        mismatches: [],
        reading: judgement.reading,
      }
    case 'unobservable':
      return { ...base, verdict: 'unobservable', instances: 0, mismatches: [], reason: judgement.why }
    case 'departs': {
      const { instances, mismatches } = judgement
      return { ...base, verdict: 'gap', instances, mismatches: locate(mismatches, exchange, base.evidence) }
    }
  }
}

function fault(clause: string, by: string, during: string, exchange: Exchange, thrown: unknown): Outcome {
  const reason = `the observer ${by} failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  return {
    clause,
    by,
    during,
    verdict: 'broken',
    instances: 0,
    mismatches: [],
    evidence: [exchange],
    reason,
    afterRetry: false,
  }
}
