import { createCollection } from '../collection.ts'
import type { Collection } from '../collection.ts'
import type { KeptAnswer } from './idempotency.ts'
import type {
  BankAccount,
  Card,
  Charge,
  Customer,
  Invoice,
  InvoiceItem,
  Payout,
  Refund,
  Token,
  Transaction,
} from './records.ts'

/** Everything one account holds in one mode; nothing of it is visible to another key. */
export interface Account {
  readonly livemode: boolean
  /** Where payouts go. */
  readonly bank: BankAccount
  readonly charges: Collection<Charge>
  readonly refunds: Collection<Refund>
  readonly customers: Collection<Customer>
  /** Cards of customers; those of bare charges and tokens live inside their owners. */
  readonly cards: Collection<Card>
  readonly tokens: Collection<Token>
  readonly transactions: Collection<Transaction>
  readonly payouts: Collection<Payout>
  readonly invoices: Collection<Invoice>
  readonly invoiceItems: Collection<InvoiceItem>
  readonly keys: Map<string, KeptAnswer>
  /** Which built-in rules decline a card that fails a check. */
  readonly radar: { cvc: boolean; zip: boolean }
  /** Statuses that the next requests are answered with, set by a lever. */
  readonly outages: number[]
}

/** A new, empty account. */
export function openAccount(livemode: boolean, bank: BankAccount): Account {
  return {
    livemode,
    bank,
    charges: createCollection(),
    refunds: createCollection(({ charge }) => charge),
    customers: createCollection(),
    cards: createCollection(({ customer }) => customer),
    tokens: createCollection(),
    transactions: createCollection(),
    payouts: createCollection(),
    invoices: createCollection(),
    invoiceItems: createCollection(({ invoice }) => invoice),
    keys: new Map(),
    radar: { cvc: false, zip: false },
    outages: [],
  }
}
