import type { Collection } from '../../collection.ts'
import type { Account } from '../account.ts'
import type { Answer, Shown } from '../call.ts'
import type { Customer, CustomerFields } from '../records.ts'
import { asItIs } from './as-it-is.ts'

export type View = Readonly<Record<string, Shown>>

/** How customers are kept, changed and shown. */
export interface CustomerRules {
  /** Names under which a form sends the card. */
  readonly cardNames: readonly string[]
  readonly customerNeedsField: boolean
  readonly customerCreatedStatus: number
  readonly customerValue: (given: string) => string | null
  readonly customerKept: (fields: CustomerFields) => CustomerFields
  /** The customer that a create answers. */
  readonly customerFor: (fresh: Customer, account: Account) => Customer
  readonly customerMerged: (customer: Customer, fields: CustomerFields) => Customer
  /** What is kept of an update, given what it answers. */
  readonly customerStored: (before: Customer, updated: Customer) => Customer
  readonly customerDeleted: (id: string) => Answer
  readonly removeCustomer: (customers: Collection<Customer>, id: string) => void
  readonly showCustomer: (customer: Customer) => View
  readonly showCreatedCustomer: (view: View, fields: CustomerFields) => View
  readonly showRetrievedCustomer: (view: View) => View
  readonly showListedCustomer: (view: View) => View
  readonly showUpdatedCustomer: (view: View, customer: Customer) => View
}

export const customers: CustomerRules = {
  cardNames: ['cardInfo', 'cardNumber'],
  customerNeedsField: true,
  customerCreatedStatus: 200,
  customerValue: (given) => (given === '' ? null : given),
  customerKept: asItIs,
  customerFor: asItIs,
  customerMerged: (customer, fields) => ({ ...customer, ...fields }),
  customerStored: (_, updated) => updated,
  customerDeleted: () => ({ status: 204 }),
  removeCustomer: (all, id) => void all.remove(id),
  showCustomer: ({ customerId, name, address, email, description, createdAt }) => ({
    customerId,
    address,
    balance: 0,
    timestamp: createdAt,
    currency: 'USD',
    description,
    email,
    name,
    contact: null,
    shipping: null,
  }),
  showCreatedCustomer: asItIs,
  showRetrievedCustomer: asItIs,
  showListedCustomer: asItIs,
  showUpdatedCustomer: (view, { invoicePrefix }) => ({ ...view, invoicePrefix }),
}
