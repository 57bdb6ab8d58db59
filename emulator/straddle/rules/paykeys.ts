import type { CustomerStatus } from '../customers/customer.ts'
import type { Paykey, PaykeyAction, PaykeyOutcome, PaykeySource, PaykeyStatus } from '../paykeys/paykey.ts'

const outcomes: Readonly<Record<PaykeyOutcome, PaykeyStatus>> = {
  standard: 'active',
  active: 'active',
  review: 'review',
  rejected: 'rejected',
}

const allowed: Readonly<Record<PaykeyAction, readonly PaykeyStatus[]>> = {
  cancel: ['pending', 'review', 'active', 'blocked'],
  decide: ['review'],
  'refresh-review': ['pending', 'review', 'active', 'rejected'],
  'refresh-balance': ['pending', 'review', 'active', 'rejected', 'blocked'],
  unblock: ['blocked'],
}

/** Paykeys: how they come to be, and what may be done to them. */
export const paykeyRules = {
  /** Rejected customers get no paykeys. */
  mayLink: (customer: CustomerStatus): boolean => customer !== 'rejected',
  paykeyVerdict: (outcome: PaykeyOutcome): PaykeyStatus => outcomes[outcome],
  firstPaykeyStatus: (method: string, verdict: PaykeyStatus): PaykeyStatus =>
    method === 'background' ? 'pending' : verdict,
  mayActOnPaykey: (action: PaykeyAction, status: PaykeyStatus): boolean => allowed[action].includes(status),
  cancelled: (_before: PaykeyStatus): PaykeyStatus => 'inactive',
  decidedPaykey: (wanted: PaykeyStatus): PaykeyStatus => wanted,
  /** Whether a return ends the use of the paykey that it came in on. */
  returnBlocks: (code: string): boolean => code === 'R29' || code === 'R05',
  /** Whether a return ends new links of its bank account. */
  returnBars: (code: string): boolean => ['R29', 'R05', 'R02'].includes(code),
  /** A return of R29 is one of the bank account: it reaches every paykey that was made of it. */
  blockSpreads: (code: string): boolean => code === 'R29',
  /** Only a first block by R29 can be lifted; nothing is said of a paykey that is not blocked. */
  unblockEligible: ({ status, blocks, unblocked }: Paykey): boolean | null =>
    status === 'blocked' ? blocks.at(-1) === 'R29' && unblocked === 0 : null,
  carriesPayments: (status: PaykeyStatus): boolean => status === 'active',
  readsBalance: (source: PaykeySource): boolean => source !== 'bank_account',
  labelOf: (institution: string, account: string): string => `${institution} ****${account.slice(-4)}`,
  openedSessionStatus: (): number => 201,
  /** Status in the answer to a refresh: the new verification has only begun. */
  refreshed: (_before: PaykeyStatus): PaykeyStatus => 'pending',
}
