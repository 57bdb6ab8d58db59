export type Metadata = Readonly<Record<string, string>>

/** Six lines of an address, as the service keeps them. */
interface Address {
  readonly city: string | null
  readonly country: string | null
  readonly line1: string | null
  readonly line2: string | null
  readonly postal_code: string | null
  readonly state: string | null
}

export interface Shipping {
  readonly address: Address
  readonly name: string | null
  readonly phone: string | null
  readonly carrier?: string | null
  readonly tracking_number?: string | null
}

export type CheckResult = 'pass' | 'fail' | 'unavailable' | 'unchecked'

/** A card as it is kept, with its number, which is never shown. */
export interface Card {
  readonly id: string
  readonly object: 'card'
  readonly number: string
  readonly brand: string
  readonly funding: string
  readonly country: string
  readonly exp_month: number
  readonly exp_year: number
  readonly fingerprint: string
  readonly name: string | null
  readonly address_city: string | null
  readonly address_country: string | null
  readonly address_line1: string | null
  readonly address_line2: string | null
  readonly address_state: string | null
  readonly address_zip: string | null
  readonly address_line1_check: CheckResult | null
  readonly address_zip_check: CheckResult | null
  readonly cvc_check: CheckResult | null
  readonly customer: string | null
  readonly metadata: Metadata
}

export interface BankAccount {
  readonly id: string
  readonly object: 'bank_account'
  readonly account_holder_name: string | null
  readonly account_holder_type: string | null
  readonly bank_name: string
  readonly country: string
  readonly currency: string
  readonly fingerprint: string
  readonly last4: string
  readonly routing_number: string | null
  readonly status: string
}

export interface Token {
  readonly id: string
  readonly created: number
  readonly used: boolean
  readonly card?: Card
  readonly bank_account?: BankAccount
}

export interface Outcome {
  readonly network_status: string
  readonly reason: string | null
  readonly risk_level: string
  readonly seller_message: string
  readonly type: string
}

export interface Charge {
  readonly id: string
  readonly amount: number
  readonly captured: boolean
  readonly created: number
  readonly currency: string
  readonly customer: string | null
  readonly description: string | null
  readonly balance_transaction: string | null
  readonly failure_code: string | null
  readonly failure_message: string | null
  readonly user_report: string | null
  readonly invoice: string | null
  readonly metadata: Metadata
  readonly outcome: Outcome
  readonly paid: boolean
  readonly receipt_email: string | null
  readonly shipping: Shipping | null
  readonly source: Card
  readonly statement_descriptor: string | null
  readonly status: 'succeeded' | 'failed'
  readonly transfer_group: string | null
}

export interface Refund {
  readonly id: string
  readonly amount: number
  readonly balance_transaction: string | null
  readonly charge: string
  readonly created: number
  readonly currency: string
  readonly metadata: Metadata
  readonly reason: string | null
  readonly status: 'succeeded' | 'failed'
  readonly failure_reason?: string
  readonly failure_balance_transaction?: string
}

export interface Customer {
  readonly id: string
  readonly account_balance: number
  readonly business_vat_id: string | null
  readonly created: number
  readonly currency: string | null
  readonly default_source: string | null
  readonly description: string | null
  readonly email: string | null
  readonly metadata: Metadata
  readonly shipping: Shipping | null
  readonly deleted: boolean
}

export interface Transaction {
  readonly id: string
  readonly amount: number
  readonly available_on: number
  readonly created: number
  readonly currency: string
  readonly description: string | null
  readonly fee: number
  readonly source: string
  readonly type: TransactionType
}

type TransactionType = 'adjustment' | 'charge' | 'refund' | 'payout' | 'payout_cancel' | 'payout_failure'

export interface Payout {
  readonly id: string
  readonly amount: number
  readonly arrival_date: number
  readonly automatic: boolean
  readonly balance_transaction: string
  readonly created: number
  readonly currency: string
  readonly description: string | null
  readonly failure_balance_transaction: string | null
  readonly failure_code: string | null
  readonly failure_message: string | null
  readonly metadata: Metadata
  readonly method: string
  readonly source_type: string
  readonly statement_descriptor: string | null
  readonly status: 'pending' | 'paid' | 'canceled' | 'failed'
}

export interface Invoice {
  readonly id: string
  readonly attempt_count: number
  readonly billing: string
  readonly charge: string | null
  readonly closed: boolean
  readonly currency: string
  readonly customer: string
  readonly date: number
  readonly description: string | null
  readonly due_date: number | null
  readonly ending_balance: number | null
  readonly forgiven: boolean
  readonly metadata: Metadata
  readonly number: string
  readonly paid: boolean
  readonly starting_balance: number
  readonly statement_descriptor: string | null
  readonly tax_percent: number | null
}

export interface InvoiceItem {
  readonly id: string
  readonly amount: number
  readonly currency: string
  readonly customer: string
  readonly date: number
  readonly description: string | null
  readonly discountable: boolean
  readonly invoice: string | null
  readonly metadata: Metadata
}
