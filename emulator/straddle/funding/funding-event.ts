/** A transfer between Straddle and the account's own bank account. */
export interface FundingEvent {
  readonly id: string
  readonly direction: 'deposit' | 'withdrawal'
  readonly eventType: 'charge_deposit' | 'charge_reversal' | 'payout_return' | 'payout_withdrawal'
  readonly amount: number
  readonly paymentCount: number
  readonly paymentIds: readonly string[]
  readonly transferDate: string
  readonly traceNumber: string
  readonly createdAt: number
  readonly updatedAt: number
}
