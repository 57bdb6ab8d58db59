import { nothing } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import type { Scene, Scenes } from '../laws/matrix.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { eventsAbout } from './happenings.ts'
import { populations } from './populations.ts'
import { isTooHigh, notFound } from './refusal.ts'
import { givenHolder, givenInvoice, of, ofSubscription, subscribing, wanted } from './scenes.ts'

const invoice: Scene = async (trial) => of(await givenInvoice(trial))
const subscription: Scene = async (trial) => ofSubscription(await trial.given('createSubscription', subscribing()))

/** How the laws of the matrix bring about what they judge at Strike. */
export const scenes: Scenes = {
  calls: {
    createInvoice: async () => wanted(),
    createInvoiceForReceiver: async (trial) => ({
      ...wanted(),
      path: { handle: (await givenHolder(trial)).handle },
    }),
    retrieveInvoice: invoice,
    cancelInvoice: invoice,
    createQuote: invoice,
    retrieveQuote: async (trial) => {
      const quote = await trial.given('createQuote', await invoice(trial))
      return { path: { quoteId: textAt(quote, '/quoteId') } }
    },
    createSubscription: async () => subscribing(),
    retrieveSubscription: subscription,
    updateSubscription: async (trial) => ({ ...(await subscription(trial)), body: { enabled: false } }),
    deleteSubscription: subscription,
    retrieveEvent: async (trial) => {
      const made = await givenInvoice(trial)
      const [event] = await eventsAbout(trial, 'invoice.created', textAt(made, '/invoiceId'))
      return { path: { eventId: String(valueAt(event, '/id')) } }
    },
    createPaymentQuote: async (trial) => {
      const quote = await trial.given('createQuote', await invoice(trial.as('seller')))
      return { body: { lnInvoice: textAt(quote, '/lnInvoice'), sourceCurrency: 'USD' } }
    },
    executePaymentQuote: async (trial) => {
      const quote = await trial.as('seller').given('createQuote', await invoice(trial.as('seller')))
      const body = { lnInvoice: textAt(quote, '/lnInvoice'), sourceCurrency: 'USD' }
      const payment = await trial.given('createPaymentQuote', { body })
      return { path: { paymentQuoteId: textAt(payment, '/paymentQuoteId') } }
    },
  },
  needs: { createPaymentQuote: ['second-account', 'levers'], executePaymentQuote: ['second-account', 'levers'] },
  lists: populations,
  refusals: {
    unknown: (refused) => notFound(refused),
    documented: (refused) => (isTooHigh(refused) ? nothing : hasStatus(refused, 200, 201)),
  },
}
