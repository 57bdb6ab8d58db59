import { created, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { tell } from '../events.ts'
import { change } from '../payments/change.ts'
import { today } from '../payments/create.ts'
import { paymentOutcomes } from '../payments/payment.ts'
import type { Payment, PaymentKind } from '../payments/payment.ts'
import { oneOf, optional, record } from '../reader.ts'
import { Refused } from '../refusal.ts'
import type { FundingEvent } from './funding-event.ts'
import { fundingView } from './view.ts'

const job = record({
  funding_event_job_type: oneOf(['charges', 'payouts']),
  sandbox_outcome: optional(oneOf(paymentOutcomes)),
})

type Transfer = Pick<FundingEvent, 'direction' | 'eventType'>

const transfers: Readonly<Record<PaymentKind, { readonly settles: Transfer; readonly takesBack: Transfer }>> = {
  charge: {
    settles: { direction: 'deposit', eventType: 'charge_deposit' },
    takesBack: { direction: 'withdrawal', eventType: 'charge_reversal' },
  },
  payout: {
    settles: { direction: 'withdrawal', eventType: 'payout_withdrawal' },
    takesBack: { direction: 'deposit', eventType: 'payout_return' },
  },
}

function fund({ world, scope }: Call, payments: readonly Payment[], transfer: Transfer): FundingEvent | undefined {
  const { ids, clock, rules } = world
  if (!rules.worthFunding(payments)) return undefined
  const event: FundingEvent = {
    id: ids.uuid(),
    ...transfer,
    amount: rules.fundingAmount(payments),
    paymentCount: rules.paymentCount(payments),
    paymentIds: payments.map(({ id }) => id),
    transferDate: today(world),
    traceNumber: String(100_000_000_000_000 + ids.number(900_000_000_000)),
    createdAt: clock.now(),
    updatedAt: clock.now(),
  }
  scope.fundingEvents.put(event.id, event)
  for (const payment of payments) change(world, scope, payment, { fundingIds: [...payment.fundingIds, event.id] })
  tell(world, scope, { resource: 'funding_event', created: true, after: () => fundingView(world, event) })
  return event
}

/** Makes the transfers that are due, as happens every business day. */
export const simulateFunding: Handler = (call) => {
  const { rules } = call.world
  const { funding_event_job_type: kinds } = readBody(call, 'funding_event', job)
  const kind = kinds === 'charges' ? 'charge' : 'payout'
  const { settles, takesBack } = transfers[kind]
  const payments = call.scope.payments.oldestFirst().filter((payment) => payment.kind === kind)
  const returned = fund(
    call,
    payments.filter((payment) => rules.isReturnable(payment)),
    takesBack,
  )
  const event =
    fund(
      call,
      payments.filter((payment) => rules.isFundable(payment)),
      settles,
    ) ?? returned
  if (event === undefined) throw new Refused('unprocessable', 'There is nothing to fund.')
  return created(call, { id: event.id })
}
