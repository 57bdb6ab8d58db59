import type { Ids } from '../../ids.ts'
import type { CustomerOutcome, CustomerStatus } from '../customers/customer.ts'

const outcomes: Readonly<Record<CustomerOutcome, CustomerStatus>> = {
  standard: 'verified',
  verified: 'verified',
  review: 'review',
  rejected: 'rejected',
}

/** Customers and their identity review. */
export const customerRules = {
  /** Nothing else has the id of a customer, of whichever account it is. */
  customerId: (ids: Ids, _count: number): string => ids.uuid(),
  /** What the identity checks come to. */
  verdict: (outcome: CustomerOutcome): CustomerStatus => outcomes[outcome],
  /** Status in the answer to a creation: checks run in the background show as pending. */
  firstStatus: (method: string, verdict: CustomerStatus): CustomerStatus =>
    method === 'background' ? 'pending' : verdict,
  acceptsPhone: (phone: string): boolean => /^\+[1-9]\d{1,14}$/.test(phone),
  storedName: (name: string): string => name,
  emailTaken: (email: string, others: readonly string[]): boolean => others.includes(email),
  mayDecide: (status: CustomerStatus): boolean => status === 'review',
  decided: (_before: CustomerStatus, wanted: CustomerStatus): CustomerStatus => wanted,
  updatedName: (_before: string, sent: string): string => sent,
  updatedStatus: (_before: CustomerStatus, sent: CustomerStatus): CustomerStatus => sent,
  createdAfterUpdate: (before: number, _now: number): number => before,
  /** A customer that was removed is gone for good. */
  removes: (): boolean => true,
  touched: (_before: number, now: number): number => now,
  summaryLeavesOut: (): readonly string[] => ['address', 'device', 'compliance_profile', 'metadata', 'config'],
}
