export interface Money {
  readonly amount: string
  readonly currency: string
}

export interface Rate {
  readonly amount: string
  readonly sourceCurrency: string
  readonly targetCurrency: string
}

export type InvoiceState = 'UNPAID' | 'PENDING' | 'PAID' | 'CANCELLED'

/** Points in time are microseconds since the epoch. */
export interface Invoice {
  readonly invoiceId: string
  readonly amount: Money
  readonly state: InvoiceState
  readonly created: number
  readonly correlationId?: string
  readonly description?: string
  readonly issuerId: string
  readonly receiverId: string
}

export interface Quote {
  readonly quoteId: string
  readonly invoiceId: string
  readonly description?: string
  readonly lnInvoice: string
  readonly expiration: number
  readonly expirationInSec: number
  readonly targetAmount: Money
  readonly sourceAmount: Money
  readonly conversionRate: Rate
}

export interface Subscription {
  readonly id: string
  readonly webhookUrl: string
  readonly webhookVersion: string
  readonly secret: string
  readonly enabled: boolean
  readonly created: number
  readonly eventTypes: readonly string[]
}

/** How one delivery of an event stands. */
export type DeliveryState = 'pending' | 'succeeded' | 'failed'

export interface StrikeEvent {
  readonly id: string
  readonly eventType: string
  readonly webhookVersion: string
  readonly data: Readonly<Record<string, unknown>>
  readonly created: number
  /** Deliveries by subscription id. */
  readonly deliveries: ReadonlyMap<string, DeliveryState>
}

export interface PaymentQuote {
  readonly paymentQuoteId: string
  readonly invoiceId: string
  readonly validUntil: number
  readonly description?: string
  readonly conversionRate: Rate
  readonly amount: Money
}
