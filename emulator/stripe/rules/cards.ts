import { createHash } from 'node:crypto'
import type { Card, CheckResult } from '../records.ts'
import type { Decline, TestCard } from '../test-cards.ts'

export interface FailedChecks {
  readonly cvc: boolean
  readonly zip: boolean
}

/** Cards: what makes one valid, what is checked, who declines it. */
export const cards = {
  /** The check digit of a card number. */
  hasCheckDigit(number: string): boolean {
    const digits = [...number].toReversed().map(Number)
    const sum = digits.reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
    return sum % 10 === 0
  },
  isMonth: (month: number): boolean => month >= 1 && month <= 12,
  /** Years that a card can expire in, and whether this month of this year is past. */
  isYear: (year: number, now: Date): boolean => year >= now.getUTCFullYear() && year <= now.getUTCFullYear() + 50,
  isPast: (month: number, year: number, now: Date): boolean =>
    year === now.getUTCFullYear() && month < now.getUTCMonth() + 1,
  isCvc: (cvc: string): boolean => /^\d{3,4}$/u.test(cvc),
  lastFour: (number: string): string => number.slice(-4),
  /** The same number gives the same value within an account. */
  fingerprintOf: (number: string, account: string): string =>
    createHash('sha256').update(`${account}/${number}`).digest('base64').replaceAll(/[+/=]/gu, 'x').slice(0, 16),
  /** Result of a check once the card has been used. */
  checkOnUse: (before: CheckResult | null, result: CheckResult | undefined): CheckResult | null =>
    before === 'unchecked' ? (result ?? 'pass') : before,
  declineWhenCharged: (card: TestCard): Decline | undefined => card.decline,
  declineWhenAttached: (card: TestCard): Decline | undefined => (card.attaches === true ? undefined : card.decline),
  /** What the built-in rules, on or off, make of failed checks. */
  declineByRules(on: FailedChecks, failed: FailedChecks): Decline | undefined {
    if (on.cvc && failed.cvc) return { code: 'incorrect_cvc', message: "The card's security code is incorrect." }
    const stopped = on.zip && failed.zip
    return stopped ? { code: 'incorrect_zip', message: "The card's zip code failed validation." } : undefined
  },
  /** A live key moves no money on a test card. */
  declineInLiveMode: (): Decline => ({
    code: 'card_declined',
    decline_code: 'testmode_decline',
    message: 'The card was declined: it is a test card, and the request was in live mode.',
  }),
  cardCodes: {
    number: 'invalid_number',
    checkDigit: 'incorrect_number',
    month: 'invalid_expiry_month',
    year: 'invalid_expiry_year',
    cvc: 'invalid_cvc',
    noCard: 'missing',
  },
  /** A created token is worth one use. */
  isSpent: (used: boolean): boolean => used,
  showsUsed: (used: boolean): boolean => used,
  tokenShowsCustomer: false,
  customerOfCard: (card: Card): string | null => card.customer,
}
