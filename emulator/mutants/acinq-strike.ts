import type { Rules } from '../acinq-strike/index.ts'
import type { Lie } from '../module.ts'
import { aboutAccess } from './acinq-strike/access.ts'
import { aboutCreating } from './acinq-strike/creating.ts'
import { aboutLists } from './acinq-strike/lists.ts'
import { aboutPaymentRequests } from './acinq-strike/payment-requests.ts'
import { aboutPayments } from './acinq-strike/payments.ts'
import { aboutReading } from './acinq-strike/reading.ts'
import { aboutRefusals } from './acinq-strike/refusals.ts'
import { aboutWebHooks } from './acinq-strike/web-hooks.ts'

/** Lies about ACINQ's Strike, each of a kind that a provider ships by mistake. */
export const lies: readonly Lie<Rules>[] = [
  ...aboutAccess,
  ...aboutCreating,
  ...aboutRefusals,
  ...aboutReading,
  ...aboutPayments,
  ...aboutLists,
  ...aboutPaymentRequests,
  ...aboutWebHooks,
]
