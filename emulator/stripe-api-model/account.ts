import { createCollection } from '../collection.ts'
import type { Collection } from '../collection.ts'
import type { Answer } from './call.ts'
import type { Charge, Customer, Invoice, Payout, Refund, Session, Transaction } from './records.ts'

/** What belongs to one key. */
export interface Account {
  readonly customers: Collection<Customer>
  readonly invoices: Collection<Invoice>
  readonly sessions: Collection<Session>
  readonly charges: Collection<Charge>
  readonly refunds: Collection<Refund>
  readonly payouts: Collection<Payout>
  readonly transactions: Collection<Transaction>
  /** Answers by idempotency key; one that is still being worked out is undefined. */
  readonly answers: Map<string, Answer | undefined>
  /** Customers that may not pay. */
  readonly forbidden: Set<string>
  /** Requests left before the limit; undefined where there is none. */
  allowance: number | undefined
  /** Requests that are going to fail in the back end. */
  failures: number
}

export function openAccount(): Account {
  return {
    customers: createCollection<Customer>(),
    invoices: createCollection<Invoice>(),
    sessions: createCollection<Session>(),
    charges: createCollection<Charge>(),
    refunds: createCollection<Refund>(),
    payouts: createCollection<Payout>(),
    transactions: createCollection<Transaction>(),
    answers: new Map(),
    forbidden: new Set(),
    allowance: undefined,
    failures: 0,
  }
}
