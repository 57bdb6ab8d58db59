import type { States } from '../../laws/matrix.ts'
import { customer, pendingItem } from '../scenes.ts'
import { metadata, at, twice, invoiceOf, paid } from './made.ts'

/** States of invoices and their items. */
export const ofInvoices: States = {
  invoice: {
    closed: {
      async reach(trial) {
        const { invoice } = await invoiceOf(trial)
        await twice(trial, 'updateInvoice', { path: { invoice }, body: { closed: true } })
        return { path: { invoice } }
      },
    },
    'with-an-added-item': {
      async reach(trial) {
        const { owner, invoice } = await invoiceOf(trial)
        // what was added later counts as well
        if (trial.can('clock')) await trial.advance(60)
        await pendingItem(trial, owner, { invoice })
        return { path: { invoice } }
      },
    },
    'of-a-deleted-customer': {
      async reach(trial) {
        const { owner, invoice } = await paid(trial)
        await trial.given('deleteCustomer', { path: { customer: owner } })
        return { path: { invoice } }
      },
    },
    forgiven: {
      async reach(trial) {
        const { invoice } = await invoiceOf(trial)
        await trial.given('updateInvoice', { path: { invoice }, body: { forgiven: true } })
        return { path: { invoice } }
      },
    },
    paid: { reach: async (trial) => ({ path: { invoice: (await paid(trial, { tax_percent: 20 })).invoice } }) },
    declined: {
      async reach(trial) {
        const { invoice } = await invoiceOf(trial, {}, 'declined-later')
        await trial.call('payInvoice', { path: { invoice } })
        return { path: { invoice } }
      },
    },
    sent: {
      reach: async (trial) => ({
        path: { invoice: (await invoiceOf(trial, { billing: 'send_invoice', days_until_due: 30 })).invoice },
      }),
    },
    'in-yen': {
      reach: async (trial) => ({
        path: { invoice: (await invoiceOf(trial, {}, 'visa', { currency: 'jpy' })).invoice },
      }),
    },
  },
  'invoice-item': {
    'on-an-invoice': { reach: async (trial) => ({ path: { invoiceitem: (await invoiceOf(trial)).item } }) },
    'added-to-an-invoice': {
      async reach(trial) {
        const { owner, invoice } = await invoiceOf(trial)
        return at('invoiceitem', await pendingItem(trial, owner, { invoice, metadata, description: 'One more' }))
      },
    },
    'on-a-paid-invoice': { reach: async (trial) => ({ path: { invoiceitem: (await paid(trial)).item } }) },
    credit: {
      reach: async (trial) =>
        at('invoiceitem', await pendingItem(trial, await customer(trial), { amount: -700, currency: 'eur', metadata })),
    },
  },
}
