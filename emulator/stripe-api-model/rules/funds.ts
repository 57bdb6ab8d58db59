import type { Collection } from '../../collection.ts'
import type { Account } from '../account.ts'
import type { Movement, Payout, Transaction } from '../records.ts'
import { asItIs } from './as-it-is.ts'
import type { View } from './customers.ts'

/** How the balance moves, and how payouts draw on it. */
export interface FundsRules {
  readonly isPosted: (type: Movement) => boolean
  readonly signed: (type: Movement, amount: number) => number
  readonly feeOf: (type: Movement, amount: number) => number
  readonly netOf: (amount: number, fee: number) => number
  readonly availableOf: (transactions: Collection<Transaction>, currency: string) => number
  readonly shownBalance: (available: number, account: Account) => number
  readonly showBalance: (available: readonly View[]) => View
  readonly showTransaction: (transaction: Transaction) => View
  readonly showRetrievedTransaction: (view: View) => View

  readonly payoutNeeds: readonly string[]
  readonly leastPaidOut: number
  readonly payoutIsCovered: (available: number, amount: number) => boolean
  readonly storesFailedPayouts: boolean
  readonly payoutKept: (payout: Payout) => Payout
  /** The payout that a create answers. */
  readonly payoutFor: (fresh: Payout, account: Account) => Payout
  readonly showPayout: (payout: Payout) => View
  readonly showRetrievedPayout: (view: View) => View
}

export const funds: FundsRules = {
  isPosted: () => true,
  signed: (type, amount) => (type === 'charge' ? amount : -amount),
  // the document speaks of no fees
  feeOf: () => 0,
  netOf: (amount, fee) => amount - fee,
  availableOf: (transactions, wanted) =>
    transactions
      .oldestFirst()
      .filter(({ currency }) => currency === wanted)
      .reduce((sum, { net }) => sum + net, 0),
  shownBalance: asItIs,
  showBalance: (available) => ({ available, pending: [] }),
  showTransaction: ({ createdAt, ...transaction }) => ({ ...transaction, timestamp: createdAt }),
  showRetrievedTransaction: asItIs,

  payoutNeeds: ['amount', 'currency'],
  leastPaidOut: 1,
  payoutIsCovered: (available, amount) => amount <= available,
  storesFailedPayouts: false,
  payoutKept: asItIs,
  payoutFor: asItIs,
  showPayout: ({ createdAt, ...payout }) => ({ ...payout, status: 'paid', timestamp: createdAt }),
  showRetrievedPayout: asItIs,
}
