import type { Card, Customer } from '../records.ts'

export type Updated = 'customer' | 'card' | 'charge' | 'invoice' | 'item'

/** Customers and the cards they keep. */
export const customers = {
  isGone: (customer: Customer): boolean => customer.deleted,
  /** Whether lists still hold a customer. */
  isListed: (customer: Customer): boolean => !customer.deleted,
  /** The default after a card has been added. */
  defaultAfterAdding: (before: string | null, added: string): string => before ?? added,
  /** The default after a card has been removed, from those that are left, oldest first. */
  defaultAfterRemoving(before: string | null, removed: string, left: readonly Card[]): string | null {
    return before === removed ? (left[0]?.id ?? null) : before
  },
  /** A source given to the customer itself takes the place of the default one. */
  replacesDefault: true,
  deletedStub: (id: string): { readonly deleted: true; readonly id: string } => ({ deleted: true, id }),
  matchesEmail: (customer: Customer, email: string): boolean => customer.email === email,
  /** What an update does to a property that is not named in it. */
  keepUnnamed: <Value>(before: Value, named: Value | undefined, _of: Updated): Value =>
    named === undefined ? before : named,
  /** Whether a deleted customer can still be looked at. */
  showsDeleted: true,
}
