import { compareDecimals, groupThousands, parseDecimal } from '../decimal.ts'
import type { Decimal } from '../decimal.ts'
import type { Account } from '../account.ts'
import type { Code } from '../codes.ts'
import type { Invoice, InvoiceState, Money } from '../records.ts'

const decimals: Readonly<Record<string, number>> = { BTC: 8, USD: 2, USDT: 2, EUR: 2, GBP: 2 }

const refusals: Readonly<Record<InvoiceState, Code | undefined>> = {
  UNPAID: undefined,
  PENDING: 'PROCESSING_PAYMENT',
  PAID: 'INVALID_STATE_FOR_INVOICE_PAID',
  CANCELLED: 'INVALID_STATE_FOR_INVOICE_CANCELLED',
}

/** What an invoice is, and what can become of it. */
export const invoiceRules = {
  currencies: Object.keys(decimals) as readonly string[],
  correlationIdLength: 40,
  descriptionLength: 200,
  /** A property that is not documented is ignored. */
  isIgnored: (_property: string): boolean => true,
  invoiceProperties: ['amount', 'correlationId', 'description'] as readonly string[],
  invoiceRequires: ['amount'] as readonly string[],
  amountRequires: ['amount', 'currency'] as readonly string[],

  /** Characters, as a person counts them. */
  lengthOf: (text: string): number => [...text].length,

  isAmount: (text: string, currency: string): boolean =>
    (parseDecimal(text)?.scale ?? Infinity) <= (decimals[currency] ?? 8),

  isAboveZero: (amount: Decimal): boolean => amount.units > 0n,

  isAboveLimit: (amount: Decimal, limit: Decimal): boolean => compareDecimals(amount, limit) > 0,

  /** The limit of an account as an error shows it. */
  shownLimit: (limit: Money): unknown => ({ ...limit, amount: groupThousands(limit.amount) }),

  isInvoiceable: (account: Account, currency: string): boolean =>
    account.currencies.some((entry) => entry.currency === currency && entry.isInvoiceable),

  canReceive: (account: Account): boolean => account.canReceive,

  /** An invoice of the same account stands in the way of another with its correlation id. */
  isDuplicate: (invoice: Invoice, issuerId: string, correlationId: string): boolean =>
    invoice.issuerId === issuerId && invoice.correlationId === correlationId,

  duplicateValues: (correlationId: string): Readonly<Record<string, unknown>> => ({ correlationId }),

  /** A correlation id is taken from the moment a request with it is under way. */
  reservesCorrelationIds: true,

  keptAmount: (amount: Money): Money => amount,
  keptDescription: (text: string): string => text,
  keptCorrelationId: (text: string): string => text,
  firstState: 'UNPAID' as InvoiceState,
  issuerOf: (caller: Account, _receiver: Account): string => caller.id,
  receiverOf: (_caller: Account, receiver: Account): string => receiver.id,

  /** Whether a refused request leaves something behind. */
  keepsRefused: false,

  canSee: (account: Account, invoice: Invoice): boolean =>
    invoice.issuerId === account.id || invoice.receiverId === account.id,

  canCancel: (account: Account, invoice: Invoice): boolean =>
    invoice.issuerId === account.id || invoice.receiverId === account.id,

  refusesCancelling: (state: InvoiceState): Code | undefined => refusals[state],
  refusesQuoting: (state: InvoiceState): Code | undefined => refusals[state],
  refusesPaying: (state: InvoiceState): Code | undefined => refusals[state],

  cancelled: (invoice: Invoice): Invoice => ({ ...invoice, state: 'CANCELLED' }),

  /** What an answer to cancelling shows. */
  shownCancelled: (_before: Invoice, after: Invoice): Invoice => after,

  /** States on the way to being paid. */
  wayToPaid: ['PENDING', 'PAID'] as readonly InvoiceState[],

  /** The state of an invoice none of whose quotes is good any more. */
  afterExpiry: (state: InvoiceState): InvoiceState => state,

  /** An invoice is pending from the moment a payment is under way. */
  locksBeforePaying: true,

  paysSelf: (payer: Account, invoice: Invoice): boolean => invoice.receiverId === payer.id,
}
