import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import type { States } from '../laws/matrix.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge, givenCustomer, givenInvoice, newestTransaction, payer, wantedSession } from './scenes.ts'

const at = (id: string, made: Exchange): Call => ({ path: { [id]: textAt(made, `/${id}`) } })

async function invoiceWith(trial: Trial, paidAmount: number): Promise<Exchange> {
  const made = await givenInvoice(trial, { tax: 7, applicationCharges: 3, description: 'For June' })
  const paid = { dueAmount: 100 - paidAmount, paidAmount }
  await trial.given('updateInvoice', { ...at('invoiceId', made), body: paid })
  return made
}

async function refunded(trial: Trial, charge: Exchange, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createRefund', { body: { chargeId: textAt(charge, '/chargeId'), ...more } })
}

/** Of a customer who is deleted afterwards. */
async function bereft(trial: Trial, make: (customerId: string) => Promise<Exchange>): Promise<Exchange> {
  const customerId = await payer(trial)
  const made = await make(customerId)
  await trial.given('deleteCustomer', { path: { customerId } })
  return made
}

const ofNewestTransaction = async (trial: Trial): Promise<Call> => ({
  path: { transactionId: (await newestTransaction(trial)).id },
})

/** The states of each kind of object in which the rules of all are tried. */
export const states: States = {
  customer: {
    'with-an-invoice': {
      async reach(trial) {
        const customerId = await payer(trial)
        await givenInvoice(trial, { customerId })
        return { path: { customerId } }
      },
    },
    charged: {
      async reach(trial) {
        const customerId = await payer(trial)
        await refunded(trial, await givenCharge(trial, { customerId }), { amount: 7 })
        return { path: { customerId } }
      },
    },
    'without-a-card': {
      reach: async (trial) => at('customerId', await trial.given('createCustomer', { body: { name: 'Ada' } })),
    },
    updated: {
      async reach(trial) {
        const made = await givenCustomer(trial, { email: 'ada@example.com', address: '1 Example Street' })
        await trial.given('updateCustomer', { ...at('customerId', made), body: { description: 'A regular' } })
        return at('customerId', made)
      },
    },
  },
  invoice: {
    'paid-in-part': { reach: async (trial) => at('invoiceId', await invoiceWith(trial, 40)) },
    paid: { reach: async (trial) => at('invoiceId', await invoiceWith(trial, 100)) },
    'in-yen': { reach: async (trial) => at('invoiceId', await givenInvoice(trial, { currency: 'JPY', tax: 7 })) },
    'of-a-deleted-customer': {
      reach: async (trial) =>
        at('invoiceId', await bereft(trial, (customerId) => givenInvoice(trial, { customerId, description: 'Late' }))),
    },
  },
  session: {
    monthly: {
      async reach(trial) {
        const more = { paymentMode: 'monthly', charges: 700, quantity: 2, shippingInfo: '1 Example Street' }
        return at('sessionId', await trial.given('createSession', { body: await wantedSession(trial, more) }))
      },
    },
    'of-a-deleted-customer': {
      reach: async (trial) =>
        at(
          'sessionId',
          await bereft(trial, async (customerId) =>
            trial.given('createSession', { body: await wantedSession(trial, { customerId, paymentMode: 'yearly' }) }),
          ),
        ),
    },
  },
  charge: {
    'refunded-in-part': {
      async reach(trial) {
        const made = await givenCharge(trial, { description: 'Two tickets', currency: 'EUR' })
        await refunded(trial, made, { amount: 7 })
        return at('chargeId', made)
      },
    },
    refunded: {
      async reach(trial) {
        const made = await givenCharge(trial, { description: 'Two tickets', currency: 'JPY' })
        await refunded(trial, made)
        return at('chargeId', made)
      },
    },
    'of-a-deleted-customer': {
      reach: async (trial) =>
        at('chargeId', await bereft(trial, (customerId) => givenCharge(trial, { customerId, description: 'Late' }))),
    },
  },
  refund: {
    second: {
      async reach(trial) {
        const made = await givenCharge(trial, { currency: 'EUR' })
        await refunded(trial, made, { amount: 7 })
        return at('refundId', await refunded(trial, made))
      },
    },
  },
  payout: {
    'in-euros': {
      async reach(trial) {
        await givenCharge(trial, { currency: 'EUR' })
        const body = { amount: 100, currency: 'EUR', destination: 'The bank' }
        return at('payoutId', await trial.given('createPayout', { body }))
      },
    },
  },
  transaction: {
    'of-a-refund': {
      async reach(trial) {
        await refunded(trial, await givenCharge(trial, { currency: 'JPY' }), { amount: 7 })
        return ofNewestTransaction(trial)
      },
    },
    'of-a-payout': {
      async reach(trial) {
        await givenCharge(trial, { currency: 'EUR' })
        await trial.given('createPayout', { body: { amount: 100, currency: 'EUR' } })
        return ofNewestTransaction(trial)
      },
    },
  },
}
