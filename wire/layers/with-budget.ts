import type { Operation } from '../../model/contract.ts'
import type { Carry } from '../in-process.ts'
import { WireError } from '../errors.ts'

/** The most that a run may ask of an account. */
export interface Budget {
  readonly requests: number
  readonly creations: number
}

/** The way to a target within a budget; says which share of it is left, from 0 to 1. */
type Budgeted = Carry & { readonly left: () => number }

/** Stops asking once the budget is used up; what is left over is inconclusive, not a gap. */
export function withBudget(carry: Carry, budget: Budget, operations: ReadonlyMap<string, Operation>): Budgeted {
  let requests = 0
  let creations = 0
  const budgeted: Carry = async (request, departure) => {
    const creates = request.operation !== undefined && operations.get(request.operation)?.creates !== undefined
    if (requests >= budget.requests) throw new WireError('budget', `${budget.requests} requests`)
    if (creates && creations >= budget.creations) throw new WireError('budget', `${budget.creations} creations`)
    requests += 1
    if (creates) creations += 1
    return carry(request, departure)
  }
  const left = (): number => 1 - Math.max(requests / budget.requests, creations / budget.creations)
  return Object.assign(budgeted, { left })
}
