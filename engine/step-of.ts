import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'

/** A step of a scenario as a reader names it: `POST /v1/tokens answered 404`. */
export function stepOf(
  { operations }: Pick<Contract, 'operations'>,
  { operation, request, response }: Exchange,
): string {
  const path = operations.get(operation ?? '')?.path ?? request.path.replace(/\?.*$/s, '')
  return `${request.method} ${path} answered ${response.status}`
}
