import type { Lie } from '../../module.ts'
import type { PaymentAction, PaymentKind, PaymentStatus } from '../../straddle/payments/payment.ts'
import type { Rules } from '../../straddle/index.ts'

type Tell = Required<Lie<Rules>>['rules']

/** An action that the tables do not allow, let through for one kind of payment. */
const lets =
  (kind: PaymentKind, action: PaymentAction, ...statuses: readonly PaymentStatus[]): Tell =>
  ({ mayAct }) => ({
    mayAct: (asked, status, of) =>
      (of === kind && asked === action && statuses.includes(status)) || mayAct(asked, status, of),
  })

/** An action that the tables allow, refused for one kind of payment. */
const refuses =
  (kind: PaymentKind, action: PaymentAction, refused: PaymentStatus): Tell =>
  ({ mayAct }) => ({
    mayAct: (asked, status, of) =>
      !(of === kind && asked === action && status === refused) && mayAct(asked, status, of),
  })

/** Lies about the creation of charges and payouts, the same for both. */
const creation = (kind: PaymentKind): readonly Lie<Rules>[] => [
  {
    id: `${kind}-currency-in-lower-case`,
    breaks: `straddle.${kind}s.create.currency`,
    text: `The currency of a ${kind} may be written in lower case.`,
    rules: ({ acceptsCurrency }) => ({
      acceptsCurrency: (currency, of) => acceptsCurrency(of === kind ? currency.toUpperCase() : currency, of),
    }),
  },
  {
    id: `${kind}-in-any-currency`,
    breaks: `straddle.${kind}s.create.currency`,
    text: `The currency of a ${kind} is not looked at.`,
    rules: ({ acceptsCurrency }) => ({
      acceptsCurrency: (currency, of) => of === kind || acceptsCurrency(currency, of),
    }),
  },
  {
    id: `${kind}-in-the-past`,
    breaks: `straddle.${kind}s.create.past-date`,
    text: `A ${kind} may be dated in the past.`,
    rules: ({ acceptsDate }) => ({
      acceptsDate: (date, today, of) => of === kind || acceptsDate(date, today, of),
    }),
  },
  {
    id: `${kind}-external-ids-reused`,
    breaks: `straddle.${kind}s.create.external-id-unique`,
    text: `Two ${kind}s may have one external id.`,
    rules: ({ externalIdTaken }) => ({
      externalIdTaken: (of, id, others) => of !== kind && externalIdTaken(of, id, others),
    }),
  },
  {
    id: `${kind}-auto-hold-ignored`,
    breaks: `straddle.${kind}s.create.auto-hold`,
    text: `A ${kind} that is to be held from the start is not.`,
    rules: ({ startsOnHold }) => ({ startsOnHold: (hold, of) => of !== kind && startsOnHold(hold, of) }),
  },
  {
    id: `${kind}-description-cut`,
    breaks: `straddle.${kind}s.create.echoes`,
    text: `The description of a ${kind} is cut after four characters.`,
    rules: ({ storedDescription }) => ({
      storedDescription: (sent, of) => (of === kind && sent !== null ? sent.slice(0, 4) : storedDescription(sent, of)),
    }),
  },
]

/** Lies about what clients may do, the same for both. */
const actions = (kind: PaymentKind): readonly Lie<Rules>[] => [
  {
    id: `closed-${kind}s-updated`,
    breaks: `straddle.${kind}s.update.closed`,
    text: `A ${kind} can be updated whatever has become of it.`,
    rules: lets(kind, 'update', 'pending', 'paid', 'failed', 'reversed', 'cancelled'),
  },
  {
    id: `closed-${kind}s-held`,
    breaks: `straddle.${kind}s.hold.closed`,
    text: `A ${kind} can be put on hold whatever has become of it.`,
    rules: lets(kind, 'hold', 'pending', 'paid', 'failed', 'reversed', 'cancelled'),
  },
  {
    id: `closed-${kind}s-released`,
    breaks: `straddle.${kind}s.release.closed`,
    text: `A ${kind} can be released whatever has become of it.`,
    rules: lets(kind, 'release', 'pending', 'paid', 'failed', 'reversed', 'cancelled'),
  },
  {
    id: `closed-${kind}s-cancelled`,
    breaks: `straddle.${kind}s.cancel.closed`,
    text: `A ${kind} can be cancelled whatever has become of it.`,
    rules: lets(kind, 'cancel', 'pending', 'paid', 'failed', 'reversed'),
  },
  {
    id: `open-${kind}s-resubmitted`,
    breaks: `straddle.${kind}s.resubmit.not-ended`,
    text: `A ${kind} that was paid, or has not ended, can be resubmitted.`,
    rules: lets(kind, 'resubmit', 'created', 'scheduled', 'on_hold', 'pending', 'paid'),
  },
  {
    id: `scheduled-${kind}s-not-held`,
    breaks: `straddle.${kind}s.hold.open`,
    text: `A ${kind} can be held only as long as it is created.`,
    rules: refuses(kind, 'hold', 'scheduled'),
  },
  {
    id: `held-${kind}s-not-cancelled`,
    breaks: `straddle.${kind}s.cancel.open`,
    text: `A ${kind} that is on hold cannot be cancelled.`,
    rules: refuses(kind, 'cancel', 'on_hold'),
  },
  {
    id: `held-${kind}s-not-updated`,
    breaks: `straddle.${kind}s.update.open`,
    text: `A ${kind} that is on hold cannot be updated.`,
    rules: refuses(kind, 'update', 'on_hold'),
  },
  {
    id: `cancelled-${kind}s-not-resubmitted`,
    breaks: `straddle.${kind}s.resubmit.ended`,
    text: `A ${kind} that was cancelled cannot be resubmitted.`,
    rules: refuses(kind, 'resubmit', 'cancelled'),
  },
]

