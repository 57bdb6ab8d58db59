import type { States } from '../../laws/matrix.ts'
import { textAt } from '../../vocabulary/read.ts'
import { attach, chargeCustomer, customer, customerWithCard } from '../scenes.ts'
import { sourceOf, token } from '../sources.ts'
import { at, twice, metadata, shipping, invoiceOf } from './made.ts'

/** States of customers, their cards, and tokens. */
export const ofHolders: States = {
  customer: {
    'with-two-cards': {
      async reach(trial) {
        const { customer: owner } = await customerWithCard(trial)
        await attach(trial, owner, 'mastercard')
        return { path: { customer: owner } }
      },
    },
    'with-an-open-invoice': { reach: async (trial) => ({ path: { customer: (await invoiceOf(trial)).owner } }) },
    'made-with-all': {
      async reach(trial) {
        const email = `${trial.unique('ada.').toLowerCase()}@example.com`
        const { carrier: _, tracking_number: __, ...recipient } = shipping
        const body = { email, description: 'A regular', shipping: recipient, metadata, account_balance: 700 }
        return at(
          'customer',
          await twice(trial, 'createCustomer', { body: { ...body, source: await sourceOf(trial) } }),
        )
      },
    },
    'who-was-charged': {
      async reach(trial) {
        const email = `${trial.unique('ada.').toLowerCase()}@example.com`
        const { carrier: _, tracking_number: __, ...recipient } = shipping
        const owner = await customer(trial, { email, shipping: recipient, metadata, account_balance: -500 })
        await attach(trial, owner)
        await chargeCustomer(trial, owner)
        return { path: { customer: owner } }
      },
    },
  },
  card: {
    second: {
      async reach(trial) {
        const { customer: owner } = await customerWithCard(trial)
        return { path: { customer: owner, source: textAt(await attach(trial, owner, 'amex'), '/id') } }
      },
    },
    charged: {
      async reach(trial) {
        const { customer: owner, card } = await customerWithCard(trial)
        await chargeCustomer(trial, owner)
        return { path: { customer: owner, source: card } }
      },
    },
    declined: {
      async reach(trial) {
        const { customer: owner, card } = await customerWithCard(trial, 'declined-later')
        await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', customer: owner } })
        return { path: { customer: owner, source: card } }
      },
    },
  },
  token: {
    used: {
      async reach(trial) {
        const made = await token(trial)
        await trial.given('createCharge', { body: { amount: 2000, currency: 'usd', source: made } })
        return { path: { token: made } }
      },
    },
  },
}
