/** A decimal in a string, and its currency. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

/** What one unit of the source currency is worth in the target currency. */
export interface Rate {
  readonly amount: string
  readonly sourceCurrency: string
  readonly targetCurrency: string
}

/** How far the payment of an invoice has come. */
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

/** What paying an invoice costs, until it expires. */
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

/** Where events of some types are posted, and the secret that signs them. */
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

/** Something that happened to an invoice, as one account is told of it. */
export interface StrikeEvent {
  readonly id: string
  readonly eventType: string
  readonly webhookVersion: string
  readonly data: Readonly<Record<string, unknown>>
  readonly created: number
  /** Deliveries by subscription id. */
  readonly deliveries: ReadonlyMap<string, DeliveryState>
}

/** What an account would pay for an invoice of another. */
export interface PaymentQuote {
  readonly paymentQuoteId: string
  readonly invoiceId: string
  readonly validUntil: number
  readonly description?: string
  readonly conversionRate: Rate
  readonly amount: Money
}
