import type { Invoice } from '../records.ts'

/** Invoices: their sums, and which state allows which action. */
export const invoices = {
  subtotalOf: (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0),
  taxOf: (subtotal: number, percent: number | null): number | null =>
    percent === null ? null : Math.round((subtotal * percent) / 100),
  totalOf: (subtotal: number, tax: number | null): number => subtotal + (tax ?? 0),
  /** What is charged: a sum below what a card can be charged is carried over on the customer's balance. */
  dueOf: (total: number, startingBalance: number, least: number): number => {
    const due = total + startingBalance
    return due < least ? 0 : due
  },
  endingBalanceOf: (total: number, startingBalance: number, due: number): number => total + startingBalance - due,
  mayPay: (invoice: Invoice): boolean => !invoice.paid && !invoice.closed && !invoice.forgiven,
  mayReopen: (invoice: Invoice): boolean => !invoice.paid,
  isClosedBy: (paid: boolean, closed: boolean): boolean => paid || closed,
  /** Items of an invoice can be changed until it closes. */
  mayChangeItems: (invoice: Invoice): boolean => !invoice.closed && !invoice.paid,
  /** Pending items that a new invoice takes up. */
  takesUp: (item: { readonly invoice: string | null }): boolean => item.invoice === null,
  countsAttempt: (before: number): number => before + 1,
}
