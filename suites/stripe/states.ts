import type { Scenes, States } from '../laws/matrix.ts'
import { textAt } from '../vocabulary/read.ts'
import { attach, customerWithCard } from './scenes.ts'
import { sourceOf } from './sources.ts'
import { at, held, invoiceOf, payoutOf } from './states/made.ts'
import { ofCharges } from './states/charges.ts'
import { ofFunds } from './states/funds.ts'
import { ofHolders } from './states/holders.ts'
import { ofInvoices } from './states/invoices.ts'

/** The states of each kind of object in which the rules of all are tried. */
export const states: States = { ...ofCharges, ...ofHolders, ...ofFunds, ...ofInvoices }

/** Further ways to call what does something to an object. */
export const variants: States = {
  captureCharge: {
    'in-part': { reach: async (trial) => ({ ...at('charge', await held(trial)), body: { amount: 700 } }) },
    'in-yen': { reach: async (trial) => at('charge', await held(trial, { currency: 'jpy' })) },
  },
  createCharge: {
    'of-a-customer': {
      reach: async (trial) => ({
        body: { amount: 2000, currency: 'usd', customer: (await customerWithCard(trial)).customer },
      }),
    },
  },
  createRefund: {
    'in-part': {
      reach: async (trial) => ({ body: { charge: textAt(await held(trial, { capture: true }), '/id'), amount: 7 } }),
    },
  },
  createCard: {
    'beside-another': {
      async reach(trial) {
        const { customer: owner } = await customerWithCard(trial)
        return { path: { customer: owner }, body: { source: await sourceOf(trial, 'mastercard') } }
      },
    },
  },
  deleteCard: {
    'beside-the-default': {
      async reach(trial) {
        const { customer: owner } = await customerWithCard(trial)
        return { path: { customer: owner, source: textAt(await attach(trial, owner, 'mastercard'), '/id') } }
      },
    },
  },
  cancelPayout: {
    'in-euros': { reach: async (trial) => at('payout', await payoutOf(trial, { currency: 'eur', method: 'instant' })) },
  },
  payInvoice: {
    'with-tax': {
      reach: async (trial) => ({ path: { invoice: (await invoiceOf(trial, { tax_percent: 20 })).invoice } }),
    },
    'by-a-named-card': {
      async reach(trial) {
        const { owner, invoice } = await invoiceOf(trial)
        return { path: { invoice }, body: { source: textAt(await attach(trial, owner, 'mastercard'), '/id') } }
      },
    },
    'of-nothing': {
      reach: async (trial) => ({ path: { invoice: (await invoiceOf(trial, {}, 'visa', { amount: 0 })).invoice } }),
    },
  },
}

/** What asks for the objects behind relations. */
export const expansion: NonNullable<Scenes['expansion']> = {
  query: (places) => ({ expand: places.map((place) => place.slice(1).replaceAll('/', '.')) }),
  clause: 'stripe.expand.parameter.inlines-object',
}
