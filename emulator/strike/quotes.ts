import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import { announce } from './events.ts'
import { fault, invalid, readBody } from './faults.ts'
import { visibleInvoice } from './invoices.ts'
import { lightningInvoice } from './lightning.ts'
import type { Invoice, Quote } from './records.ts'
import { writeTimestamp } from './timestamp.ts'
import { isRefusal } from './world.ts'
import type { Context, Handler } from './world.ts'

export const createQuote: Handler = (context) => {
  const { world, rules } = context
  const invoice = visibleInvoice(context)
  if (isRefusal(invoice)) return invoice
  const body = readBody(context.body)
  if (isRefusal(body)) return body
  const hash = body.object['descriptionHash'] ?? undefined
  if (hash !== undefined && !(typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash))) {
    return invalid([fault('INVALID_DATA_VALUE', ['descriptionHash'])])
  }
  const refused = refusesQuote(context, invoice)
  if (refused !== undefined) return refused
  const known = world.quotes.newestFirst().find(({ invoiceId }) => invoiceId === invoice.invoiceId)
  const quote = rules.reusesQuotes && known !== undefined ? known : quoteOf(context, invoice, hash)
  world.quotes.put(quote.quoteId, quote)
  if (rules.quotingIsNews) announce(world, invoice, 'invoice.updated', invoice)
  return { status: 201, body: shownQuote(quote) }
}

export const retrieveQuote: Handler = ({ world, rules, account, params }) => {
  const quote = world.quotes.get((params['quoteId'] ?? '').toLowerCase())
  const invoice = quote === undefined ? undefined : world.invoices.get(quote.invoiceId)
  if (quote === undefined || invoice === undefined || !rules.canSee(account, invoice)) return refuse('NOT_FOUND')
  return { status: 200, body: shownQuote(quote) }
}

function refusesQuote({ world, rules, account }: Context, invoice: Invoice): Refusal | undefined {
  const refused = rules.refusesQuoting(invoice.state)
  if (refused !== undefined) return refuse(refused)
  const { settings } = world.accounts.get(invoice.receiverId) ?? account
  if (!rules.isLightningUp(settings.lightning)) return refuse('LN_UNAVAILABLE')
  const { currency } = invoice.amount
  return rules.hasRate(settings.missingRates, 'BTC', currency) ? undefined : refuse('EXCHANGE_RATE_NOT_AVAILABLE')
}

function quoteOf({ world, rules }: Context, invoice: Invoice, descriptionHash: string | undefined): Quote {
  const created = world.stamp()
  const targetAmount = rules.targetAmount(invoice)
  const conversionRate = rules.rateOf('BTC', targetAmount.currency)
  const sourceAmount = rules.sourceAmount(targetAmount, conversionRate)
  const hash = rules.lightningHash(descriptionHash)
  return {
    quoteId: world.ids.uuid(),
    invoiceId: invoice.invoiceId,
    ...(invoice.description === undefined ? {} : { description: invoice.description }),
    lnInvoice: lightningInvoice({
      amount: rules.lightningAmount(sourceAmount),
      text: rules.lightningText(invoice),
      ...(hash === undefined ? {} : { hash }),
      paymentHash: world.ids.hex(64),
      paymentSecret: world.ids.hex(64),
      seconds: world.clock.seconds(),
      lifetime: rules.quoteLifetime,
      nodeKey: world.nodeKey,
    }),
    expiration: rules.expiration(created, rules.quoteLifetime),
    expirationInSec: rules.shownLifetime(rules.quoteLifetime),
    targetAmount,
    sourceAmount,
    conversionRate,
  }
}

function shownQuote(quote: Quote): unknown {
  const { invoiceId: _, ...shown } = quote
  return { ...shown, expiration: writeTimestamp(quote.expiration) }
}
