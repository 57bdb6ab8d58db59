import type { Contract } from '../../model/contract.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'

/** The idempotency key of a request, or undefined. */
export function idempotencyKeyOf({ provider }: Contract, { request }: Exchange): string | undefined {
  const header = provider.idempotencyHeader?.toLowerCase()
  return header === undefined ? undefined : headerOf(request, header)
}

/**
 * Whether the answer is surely one to this very request: under a key it can be a repeat, which tells of an earlier one, and
 * where a recording leaves all headers out it is not known.
 */
export function isAnswerOfItsOwn(contract: Contract, exchange: Exchange): boolean {
  if (idempotencyKeyOf(contract, exchange) !== undefined) return false
  return contract.provider.idempotencyHeader === undefined || exchange.request.headers.length > 0
}
