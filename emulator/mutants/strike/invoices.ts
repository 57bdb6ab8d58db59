import type { Lie } from '../../module.ts'
import type { Rules } from '../../strike/index.ts'

/** Lies about what an invoice is, and which ones are refused. */
export const invoiceLies: readonly Lie<Rules>[] = [
  {
    id: 'correlation-id-twice',
    breaks: 'strike.invoices.create.duplicate',
    text: 'Accepts a correlation id again.',
    rules: () => ({ isDuplicate: () => false }),
  },
  {
    id: 'correlation-id-raced',
    breaks: 'strike.invoices.create.duplicate',
    text: 'Accepts a correlation id twice when both requests are under way together.',
    rules: () => ({ reservesCorrelationIds: false }),
  },
  {
    id: 'correlation-id-global',
    breaks: 'strike.invoices.create.correlation-free',
    text: 'Refuses a correlation id that another account has used.',
    rules: () => ({ isDuplicate: (invoice, _issuerId, correlationId) => invoice.correlationId === correlationId }),
  },
  {
    id: 'duplicate-unnamed',
    breaks: 'strike.invoices.create.duplicate-named',
    text: 'Cuts the correlation id that it calls taken to eight characters.',
    rules: () => ({ duplicateValues: (correlationId) => ({ correlationId: correlationId.slice(0, 8) }) }),
  },
  {
    id: 'longer-correlation-id',
    breaks: 'strike.invoices.create.correlation-id-maxlength',
    text: 'Accepts correlation ids of 64 characters.',
    rules: () => ({ correlationIdLength: 64 }),
  },
  {
    id: 'shorter-correlation-id',
    breaks: 'strike.invoices.create.correlation-id-maxlength',
    text: 'Refuses a correlation id of exactly 40 characters.',
    rules: () => ({ correlationIdLength: 39 }),
  },
  {
    id: 'longer-description',
    breaks: 'strike.invoices.create.description-maxlength',
    text: 'Accepts descriptions of 255 characters.',
    rules: () => ({ descriptionLength: 255 }),
  },
  {
    id: 'number-forgotten',
    breaks: 'strike.invoices.create.amount-parts',
    text: 'Takes an amount without its number for zero.',
    rules: () => ({ amountRequires: ['currency'] }),
  },
  {
    id: 'strict-properties',
    breaks: 'strike.conventions.unknown-properties',
    text: 'Refuses a property that it does not know.',
    rules: () => ({ isIgnored: () => false }),
  },
  {
    id: 'single-precision',
    breaks: 'strike.invoices.create.echoes-amount',
    text: 'Keeps amounts in single precision.',
    rules: () => ({
      keptAmount: ({ amount, currency }) => ({
        amount: Math.fround(Number(amount)).toFixed(currency === 'BTC' ? 8 : 2),
        currency,
      }),
    }),
  },
  {
    id: 'description-cut',
    breaks: 'strike.invoices.create.echoes-texts',
    text: 'Cuts descriptions at 100 characters without a word.',
    rules: () => ({ keptDescription: (text) => text.slice(0, 100) }),
  },
  {
    id: 'correlation-id-folded',
    breaks: 'strike.invoices.create.echoes-texts',
    text: 'Puts correlation ids into lower case.',
    rules: () => ({ keptCorrelationId: (text) => text.toLowerCase() }),
  },
  {
    id: 'pays-the-caller',
    breaks: 'strike.invoices.create-for-receiver.receiver',
    text: 'Makes the caller the receiver of an invoice for a handle.',
    rules: () => ({ receiverOf: (caller) => caller.id }),
  },
  {
    id: 'born-pending',
    breaks: 'strike.invoices.create.unpaid',
    text: 'Creates invoices in the state PENDING.',
    rules: () => ({ firstState: 'PENDING' }),
  },
  {
    id: 'zero-accepted',
    breaks: 'strike.invoices.create.amount-above-zero',
    text: 'Accepts an amount of zero.',
    rules: () => ({ isAboveZero: ({ units }) => units >= 0n }),
  },
  {
    id: 'limit-excluded',
    breaks: 'strike.invoices.create.amount-limit',
    text: 'Refuses an amount that is exactly the limit.',
    rules: ({ isAboveLimit }) => ({
      isAboveLimit: (amount, limit) =>
        isAboveLimit(amount, limit) ||
        amount.units * 10n ** BigInt(limit.scale) === limit.units * 10n ** BigInt(amount.scale),
    }),
  },
  {
    id: 'limit-in-dollars',
    breaks: 'strike.invoices.create.amount-limit',
    text: 'Names every limit in dollars, whatever its currency.',
    rules: ({ shownLimit }) => ({ shownLimit: ({ amount }) => shownLimit({ amount, currency: 'USD' }) }),
  },
  {
    id: 'limit-bare',
    breaks: 'strike.errors.codes.amount-too-high-values',
    text: 'Gives the limit as a number without a currency.',
    rules: () => ({ shownLimit: ({ amount }) => Number(amount) }),
  },
  {
    id: 'available-is-invoiceable',
    breaks: 'strike.invoices.create.currency-invoiceable',
    text: 'Looks at isAvailable where isInvoiceable counts.',
    rules: () => ({
      isInvoiceable: (account, currency) =>
        account.currencies.some((entry) => entry.currency === currency && entry.isAvailable),
    }),
  },
  {
    id: 'invoiceable-refused',
    breaks: 'strike.accounts.currencies.can-be-invoiced',
    text: 'Invoices in the default currency alone, whatever the profile says.',
    rules: () => ({
      isInvoiceable: (account, currency) =>
        account.currencies.some(
          (entry) => entry.currency === currency && entry.isInvoiceable && entry.isDefaultCurrency,
        ),
    }),
  },
  {
    id: 'recipient-unasked',
    breaks: 'strike.invoices.create.recipient',
    text: 'Creates invoices for a recipient who cannot receive.',
    rules: () => ({ canReceive: () => true }),
  },
  {
    id: 'refused-but-kept',
    breaks: 'strike.validation.accepted-nothing',
    text: 'Keeps the invoice that it refuses.',
    rules: () => ({ keepsRefused: true }),
  },
]
