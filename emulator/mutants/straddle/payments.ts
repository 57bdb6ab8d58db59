import type { Lie } from '../../module.ts'
import type { Payment, PaymentAction, PaymentStatus } from '../../straddle/payments/payment.ts'
import type { Rules } from '../../straddle/index.ts'

/** An action that the tables do not allow, let through for one kind of payment. */
const lets =
  (kind: Payment['kind'], action: PaymentAction, ...statuses: readonly PaymentStatus[]): Lie<Rules>['rules'] =>
  ({ mayAct }) => ({
    mayAct: (asked, status, of) =>
      (of === kind && asked === action && statuses.includes(status)) || mayAct(asked, status, of),
  })

/** Lies about what clients do to payments. */
export const paymentLies: readonly Lie<Rules>[] = [
  {
    id: 'currency-in-lower-case',
    breaks: 'straddle.charges.create.currency',
    text: 'A currency in lower case is accepted.',
    rules: () => ({ acceptsCurrency: (currency) => currency.toUpperCase() === 'USD' }),
  },
  {
    id: 'past-dates-accepted',
    breaks: 'straddle.charges.create.past-date',
    text: 'A payment may be dated in the past.',
    rules: () => ({ acceptsDate: () => true }),
  },
  {
    id: 'charge-external-ids-reused',
    breaks: 'straddle.charges.create.external-id-unique',
    text: 'Two charges may have one external id.',
    rules: ({ externalIdTaken }) => ({
      externalIdTaken: (kind, id, others) => kind === 'payout' && externalIdTaken(kind, id, others),
    }),
  },
  {
    id: 'payout-external-ids-reused',
    breaks: 'straddle.payouts.create.external-id-unique',
    text: 'Two payouts may have one external id.',
    rules: ({ externalIdTaken }) => ({
      externalIdTaken: (kind, id, others) => kind === 'charge' && externalIdTaken(kind, id, others),
    }),
  },
  {
    id: 'auto-hold-ignored',
    breaks: 'straddle.charges.create.auto-hold',
    text: 'A charge that is to be held from the start is not.',
    rules: ({ startsOnHold }) => ({ startsOnHold: (hold, kind) => kind === 'payout' && startsOnHold(hold, kind) }),
  },
  {
    id: 'pending-charges-updated',
    breaks: 'straddle.charges.update.closed',
    text: 'A charge that is pending or paid can be updated.',
    rules: lets('charge', 'update', 'pending', 'paid'),
  },
  {
    id: 'pending-charges-held',
    breaks: 'straddle.charges.hold.closed',
    text: 'A charge that is pending or paid can be put on hold.',
    rules: lets('charge', 'hold', 'pending', 'paid'),
  },
  {
    id: 'paid-charges-cancelled',
    breaks: 'straddle.charges.cancel.closed',
    text: 'A charge that is pending or paid can be cancelled.',
    rules: lets('charge', 'cancel', 'pending', 'paid'),
  },
  {
    id: 'paid-payouts-cancelled',
    breaks: 'straddle.payouts.cancel.closed',
    text: 'A payout that is pending or paid can be cancelled.',
    rules: lets('payout', 'cancel', 'pending', 'paid'),
  },
  {
    id: 'ended-payouts-released',
    breaks: 'straddle.payouts.release.closed',
    text: 'A payout that is pending, paid or cancelled can be released.',
    rules: lets('payout', 'release', 'pending', 'paid', 'cancelled'),
  },
  {
    id: 'paid-charges-resubmitted',
    breaks: 'straddle.charges.resubmit.not-ended',
    text: 'A charge that was paid, or has not ended, can be resubmitted.',
    rules: lets('charge', 'resubmit', 'created', 'on_hold', 'pending', 'paid'),
  },
  {
    id: 'unpaid-charges-refunded',
    breaks: 'straddle.charges.refund.not-paid',
    text: 'A charge that was not paid can be refunded.',
    rules: lets('charge', 'refund', 'created', 'pending', 'failed', 'cancelled'),
  },
  {
    id: 'scheduled-charges-not-held',
    breaks: 'straddle.charges.hold.open',
    text: 'A charge can be held only as long as it is created.',
    rules: ({ mayAct }) => ({
      mayAct: (action, status, kind) =>
        !(action === 'hold' && status === 'scheduled' && kind === 'charge') && mayAct(action, status, kind),
    }),
  },
  {
    id: 'release-skips-the-checks',
    breaks: 'straddle.charges.release.held',
    text: 'A released charge is scheduled without being checked again.',
    rules: ({ statusAfter }) => ({
      statusAfter: (action, kind) =>
        action === 'release' && kind === 'charge' ? 'scheduled' : statusAfter(action, kind),
    }),
  },
  {
    id: 'cancelled-charges-go-on',
    breaks: 'straddle.charges.lifecycle.transitions',
    text: 'Cancelling a charge does not stop what is under way: it is scheduled and paid after all.',
    rules: ({ stageAfter }) => ({
      stageAfter: (action, before, kind) =>
        action === 'cancel' && kind === 'charge' ? before : stageAfter(action, before, kind),
    }),
  },
  {
    id: 'cancelled-payouts-go-on',
    breaks: 'straddle.payouts.lifecycle.transitions',
    text: 'Cancelling a payout does not stop what is under way: it is scheduled and paid after all.',
    rules: ({ stageAfter }) => ({
      stageAfter: (action, before, kind) =>
        action === 'cancel' && kind === 'payout' ? before : stageAfter(action, before, kind),
    }),
  },
  {
    id: 'reasons-dropped',
    breaks: 'straddle.charges.actions.reason',
    text: 'The reason that a client gives for an action on a charge is not shown.',
    rules: ({ actionMessage }) => ({
      actionMessage: (given, usual, kind) => (kind === 'charge' ? usual : actionMessage(given, usual, kind)),
    }),
  },
  {
    id: 'updated-amount-forgotten',
    breaks: 'straddle.charges.update.stores',
    text: 'The update of a charge leaves its amount as it was.',
    rules: ({ updatedAmount }) => ({
      updatedAmount: (before, sent, kind) => (kind === 'charge' ? before : updatedAmount(before, sent, kind)),
    }),
  },
  {
    id: 'charge-history-newest-first',
    breaks: 'straddle.charges.history.ordered',
    text: 'The history of a charge stands newest first.',
    rules: ({ withEntry }) => ({
      withEntry: (history, entry, kind) => (kind === 'charge' ? [entry, ...history] : withEntry(history, entry, kind)),
      currentDetails: (history, kind) => (kind === 'charge' ? history[0] : history.at(-1)),
    }),
  },
  {
    id: 'payout-history-cut',
    breaks: 'straddle.payouts.history.grows',
    text: 'The history of a payout holds its last two entries.',
    rules: ({ withEntry }) => ({
      withEntry: (history, entry, kind) => withEntry(kind === 'payout' ? history.slice(-1) : history, entry, kind),
    }),
  },
  {
    id: 'status-details-lag',
    breaks: 'straddle.charges.history.mirrors',
    text: 'The details of a charge are those of the status before.',
    rules: ({ currentDetails }) => ({
      currentDetails: (history, kind) =>
        kind === 'charge' && history.length > 1 ? history.at(-2) : currentDetails(history, kind),
    }),
  },
  {
    id: 'refunds-above-the-charge',
    breaks: 'straddle.charges.refund.above',
    text: 'A refund may be above its charge.',
    rules: () => ({ acceptsRefund: (amount) => amount > 0 }),
  },
  {
    id: 'refunds-of-nothing',
    breaks: 'straddle.charges.refund.positive',
    text: 'A refund of nothing, or less, is accepted.',
    rules: () => ({ acceptsRefund: (amount, charge) => amount <= charge }),
  },
  {
    id: 'refunds-always-full',
    breaks: 'straddle.charges.refund.partial',
    text: 'A refund of a part returns the whole charge.',
    rules: () => ({ refundAmount: (_asked, charge) => charge }),
  },
  {
    id: 'refunded-twice',
    breaks: 'straddle.charges.refund.once',
    text: 'A charge is paid back as often as that is asked for.',
    rules: ({ superfluous }) => ({
      superfluous: (original, relationship) => relationship === 'resubmit' && superfluous(original, relationship),
    }),
  },
  {
    id: 'resubmitted-twice',
    breaks: 'straddle.charges.resubmit.once',
    text: 'A charge is resubmitted as often as that is asked for, and paid each time.',
    rules: ({ superfluous }) => ({
      superfluous: (original, relationship) =>
        !(original.kind === 'charge' && relationship === 'resubmit') && superfluous(original, relationship),
    }),
  },
  {
    id: 'resubmitted-for-less',
    breaks: 'straddle.payouts.resubmit.new',
    text: 'A resubmitted payout is one cent below its original.',
    rules: ({ resubmittedAmount }) => ({
      resubmittedAmount: (original, kind) => resubmittedAmount(original, kind) - (kind === 'payout' ? 1 : 0),
    }),
  },
]
