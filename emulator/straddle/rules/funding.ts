import type { Payment } from '../payments/payment.ts'

/** Transfers between Straddle and the account's own bank account. */
export const fundingRules = {
  fundingAmount: (payments: readonly Payment[]): number => payments.reduce((sum, { amount }) => sum + amount, 0),
  shownTraceNumbers: (numbers: readonly string[]): readonly string[] | undefined => numbers,
  paymentCount: (payments: readonly Payment[]): number => payments.length,
  /** There is no transfer of nothing. */
  worthFunding: (payments: readonly Payment[]): boolean => payments.length > 0,
  /** Which payments a transfer settles: those paid that no transfer has settled. */
  isFundable: ({ status, fundingIds }: Payment): boolean => status === 'paid' && fundingIds.length === 0,
  /** Which payments a transfer takes back: those reversed after one had settled them. */
  isReturnable: ({ status, fundingIds }: Payment): boolean => status === 'reversed' && fundingIds.length === 1,
}