/** Lies about what comes of an action, the same for both. */
const effects = (kind: PaymentKind): readonly Lie<Rules>[] => [
  {
    id: `released-${kind}s-skip-the-checks`,
    breaks: `straddle.${kind}s.release.held`,
    text: `A released ${kind} is scheduled without being checked again.`,
    rules: ({ statusAfter }) => ({
      statusAfter: (action, of) => (action === 'release' && of === kind ? 'scheduled' : statusAfter(action, of)),
    }),
  },
  {
    id: `cancelled-${kind}s-go-on`,
    breaks: `straddle.${kind}s.lifecycle.transitions`,
    text: `Cancelling a ${kind} does not stop what is under way: it is scheduled and paid after all.`,
    rules: ({ stageAfter }) => ({
      stageAfter: (action, before, of) =>
        action === 'cancel' && of === kind ? before : stageAfter(action, before, of),
    }),
  },
  {
    id: `${kind}-reasons-dropped`,
    breaks: `straddle.${kind}s.actions.reason`,
    text: `The reason that a client gives for an action on a ${kind} is not shown.`,
    rules: ({ actionMessage }) => ({
      actionMessage: (given, usual, of) => (of === kind ? usual : actionMessage(given, usual, of)),
    }),
  },
  {
    id: `${kind}-reasons-cut`,
    breaks: `straddle.${kind}s.actions.reason`,
    text: `The reason of an action on a ${kind} is cut to twenty-four bytes.`,
    rules: ({ actionMessage }) => ({
      actionMessage: (given, usual, of) => {
        const message = actionMessage(given, usual, of)
        return of === kind ? Buffer.from(message).subarray(0, 24).toString() : message
      },
    }),
  },
  {
    id: `${kind}-amount-not-updated`,
    breaks: `straddle.${kind}s.update.stores`,
    text: `The update of a ${kind} leaves its amount as it was.`,
    rules: ({ updatedAmount }) => ({
      updatedAmount: (before, sent, of) => (of === kind ? before : updatedAmount(before, sent, of)),
    }),
  },
  {
    id: `${kind}-history-newest-first`,
    breaks: `straddle.${kind}s.history.ordered`,
    text: `The history of a ${kind} stands newest first.`,
    rules: ({ withEntry, currentDetails }) => ({
      withEntry: (history, entry, of) => (of === kind ? [entry, ...history] : withEntry(history, entry, of)),
      currentDetails: (history, of) => (of === kind ? history[0] : currentDetails(history, of)),
    }),
  },
  {
    id: `${kind}-history-cut`,
    breaks: `straddle.${kind}s.history.grows`,
    text: `The history of a ${kind} holds its last two entries.`,
    rules: ({ withEntry }) => ({
      withEntry: (history, entry, of) => withEntry(of === kind ? history.slice(-1) : history, entry, of),
    }),
  },
  {
    id: `${kind}-details-lag`,
    breaks: `straddle.${kind}s.history.mirrors`,
    text: `The details of a ${kind} are those of the status before.`,
    rules: ({ currentDetails }) => ({
      currentDetails: (history, of) =>
        of === kind && history.length > 1 ? history.at(-2) : currentDetails(history, of),
    }),
  },
  {
    id: `${kind}s-resubmitted-twice`,
    breaks: `straddle.${kind}s.resubmit.once`,
    text: `A ${kind} is resubmitted as often as that is asked for, and paid each time.`,
    rules: ({ superfluous }) => ({
      superfluous: (original, relationship) =>
        !(original.kind === kind && relationship === 'resubmit') && superfluous(original, relationship),
    }),
  },
  {
    id: `${kind}s-resubmitted-for-less`,
    breaks: `straddle.${kind}s.resubmit.new`,
    text: `A resubmitted ${kind} is one cent below its original.`,
    rules: ({ resubmittedAmount }) => ({
      resubmittedAmount: (original, of) => resubmittedAmount(original, of) - (of === kind ? 1 : 0),
    }),
  },
]

const kinds = ['charge', 'payout'] as const

/** Lies about what clients do to payments. */
export const paymentLies: readonly Lie<Rules>[] = kinds.flatMap((kind) => [
  ...creation(kind),
  ...actions(kind),
  ...effects(kind),
])
