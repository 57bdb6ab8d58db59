import type { Transaction } from '../records.ts'

const day = 86_400

/** What moves on an account's balance: fees, when funds become available, how sums are made. */
export const money = {
  /** 2.9 % and 30 of the smallest unit. */
  feeOf: (amount: number): number => Math.round((amount * 29) / 1000) + 30,
  netOf: (amount: number, fee: number): number => amount - fee,
  /** Amounts of the single fees that make up a fee. */
  feeParts: (fee: number): readonly number[] => (fee === 0 ? [] : [fee]),
  feeCurrency: (currency: string): string => currency,
  /** Seconds until the funds of a charge are available. */
  pendingSeconds: 7 * day,
  isAvailable: (transaction: Transaction, now: number): boolean => transaction.available_on <= now,
  /** What a transaction adds to the balance. */
  counted: (net: number, _type: Transaction['type']): number => net,
  /** When the funds that a refund takes are gone: with those of its charge. */
  refundAvailableOn: (now: number, chargeAvailableOn: number): number => Math.max(now, chargeAvailableOn),
  refundedNet: (amount: number): number => -amount,
  /** A balance entry's sum by kind of source. */
  byKind: (amount: number): Readonly<Record<string, number>> => ({ card: amount }),
}
