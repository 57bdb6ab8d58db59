import { listEvents, retrieveEvent } from './events.ts'
import { cancelInvoice, createInvoice, createInvoiceForReceiver, listInvoices, retrieveInvoice } from './invoices.ts'
import { createPaymentQuote, executePaymentQuote } from './payments.ts'
import { retrieveProfile, retrieveProfileByHandle } from './profiles.ts'
import { createQuote, retrieveQuote } from './quotes.ts'
import { listRates } from './rates.ts'
import {
  createSubscription,
  deleteSubscription,
  listSubscriptions,
  retrieveSubscription,
  updateSubscription,
} from './subscriptions.ts'
import type { Handler } from './world.ts'

/** An operation by its own name, which its scope goes by. */
export interface Route {
  readonly operation: string
  readonly handler: Handler
}

const route = (operation: string, handler: Handler): Route => ({ operation, handler })

/** Paths below the version number. */
export const routes: Readonly<Record<string, Route>> = {
  'POST /invoices': route('createInvoice', createInvoice),
  'GET /invoices': route('listInvoices', listInvoices),
  'POST /invoices/handle/:handle': route('createInvoiceForReceiver', createInvoiceForReceiver),
  'GET /invoices/:invoiceId': route('retrieveInvoice', retrieveInvoice),
  'PATCH /invoices/:invoiceId/cancel': route('cancelInvoice', cancelInvoice),
  'POST /invoices/:invoiceId/quote': route('createQuote', createQuote),
  'GET /quotes/:quoteId': route('retrieveQuote', retrieveQuote),
  'GET /accounts/:id/profile': route('retrieveProfile', retrieveProfile),
  'GET /accounts/handle/:handle/profile': route('retrieveProfileByHandle', retrieveProfileByHandle),
  'GET /rates/ticker': route('listRates', listRates),
  'POST /subscriptions': route('createSubscription', createSubscription),
  'GET /subscriptions': route('listSubscriptions', listSubscriptions),
  'GET /subscriptions/:subscriptionId': route('retrieveSubscription', retrieveSubscription),
  'PATCH /subscriptions/:subscriptionId': route('updateSubscription', updateSubscription),
  'DELETE /subscriptions/:subscriptionId': route('deleteSubscription', deleteSubscription),
  'GET /events': route('listEvents', listEvents),
  'GET /events/:eventId': route('retrieveEvent', retrieveEvent),
  'POST /payment-quotes/lightning': route('createPaymentQuote', createPaymentQuote),
  'PATCH /payment-quotes/:paymentQuoteId/execute': route('executePaymentQuote', executePaymentQuote),
}
