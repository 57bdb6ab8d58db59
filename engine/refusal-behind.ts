import type { Exchange } from '../model/exchange.ts'
import type { Mismatch } from '../model/finding.ts'
import type { Outcome } from './outcome.ts'

/**
 * The exchange in which the account's own key was refused with 403, where a mismatch says no more than that. What an observer finds
 * in the body of such an answer is a departure of its own.
 */
export function refusalBehind(
  { by, during }: Pick<Outcome, 'by' | 'during'>,
  mismatch: Mismatch,
): Exchange | undefined {
  const { in: shown, at } = mismatch
  if (shown === undefined || shown.response.status !== 403 || shown.request.credentials.kind !== 'account')
    return undefined
  return at === 'status' || by === during ? shown : undefined
}
