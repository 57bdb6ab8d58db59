import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

const refreshes = [
  ['PUT /v1/customers/:id/refresh_review', 'customers.refresh-review'],
  ['PUT /v1/paykeys/:id/refresh_review', 'paykeys.refresh-review'],
  ['PUT /v1/paykeys/:id/refresh_balance', 'paykeys.refresh-balance'],
] as const

/** Lies about customers, paykeys and embedded accounts. */
export const partyLies: readonly Lie<Rules>[] = [
  {
    id: 'reviews-skipped',
    breaks: 'straddle.customers.create.outcome-review',
    text: 'Customers that are to be reviewed are verified at once.',
    rules: ({ verdict }) => ({ verdict: (outcome) => (outcome === 'review' ? 'verified' : verdict(outcome)) }),
  },
  {
    id: 'inline-is-background',
    breaks: 'straddle.customers.create.inline',
    text: 'A customer that is processed inline is created as pending.',
    rules: () => ({ firstStatus: () => 'pending' }),
  },
  {
    id: 'e-mail-reused',
    breaks: 'straddle.errors.example.duplicate-email',
    text: 'Two customers of an account may have one e-mail address.',
    rules: () => ({ emailTaken: () => false }),
  },
  {
    id: 'verified-customers-decided-on',
    breaks: 'straddle.customers.decide.only-in-review',
    text: 'A decision on a customer that is verified is carried out.',
    rules: () => ({ mayDecide: (status) => status === 'review' || status === 'verified' }),
  },
  {
    id: 'rejections-ignored',
    breaks: 'straddle.customers.decide.sets-status',
    text: 'Whatever the decision, a customer becomes verified.',
    rules: () => ({ decided: () => 'verified' }),
  },
  {
    id: 'customer-name-not-updated',
    breaks: 'straddle.customers.update.stores',
    text: 'The update of a customer leaves the name as it was.',
    rules: () => ({ updatedName: (before) => before }),
  },
  {
    id: 'customer-status-not-updated',
    breaks: 'straddle.customers.update.status',
    text: 'The update of a customer leaves the status as it was.',
    rules: () => ({ updatedStatus: (before) => before }),
  },
  {
    id: 'updates-start-a-new-life',
    breaks: 'straddle.customers.update.keeps',
    text: 'A customer that is updated counts as created anew.',
    rules: () => ({ createdAfterUpdate: (before, now) => Math.max(before + 1, now) }),
  },
  {
    id: 'removed-customers-stay',
    breaks: 'straddle.customers.delete.gone',
    text: 'A removed customer can still be read.',
    rules: () => ({ removes: () => false }),
  },
  {
    id: 'summaries-show-devices',
    breaks: 'straddle.customers.summary.brief',
    text: 'A listed customer shows its device and metadata.',
    rules: () => ({ summaryLeavesOut: () => ['address', 'compliance_profile', 'config'] }),
  },
  {
    id: 'rejected-customers-linked',
    breaks: 'straddle.bridge.create.rejected-customer',
    text: 'A rejected customer gets a paykey.',
    rules: () => ({ mayLink: () => true }),
  },
  {
    id: 'paykey-reviews-skipped',
    breaks: 'straddle.bridge.create.outcome-review',
    text: 'Paykeys that are to be reviewed are active at once.',
    rules: ({ paykeyVerdict }) => ({
      paykeyVerdict: (outcome) => (outcome === 'review' ? 'active' : paykeyVerdict(outcome)),
    }),
  },
  {
    id: 'active-paykeys-reviewed',
    breaks: 'straddle.bridge.create.outcome-active',
    text: 'Paykeys that are to be active have to be reviewed first.',
    rules: ({ paykeyVerdict }) => ({
      paykeyVerdict: (outcome) => (outcome === 'active' ? 'review' : paykeyVerdict(outcome)),
    }),
  },
  {
    id: 'rejected-paykeys-reviewed',
    breaks: 'straddle.bridge.create.outcome-rejected',
    text: 'Paykeys that are to be rejected are put in review.',
    rules: ({ paykeyVerdict }) => ({
      paykeyVerdict: (outcome) => (outcome === 'rejected' ? 'review' : paykeyVerdict(outcome)),
    }),
  },
  {
    id: 'sessions-accepted',
    breaks: 'straddle.bridge.initialize.answers',
    text: 'A session of the widget is answered with 202.',
    rules: () => ({ openedSessionStatus: () => 202 }),
  },
  ...refreshes.map(([operation, clause]): Lie<Rules> => ({
    id: `${clause.replaceAll('.', '-')}-created`,
    breaks: `straddle.${clause}.answers`,
    text: `${operation} is answered with 201.`,
    rules: ({ startedStatus }) => ({ startedStatus: (of) => (of === operation ? 201 : startedStatus(of)) }),
  })),
  {
    id: 'cancelled-paykeys-come-back',
    breaks: 'straddle.paykeys.cancel.final',
    text: 'A cancelled paykey can be decided on, and is active again.',
    rules: ({ mayActOnPaykey }) => ({
      mayActOnPaykey: (action, status) =>
        (status === 'inactive' && action === 'decide') || mayActOnPaykey(action, status),
    }),
  },
  {
    id: 'cancelled-paykeys-rejected',
    breaks: 'straddle.paykeys.cancel.inactive',
    text: 'A cancelled paykey becomes rejected.',
    rules: () => ({ cancelled: () => 'rejected' }),
  },
  {
    id: 'active-paykeys-decided-on',
    breaks: 'straddle.paykeys.decide.only-in-review',
    text: 'A decision on a paykey that is active is carried out.',
    rules: ({ mayActOnPaykey }) => ({
      mayActOnPaykey: (action, status) =>
        (action === 'decide' && status === 'active') || mayActOnPaykey(action, status),
    }),
  },
  {
    id: 'paykey-rejections-ignored',
    breaks: 'straddle.paykeys.decide.sets-status',
    text: 'Whatever the decision, a paykey becomes active.',
    rules: () => ({ decidedPaykey: () => 'active' }),
  },
  {
    id: 'returns-block-nothing',
    breaks: 'straddle.paykeys.block.after-return',
    text: 'A return as not authorised leaves the paykey active.',
    rules: () => ({ returnBlocks: () => false }),
  },
  {
    id: 'blocks-spare-the-rest',
    breaks: 'straddle.paykeys.block.whole-account',
    text: 'A block stays with the paykey that was charged; others of the bank account go on.',
    rules: () => ({ blockSpreads: () => false }),
  },
  {
    id: 'blocks-lifted-again-and-again',
    breaks: 'straddle.paykeys.unblock.once',
    text: 'A paykey that is blocked a second time can be unblocked again.',
    rules: () => ({ unblockEligible: ({ status }) => (status === 'blocked' ? true : null) }),
  },
  {
    id: 'blocked-accounts-linked',
    breaks: 'straddle.bridge.create.blocked-account',
    text: 'A bank account that was blocked can be linked once more.',
    rules: () => ({ returnBars: () => false }),
  },
  {
    id: 'labels-without-digits',
    breaks: 'straddle.bridge.create.label',
    text: 'The label of a paykey names its bank only.',
    rules: () => ({ labelOf: (institution) => institution }),
  },
  {
    id: 'onboards-without-parties',
    breaks: 'straddle.accounts.onboard.needs-parties',
    text: 'An account is onboarded without anybody who represents it.',
    rules: () => ({ mayOnboard: () => true }),
  },
  {
    id: 'onboards-the-account-alone',
    breaks: 'straddle.accounts.onboard.status',
    text: 'Onboarding leaves representatives and bank accounts as created.',
    rules: () => ({ onboardsAlong: () => false }),
  },
  {
    id: 'first-capability-only',
    breaks: 'straddle.capabilities.create.one-each',
    text: 'Of several capabilities asked for the first only is requested.',
    rules: () => ({ requestsMade: (asked) => asked.slice(0, 1) }),
  },
  {
    id: 'family-names-cut',
    breaks: 'straddle.representatives.create.echoes',
    text: 'The family name of a representative is cut after two characters.',
    rules: () => ({ storedLastName: (sent) => sent.slice(0, 2) }),
  },
  {
    id: 'linked-accounts-become-inactive',
    breaks: 'straddle.linked-banks.cancel.canceled',
    text: 'A cancelled linked bank account becomes inactive.',
    rules: () => ({ cancelledBankAccount: () => 'inactive' }),
  },
  {
    id: 'active-linked-accounts-cancelled',
    breaks: 'straddle.linked-banks.cancel.only-created',
    text: 'A linked bank account can be cancelled in every status.',
    rules: () => ({ mayCancelBankAccount: () => true }),
  },
]
