type Section = 'charges' | 'payouts'

/** What the documents say of charges and of payouts, which live alike, and the clauses that say it. Some is said of one of them alone. */
const clauses = {
  'actions.reason': {
    charges: 'straddle.charges.actions.reason',
    payouts: 'straddle.payouts.actions.reason',
  },
  'actions.reason-optional': {
    payouts: 'straddle.payouts.actions.reason-optional',
  },
  'actions.user': {
    charges: 'straddle.charges.actions.user',
    payouts: 'straddle.payouts.actions.user',
  },
  'cancel.closed': {
    charges: 'straddle.charges.cancel.closed',
    payouts: 'straddle.payouts.cancel.closed',
  },
  'cancel.open': {
    charges: 'straddle.charges.cancel.open',
    payouts: 'straddle.payouts.cancel.open',
  },
  'create.auto-hold': {
    charges: 'straddle.charges.create.auto-hold',
    payouts: 'straddle.payouts.create.auto-hold',
  },
  'create.currency': {
    charges: 'straddle.charges.create.currency',
    payouts: 'straddle.payouts.create.currency',
  },
  'create.echoes': {
    charges: 'straddle.charges.create.echoes',
    payouts: 'straddle.payouts.create.echoes',
  },
  'create.external-id-unique': {
    charges: 'straddle.charges.create.external-id-unique',
    payouts: 'straddle.payouts.create.external-id-unique',
  },
  'create.formats': {
    charges: 'straddle.charges.create.formats',
    payouts: 'straddle.payouts.create.formats',
  },
  'create.past-date': {
    charges: 'straddle.charges.create.past-date',
    payouts: 'straddle.payouts.create.past-date',
  },
  'create.paykey-inactive': {
    charges: 'straddle.charges.create.paykey-inactive',
    payouts: 'straddle.payouts.create.paykey-inactive',
  },
  'create.starts-created': {
    charges: 'straddle.charges.create.starts-created',
    payouts: 'straddle.payouts.create.starts-created',
  },
  'get.as-written': {
    charges: 'straddle.charges.get.as-written',
    payouts: 'straddle.payouts.get.as-written',
  },
  'get.parties': {
    charges: 'straddle.charges.get.parties',
    payouts: 'straddle.payouts.get.parties',
  },
  'history.grows': {
    charges: 'straddle.charges.history.grows',
    payouts: 'straddle.payouts.history.grows',
  },
  'history.mirrors': {
    charges: 'straddle.charges.history.mirrors',
    payouts: 'straddle.payouts.history.mirrors',
  },
  'history.ordered': {
    charges: 'straddle.charges.history.ordered',
    payouts: 'straddle.payouts.history.ordered',
  },
  'hold.closed': {
    charges: 'straddle.charges.hold.closed',
    payouts: 'straddle.payouts.hold.closed',
  },
  'hold.held': {
    charges: 'straddle.charges.hold.held',
    payouts: 'straddle.payouts.hold.held',
  },
  'hold.open': {
    charges: 'straddle.charges.hold.open',
    payouts: 'straddle.payouts.hold.open',
  },
  'lifecycle.transitions': {
    charges: 'straddle.charges.lifecycle.transitions',
    payouts: 'straddle.payouts.lifecycle.transitions',
  },
  'outcomes.balance-check': {
    charges: 'straddle.charges.outcomes.balance-check',
  },
  'outcomes.code': {
    charges: 'straddle.charges.outcomes.code',
    payouts: 'straddle.payouts.outcomes.code',
  },
  'outcomes.failed': {
    charges: 'straddle.charges.outcomes.failed',
    payouts: 'straddle.payouts.outcomes.failed',
  },
  'outcomes.fraud': {
    charges: 'straddle.charges.outcomes.fraud',
    payouts: 'straddle.payouts.outcomes.fraud',
  },
  'outcomes.future-date': {
    charges: 'straddle.charges.outcomes.future-date',
    payouts: 'straddle.payouts.outcomes.future-date',
  },
  'outcomes.hold': {
    charges: 'straddle.charges.outcomes.hold',
    payouts: 'straddle.payouts.outcomes.hold',
  },
  'outcomes.paid': {
    charges: 'straddle.charges.outcomes.paid',
    payouts: 'straddle.payouts.outcomes.paid',
  },
  'outcomes.reversed': {
    charges: 'straddle.charges.outcomes.reversed',
    payouts: 'straddle.payouts.outcomes.reversed',
  },
  'refund.answers': {
    charges: 'straddle.charges.refund.answers',
  },
  'refund.not-paid': {
    charges: 'straddle.charges.refund.not-paid',
  },
  'release.closed': {
    charges: 'straddle.charges.release.closed',
    payouts: 'straddle.payouts.release.closed',
  },
  'release.held': {
    charges: 'straddle.charges.release.held',
    payouts: 'straddle.payouts.release.held',
  },
  'release.not-held': {
    charges: 'straddle.charges.release.not-held',
    payouts: 'straddle.payouts.release.not-held',
  },
  'resubmit.ended': {
    charges: 'straddle.charges.resubmit.ended',
    payouts: 'straddle.payouts.resubmit.ended',
  },
  'resubmit.new': {
    charges: 'straddle.charges.resubmit.new',
    payouts: 'straddle.payouts.resubmit.new',
  },
  'resubmit.not-ended': {
    charges: 'straddle.charges.resubmit.not-ended',
    payouts: 'straddle.payouts.resubmit.not-ended',
  },
  'resubmit.once': {
    charges: 'straddle.charges.resubmit.once',
    payouts: 'straddle.payouts.resubmit.once',
  },
  'unmask.in-full': {
    charges: 'straddle.charges.unmask.in-full',
    payouts: 'straddle.payouts.unmask.in-full',
  },
  'update.closed': {
    charges: 'straddle.charges.update.closed',
    payouts: 'straddle.payouts.update.closed',
  },
  'update.open': {
    charges: 'straddle.charges.update.open',
    payouts: 'straddle.payouts.update.open',
  },
  'update.scheduled': {
    charges: 'straddle.charges.update.scheduled',
    payouts: 'straddle.payouts.update.scheduled',
  },
  'update.stores': {
    charges: 'straddle.charges.update.stores',
    payouts: 'straddle.payouts.update.stores',
  },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<Section, string>>>>>

export type PaymentRule = keyof typeof clauses

/** The clause that says this of a kind of payment. */
export function clauseOf({ section }: { readonly section: Section }, rule: PaymentRule): string {
  const said: Partial<Readonly<Record<Section, string>>> = clauses[rule]
  const clause = said[section]
  if (clause === undefined) throw new Error(`No clause says "${rule}" of ${section}.`)
  return clause
}
