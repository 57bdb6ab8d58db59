import type { ProcessingMethod } from '../customers/customer.ts'
import type { Metadata } from '../rules/metadata.ts'
import type { StatusDetails } from '../payments/payment.ts'

export const paykeyStatuses = ['pending', 'active', 'inactive', 'rejected', 'review', 'blocked'] as const
export type PaykeyStatus = (typeof paykeyStatuses)[number]

export const paykeyOutcomes = ['standard', 'active', 'rejected', 'review'] as const
export type PaykeyOutcome = (typeof paykeyOutcomes)[number]

export const paykeySources = ['bank_account', 'straddle', 'mx', 'plaid', 'tan', 'quiltt'] as const
export type PaykeySource = (typeof paykeySources)[number]

/** What is being done to a paykey. */
export type PaykeyAction = 'cancel' | 'decide' | 'refresh-review' | 'refresh-balance' | 'unblock'

interface Balance {
  readonly status: 'pending' | 'completed' | 'failed'
  readonly cents?: number | undefined
  readonly updatedAt?: number | undefined
}

/** A customer's bank account, tied to the customer, as something that payments are made with. */
export interface Paykey {
  readonly id: string
  /** The full token. */
  readonly token: string
  readonly customerId: string
  readonly source: PaykeySource
  readonly institution: string
  readonly label: string
  readonly routingNumber: string
  readonly accountNumber: string
  readonly accountType: 'checking' | 'savings'
  readonly status: PaykeyStatus
  readonly details: StatusDetails
  readonly balance?: Balance | undefined
  /** Return codes that blocked it so far. */
  readonly blocks: readonly string[]
  readonly unblocked: number
  readonly externalId?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
  readonly outcome: PaykeyOutcome
  readonly method: ProcessingMethod
  readonly reviewId: string
  readonly createdAt: number
  readonly updatedAt: number
}
