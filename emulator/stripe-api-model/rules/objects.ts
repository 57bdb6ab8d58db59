import type { Ids } from '../../ids.ts'
import type { Collection } from '../../collection.ts'
import type { Account } from '../account.ts'
import type { Answer, Shown } from '../call.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'

export type Kind = 'customer' | 'invoice' | 'session' | 'charge' | 'refund' | 'payout' | 'transaction'

/** What all objects have in common: ids, values, finding and listing. */
export interface ObjectRules {
  readonly newId: (kind: Kind, ids: Ids, account: Account) => string
  readonly find: <Item>(items: Collection<Item>, id: string) => Item | undefined
  readonly createdStatus: number
  readonly wholeNumber: (text: string, of: Kind) => number | undefined
  readonly isCurrency: (text: string, of: Kind) => boolean
  readonly currencyOf: (text: string) => string
  readonly isUrl: (text: string) => boolean
  /** What an object that refers to something unknown is answered. */
  readonly unknownReference: (parameter: string) => Refusal
  /** What the deletion of something that is not there is answered. */
  readonly deletedAgain: (id: string) => Answer
  readonly timestampOf: (seconds: number) => number

  readonly defaultCount: number
  /** The count of a query, or undefined where it is none. */
  readonly readCount: (text: string) => number | undefined
  readonly listOrder: <Item>(items: Collection<Item>) => readonly Item[]
  readonly pageOf: <Item>(items: readonly Item[], count: number) => readonly Item[]
  readonly invoicePageOf: <Item>(items: readonly Item[], count: number) => readonly Item[]
  readonly hasMore: (total: number, count: number) => boolean
  readonly listShape: (data: readonly Shown[], hasMore: boolean) => Shown
}

const prefixes: Readonly<Record<Kind, string>> = {
  customer: 'cus_',
  invoice: 'in_',
  session: 'ses_',
  charge: 'ch_',
  refund: 're_',
  payout: 'po_',
  transaction: 'txn_',
}

function isAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/iu.test(text)) return false
  return URL.canParse(text)
}

export const objects: ObjectRules = {
  newId: (kind, ids) => prefixes[kind] + ids.hex(16),
  find: (items, id) => items.get(id),
  createdStatus: 200,
  wholeNumber: (text) => (/^-?\d{1,15}$/u.test(text) ? Number(text) : undefined),
  isCurrency: (text) => /^[A-Za-z]{3}$/u.test(text),
  currencyOf: (text) => text.toUpperCase(),
  isUrl: isAddress,
  unknownReference: (parameter) => refuse('notFound', `What ${parameter} names is not there.`, parameter),
  deletedAgain: () => refuse('notFound', 'There is no such object.'),
  timestampOf: (seconds) => seconds,

  defaultCount: 10,
  readCount: (text) =>
    /^[0-9]{1,3}$/u.test(text) && Number(text) >= 1 && Number(text) <= 100 ? Number(text) : undefined,
  listOrder: (items) => items.newestFirst(),
  pageOf: (items, count) => items.slice(0, count),
  invoicePageOf: (items, count) => items.slice(0, count),
  hasMore: (total, count) => total > count,
  listShape: (data, hasMore) => ({ data, hasMore }),
}
