import type { Charge, Invoice, InvoiceItem, Payout, Refund, Transaction } from '../records.ts'

/** A `created` or other time filter: equality, or bounds. */
export interface Range {
  readonly equal?: number
  readonly gt?: number | undefined
  readonly gte?: number | undefined
  readonly lt?: number | undefined
  readonly lte?: number | undefined
}

export type Cursor = { readonly direction: 'after' | 'before'; readonly id: string } | undefined

/** A filter that was not sent, or the value it asks for. */
const is = (value: string | null, asked: string | null | undefined): boolean =>
  asked === undefined || asked === null || value === asked

/** How a list is ordered, cut into pages and described. */
export const lists = {
  limitOf: (asked: number | undefined): number => Math.min(100, Math.max(1, asked ?? 10)),
  inOrder: <Item>(newestFirst: readonly Item[]): readonly Item[] => newestFirst,
  /** Which of two cursors counts. */
  cursorOf(startingAfter: string | undefined, endingBefore: string | undefined): Cursor {
    if (endingBefore !== undefined) return { direction: 'before', id: endingBefore }
    return startingAfter === undefined ? undefined : { direction: 'after', id: startingAfter }
  },
  refusesUnknownCursors: true,
  /** What follows the object at an index. */
  afterCursor: <Item>(items: readonly Item[], index: number): readonly Item[] => items.slice(index + 1),
  /** What precedes the object at an index. */
  beforeCursor: <Item>(items: readonly Item[], index: number): readonly Item[] => items.slice(0, index),
  /** The part of what a cursor points at that fits a page: nearest to the cursor. */
  pageOf<Item>(items: readonly Item[], limit: number, direction: 'after' | 'before'): readonly Item[] {
    return direction === 'after' ? items.slice(0, limit) : items.slice(Math.max(0, items.length - limit))
  },
  hasMore: (matching: number, limit: number): boolean => matching > limit,
  inRange(time: number, { equal, gt, gte, lt, lte }: Range): boolean {
    return (
      (equal === undefined || time === equal) &&
      (gt === undefined || time > gt) &&
      (gte === undefined || time >= gte) &&
      (lt === undefined || time < lt) &&
      (lte === undefined || time <= lte)
    )
  },
  chargeIsOf: (charge: Charge, customer: string | null | undefined): boolean => is(charge.customer, customer),
  refundIsOf: (refund: Refund, charge: string | null | undefined): boolean => is(refund.charge, charge),
  invoiceIsOf: (invoice: Invoice, customer: string | null | undefined): boolean => is(invoice.customer, customer),
  itemIsOf: (item: InvoiceItem, customer: string | null | undefined): boolean => is(item.customer, customer),
  payoutHasStatus: (payout: Payout, status: string | null | undefined): boolean => is(payout.status, status),
  transactionHasType: (one: Transaction, type: string | null | undefined): boolean => is(one.type, type),
  transactionHasCurrency: (one: Transaction, currency: string | null | undefined): boolean =>
    is(one.currency, currency),
  transactionIsOf: (one: Transaction, source: string | null | undefined): boolean => is(one.source, source),
  listUrl: (path: string): string => path,
  totalCount: (size: number): number => size,
  /** Number of objects in a list inside another object. */
  embeddedSize: 10,
}
