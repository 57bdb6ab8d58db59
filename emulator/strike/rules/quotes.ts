import { compareDecimals, divideUp, formatDecimal, parseDecimal, trimZeros } from '../decimal.ts'
import type { Decimal } from '../decimal.ts'
import type { Invoice, Money, Rate } from '../records.ts'

/** Dollars for one unit. */
const worth: Readonly<Record<string, string>> = { BTC: '40123.45', USD: '1', USDT: '1', EUR: '1.1', GBP: '1.31' }

const one: Decimal = { units: 1n, scale: 0 }

function worthOf(currency: string): Decimal {
  return parseDecimal(worth[currency] ?? '1') ?? one
}

/** What quotes and rates say. */
export const quoteRules = {
  pairs: (currencies: readonly string[]): readonly (readonly [source: string, target: string])[] =>
    currencies.flatMap((source) =>
      currencies.filter((target) => target !== source).map((target) => [source, target] as const),
    ),

  rateOf: (sourceCurrency: string, targetCurrency: string): Rate => ({
    amount: trimZeros(formatDecimal(divideUp(worthOf(sourceCurrency), worthOf(targetCurrency), 12), 12)),
    sourceCurrency,
    targetCurrency,
  }),

  /** Bitcoin for an amount at a rate, to whole satoshis, at least one. */
  sourceAmount: (target: Money, rate: Rate): Money => {
    const amount = divideUp(parseDecimal(target.amount) ?? one, parseDecimal(rate.amount) ?? one, 8)
    return { amount: formatDecimal(amount, 8), currency: 'BTC' }
  },

  targetAmount: (invoice: Invoice): Money => invoice.amount,

  /** Seconds for which a quote is good. */
  quoteLifetime: 30,
  expiration: (created: number, lifetime: number): number => created + lifetime * 1_000_000,
  shownLifetime: (lifetime: number): number => lifetime,

  /** What the Lightning invoice asks for. */
  lightningAmount: (source: Money): Money => source,

  /** What the Lightning invoice says it is for. */
  lightningText: (invoice: Invoice): string => invoice.description ?? '',
  lightningHash: (descriptionHash: string | undefined): string | undefined => descriptionHash?.toLowerCase(),

  /** An earlier quote is never given again. */
  reusesQuotes: false,

  isLightningUp: (isUp: boolean): boolean => isUp,
  hasRate: (missing: ReadonlySet<string>, source: string, target: string): boolean =>
    !missing.has(`${source}-${target}`),

  /** Whether a balance is enough for a payment. */
  isCovered: (balance: Money, payment: Money): boolean =>
    compareDecimals(parseDecimal(balance.amount) ?? one, parseDecimal(payment.amount) ?? one) >= 0,

  isPaymentQuoteValid: (validUntil: number, now: number): boolean => now < validUntil,
}
