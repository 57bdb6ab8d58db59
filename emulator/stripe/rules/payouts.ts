import type { Payout } from '../records.ts'

/** Payouts: what covers them, and what can still be stopped. */
export const payouts = {
  covers: (available: number, amount: number): boolean => amount <= available,
  arrivalSeconds: (method: string): number => (method === 'instant' ? 1800 : 2 * 86_400),
  mayCancel: (payout: Payout): boolean => payout.status === 'pending' && !payout.automatic,
  paidOut: (amount: number): number => -amount,
  givenBack: (amount: number): number => amount,
  statusWhenArrived: 'paid' as Payout['status'],
  statusWhenCanceled: 'canceled' as Payout['status'],
}
