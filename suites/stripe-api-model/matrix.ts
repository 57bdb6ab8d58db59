import type { Scenes } from '../laws/matrix.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { populations } from './populations.ts'
import {
  card,
  givenCharge,
  givenCustomer,
  givenInvoice,
  givenPayout,
  givenRefund,
  newestTransaction,
  payer,
  wantedSession,
} from './scenes.ts'
import { states } from './states.ts'

/** How the laws of the matrix bring about what they judge at the API model. */
export const scenes: Scenes = {
  calls: {
    createCustomer: async (trial) => ({ body: { name: trial.unique('Ada '), ...card } }),
    retrieveCustomer: async (trial) => ({ path: { customerId: await payer(trial) } }),
    updateCustomer: async (trial) => ({
      path: { customerId: textAt(await givenCustomer(trial), '/customerId') },
    }),
    deleteCustomer: async (trial) => ({ path: { customerId: await payer(trial) } }),
    createInvoice: async (trial) => ({ body: { customerId: await payer(trial), currency: 'USD', dueAmount: 100 } }),
    retrieveInvoice: async (trial) => ({ path: { invoiceId: textAt(await givenInvoice(trial), '/invoiceId') } }),
    updateInvoice: async (trial) => ({ path: { invoiceId: textAt(await givenInvoice(trial), '/invoiceId') } }),
    deleteInvoice: async (trial) => ({ path: { invoiceId: textAt(await givenInvoice(trial), '/invoiceId') } }),
    createSession: async (trial) => ({ body: await wantedSession(trial) }),
    retrieveSession: async (trial) => ({
      path: {
        sessionId: textAt(await trial.given('createSession', { body: await wantedSession(trial) }), '/sessionId'),
      },
    }),
    createCharge: async (trial) => ({ body: { amount: 1000, currency: 'USD', customerId: await payer(trial) } }),
    retrieveCharge: async (trial) => ({ path: { chargeId: textAt(await givenCharge(trial), '/chargeId') } }),
    createRefund: async (trial) => ({ body: { chargeId: textAt(await givenCharge(trial), '/chargeId') } }),
    retrieveRefund: async (trial) => ({ path: { refundId: textAt(await givenRefund(trial), '/refundId') } }),
    retrieveTransaction: async (trial) => {
      await givenCharge(trial)
      return { path: { transactionId: (await newestTransaction(trial)).id } }
    },
    createPayout: async (trial) => {
      await givenCharge(trial)
      return { body: { amount: 100, currency: 'USD' } }
    },
    retrievePayout: async (trial) => ({ path: { payoutId: textAt(await givenPayout(trial), '/payoutId') } }),
  },
  siblings: {
    async invoice(trial, path) {
      const customerId = textAt(await trial.given('retrieveInvoice', { path }), '/customerId')
      return { path: { invoiceId: textAt(await givenInvoice(trial, { customerId }), '/invoiceId') } }
    },
  },
  furtherStates: states,
  lists: populations,
  references: {
    customer: (trial) => payer(trial),
    charge: async (trial) => textAt(await givenCharge(trial), '/chargeId'),
  },
  refusals: {
    unknown: (refused) => hasStatus(refused, 404),
    inFlight: (refused) => hasStatus(refused, 409),
  },
}
