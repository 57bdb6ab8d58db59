import type { Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'

/** The same observer, which says nothing of clauses that the contract excludes. */
export function withoutExcluded(observer: Observer): Observer {
  return {
    ...observer,
    clauses: (contract) => observer.clauses(contract).filter((clause) => isJudged(contract, clause)),
    watch: (contract) => {
      const see = observer.watch(contract)
      return (exchange) => see(exchange).filter(({ clause }) => isJudged(contract, clause))
    },
  }
}

const isJudged = ({ clauses }: Contract, clause: string): boolean => clauses.get(clause)?.excluded === undefined
