/** What an account holds, as it is kept and not as it is shown. */
export interface Customer {
  readonly customerId: string
  readonly name: string | null
  readonly address: string | null
  readonly email: string | null
  readonly description: string | null
  readonly card: string | null
  readonly invoicePrefix: string
  readonly createdAt: number
}

/** What an update of a customer can change. */
export type CustomerFields = Partial<Pick<Customer, 'name' | 'address' | 'email' | 'description' | 'card'>>

export interface Invoice {
  readonly invoiceId: string
  readonly customerId: string
  readonly currency: string
  readonly dueAmount: number
  readonly paidAmount: number
  readonly applicationCharges: number
  readonly tax: number
  readonly description: string | null
}

/** What is still owed of an invoice and what is paid. */
export interface Amounts {
  readonly dueAmount: number
  readonly paidAmount: number
}

export interface Session {
  readonly sessionId: string
  readonly customerId: string
  readonly paymentMode: string
  readonly urlSuccess: string
  readonly urlCancel: string
  readonly charges: number | null
  readonly quantity: number | null
  readonly shippingInfo: string | null
  readonly createdAt: number
}

export interface Charge {
  readonly chargeId: string
  readonly customerId: string
  readonly amount: number
  readonly currency: string
  readonly description: string | null
  readonly refundedAmount: number
  readonly createdAt: number
}

export interface Refund {
  readonly refundId: string
  readonly chargeId: string
  readonly amount: number
  readonly currency: string
  readonly createdAt: number
}

export interface Payout {
  readonly payoutId: string
  readonly amount: number
  readonly currency: string
  readonly destination: string | null
  readonly createdAt: number
}

export type Movement = 'charge' | 'refund' | 'payout'

/** One movement of the balance. */
export interface Transaction {
  readonly transactionId: string
  readonly type: Movement
  readonly sourceId: string
  readonly amount: number
  readonly fee: number
  readonly net: number
  readonly currency: string
  readonly createdAt: number
}
