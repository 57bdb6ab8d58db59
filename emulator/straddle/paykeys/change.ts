import { lookUp, notFound } from '../call.ts'
import type { Call, View } from '../call.ts'
import { tell } from '../events.ts'
import type { StatusDetails } from '../payments/payment.ts'
import type { Scope, World } from '../world.ts'
import type { Paykey, PaykeyStatus } from './paykey.ts'
import { paykeyInEvent } from './view.ts'

/** The paykey that a request's path names, and the account that it is in. */
export function paykeyAt(call: Call): { readonly item: Paykey; readonly scope: Scope } {
  return lookUp(call, call.params['id'] ?? '', ({ paykeys }) => paykeys) ?? notFound('paykey')
}

/** Changes some of a paykey, and tells of it. */
export function change(world: World, scope: Scope, paykey: Paykey, parts: Partial<Paykey>): Paykey {
  const updatedAt = world.rules.touched(paykey.updatedAt, world.clock.now())
  const changed = scope.paykeys.put(paykey.id, { ...paykey, ...parts, updatedAt })
  const before = (): View => paykeyInEvent(world, paykey)
  tell(world, scope, { resource: 'paykey', created: false, before, after: () => paykeyInEvent(world, changed) })
  return changed
}

type Verdict = Pick<StatusDetails, 'message' | 'reason' | 'source'>

const verdicts: Readonly<Record<PaykeyStatus, Verdict>> = {
  pending: { message: 'The bank account is being verified.', reason: 'validating', source: 'watchtower' },
  active: { message: 'The bank account was verified.', reason: 'ok', source: 'watchtower' },
  review: { message: 'The bank account has to be reviewed.', reason: 'require_review', source: 'watchtower' },
  rejected: { message: 'The bank account failed verification.', reason: 'failed_verification', source: 'watchtower' },
  inactive: { message: 'The paykey was cancelled.', reason: 'cancel_request', source: 'user_action' },
  blocked: { message: 'The bank account is blocked.', reason: 'blocked_by_system', source: 'watchtower' },
}

/** What verification, or a block, says of a status. */
export const verdictOn = (status: PaykeyStatus, changedAt: number): StatusDetails => ({
  ...verdicts[status],
  changedAt,
})

/** Details of a status that a client brought about. */
export const clientDecision = (
  status: PaykeyStatus,
  message: string | null | undefined,
  changedAt: number,
): StatusDetails => ({
  message: message ?? verdicts[status].message,
  reason: status === 'inactive' ? 'cancel_request' : 'user_request',
  source: 'user_action',
  changedAt,
})
