import { setImmediate } from 'node:timers/promises'
import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import { fault, invalid, isMissing, missing, readBody } from './faults.ts'
import { payInvoice } from './invoice-changes.ts'
import { currencyFaults } from './invoice-faults.ts'
import { subtractDecimals } from './decimal.ts'
import type { Invoice, Money, PaymentQuote, Quote } from './records.ts'
import { writeTimestamp } from './timestamp.ts'
import { isRefusal } from './world.ts'
import type { Context, Handler } from './world.ts'

const validFor = 30_000_000

export const createPaymentQuote: Handler = (context) => {
  const { world, rules, account } = context
  const body = readBody(context.body)
  if (isRefusal(body)) return body
  const { lnInvoice, sourceCurrency } = body.object
  const faults = [
    ...missing(body.object, ['lnInvoice']),
    ...(isMissing(lnInvoice) || typeof lnInvoice === 'string' ? [] : [fault('INVALID_DATA_VALUE', ['lnInvoice'])]),
    ...(isMissing(sourceCurrency) ? [] : currencyFaults(sourceCurrency, ['sourceCurrency'], rules)),
  ]
  if (faults.length > 0) return invalid(faults)
  const quote = world.quotes.oldestFirst().find((known) => known.lnInvoice === lnInvoice)
  const invoice = quote === undefined ? undefined : world.invoices.get(quote.invoiceId)
  if (quote === undefined || invoice === undefined) return refuse('UNPROCESSABLE_ENTITY')
  const refused = refusesPayment(context, invoice, quote.expiration)
  if (refused !== undefined) return refused
  const paymentQuote = paymentQuoteOf(context, invoice, quote)
  account.paymentQuotes.put(paymentQuote.paymentQuoteId, paymentQuote)
  return { status: 201, body: shownPaymentQuote(paymentQuote) }
}

export const executePaymentQuote: Handler = async (context) => {
  const { world, rules, account, params } = context
  const quote = account.paymentQuotes.get((params['paymentQuoteId'] ?? '').toLowerCase())
  const invoice = quote === undefined ? undefined : world.invoices.get(quote.invoiceId)
  if (quote === undefined || invoice === undefined) return refuse('NOT_FOUND')
  const refused = refusesPayment(context, invoice, quote.validUntil)
  if (refused !== undefined) return refused
  const balance = balanceOf(context, quote)
  if (balance !== undefined && !rules.isCovered(balance, quote.amount)) return refuse('UNPROCESSABLE_ENTITY')
  if (balance !== undefined) deduct(context, balance, quote)
  if (rules.locksBeforePaying) payInvoice(world, invoice, 'PENDING')
  await setImmediate()
  payInvoice(world, world.invoices.get(invoice.invoiceId) ?? invoice, 'PAID')
  return { status: 200, body: shownPayment(context, quote) }
}

function refusesPayment({ world, rules, account }: Context, invoice: Invoice, goodUntil: number): Refusal | undefined {
  if (rules.paysSelf(account, invoice)) return refuse('SELF_PAYMENT_NOT_ALLOWED')
  const refused = rules.refusesPaying(invoice.state)
  if (refused !== undefined) return refuse(refused)
  return rules.isPaymentQuoteValid(goodUntil, world.now()) ? undefined : refuse('UNPROCESSABLE_ENTITY')
}

function balanceOf({ account }: Context, { amount: { currency } }: PaymentQuote): Money | undefined {
  const amount = account.settings.balances[currency]
  return amount === undefined ? undefined : { amount, currency }
}

function deduct({ account: { settings } }: Context, { amount, currency }: Money, quote: PaymentQuote): void {
  settings.balances = { ...settings.balances, [currency]: subtractDecimals(amount, quote.amount.amount) }
}

function paymentQuoteOf({ world }: Context, invoice: Invoice, quote: Quote): PaymentQuote {
  return {
    paymentQuoteId: world.ids.uuid(),
    invoiceId: invoice.invoiceId,
    validUntil: world.stamp() + validFor,
    ...(invoice.description === undefined ? {} : { description: invoice.description }),
    conversionRate: quote.conversionRate,
    amount: quote.targetAmount,
  }
}

function amountsOf({ amount, conversionRate }: PaymentQuote): Readonly<Record<string, unknown>> {
  const lightningNetworkFee = { amount: '0.00', currency: amount.currency }
  return { conversionRate, amount, lightningNetworkFee, totalAmount: amount }
}

function shownPaymentQuote(quote: PaymentQuote): unknown {
  const { paymentQuoteId, description, validUntil } = quote
  return {
    paymentQuoteId,
    ...(description === undefined ? {} : { description }),
    validUntil: writeTimestamp(validUntil),
    ...amountsOf(quote),
  }
}

function shownPayment({ world }: Context, quote: PaymentQuote): unknown {
  const completed = writeTimestamp(world.stamp())
  return { paymentId: world.ids.uuid(), state: 'COMPLETED', completed, ...amountsOf(quote) }
}
