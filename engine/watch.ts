import type { Observation, Observer } from '../suites/model/check.ts'
import type { Contract } from '../suites/model/contract.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import type { Outcome } from './outcome.ts'

/** Shows every exchange to every observer. A throw of an observer is a fault of ours, told apart from a gap. */
export type Watch = (exchange: Exchange, during: string) => readonly Outcome[]

export function createWatch(contract: Contract, observers: readonly Observer[]): Watch {
  const watching = observers.map((observer) => ({ id: observer.id, clauses: observer.clauses(contract), see: observer.watch(contract) }))
  return (exchange, during) =>
    watching.flatMap(({ id, clauses, see }) => {
      try {
        return see(exchange).map((observation) => toOutcome(observation, id, during, exchange))
      } catch (thrown) {
        return [fault(clauses[0] ?? '', id, during, exchange, thrown)]
      }
    })
}

function toOutcome({ clause, judgement, with: earlier }: Observation, by: string, during: string, exchange: Exchange): Outcome {
  const base = { clause, by, during, evidence: [...(earlier ?? []), exchange], afterRetry: exchange.attempts.length > 1 }
  if ('reading' in judgement) return { ...base, verdict: 'conforms', mismatches: [], reading: judgement.reading }
  if ('unobservable' in judgement) return { ...base, verdict: 'unobservable', mismatches: [], reason: judgement.unobservable }
  return { ...base, verdict: judgement.length === 0 ? 'conforms' : 'gap', mismatches: judgement }
}

function fault(clause: string, by: string, during: string, exchange: Exchange, thrown: unknown): Outcome {
  const reason = `the observer ${by} failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  return { clause, by, during, verdict: 'broken', mismatches: [], evidence: [exchange], reason, afterRetry: false }
}
