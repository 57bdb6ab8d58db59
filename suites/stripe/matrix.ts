import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import type { Scenes } from '../laws/matrix.ts'
import { all } from '../../model/judgement.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { populations } from './populations.ts'
import { refusedAs, refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import {
  attach,
  charge,
  chargeCustomer,
  chargeOf,
  customer,
  customerWithCard,
  fund,
  invoice,
  pendingItem,
} from './scenes.ts'
import { sourceOf, token, validCard } from './sources.ts'
import { expansion, states, variants } from './states.ts'

const id = (made: Parameters<typeof textAt>[0]): string => textAt(made, '/id')

async function ofCharge(trial: Trial): Promise<Call> {
  return { path: { charge: id(await charge(trial)) } }
}

async function ofPayout(trial: Trial, more: JsonObject = {}): Promise<Call> {
  await fund(trial)
  return {
    path: {
      payout: id(await trial.given('createPayout', { body: { amount: 1000, currency: 'usd', ...more } })),
    },
  }
}

async function ofCard(trial: Trial): Promise<Call> {
  const { customer: owner, card } = await customerWithCard(trial)
  return { path: { customer: owner, source: card } }
}

async function ofItem(trial: Trial): Promise<Call> {
  return { path: { invoiceitem: id(await pendingItem(trial, await customer(trial))) } }
}

/** Another one of the same party and the same amounts, which a mix-up finds in place of the one that is meant. */
const siblings: NonNullable<Scenes['siblings']> = {
  async charge(trial, path) {
    const owner = read(await trial.given('retrieveCharge', { path }), '/customer')
    const made = typeof owner === 'string' ? await chargeCustomer(trial, owner) : await charge(trial)
    return { path: { charge: id(made) } }
  },
  card: async (trial, { customer: owner = '' }) => ({
    path: { customer: owner, source: id(await attach(trial, owner)) },
  }),
  payout: async (trial) => ({
    path: { payout: id(await trial.given('createPayout', { body: { amount: 1000, currency: 'usd' } })) },
  }),
  async invoice(trial, path) {
    const owner = textAt(await trial.given('retrieveInvoice', { path }), '/customer')
    await pendingItem(trial, owner)
    return { path: { invoice: id(await trial.given('createInvoice', { body: { customer: owner } })) } }
  },
  async 'invoice-item'(trial, path) {
    const owner = textAt(await trial.given('retrieveInvoiceItem', { path }), '/customer')
    return { path: { invoiceitem: id(await pendingItem(trial, owner)) } }
  },
}

/** What a charge is given at first, so that what is lost or not replaced shows. */
const described: JsonObject = {
  description: 'Two tickets',
  metadata: { seat: '14C' },
  receipt_email: 'first@example.com',
  statement_descriptor: 'First',
  transfer_group: 'June',
}

/** How the laws of the matrix bring about what they judge at Stripe. */
export const scenes: Scenes = {
  calls: {
    createCharge: async (trial) => ({ body: await chargeOf(trial) }),
    retrieveCharge: ofCharge,
    updateCharge: async (trial) => ({
      path: { charge: id(await chargeCustomer(trial, (await customerWithCard(trial)).customer)) },
    }),
    captureCharge: async (trial) => ({ path: { charge: id(await charge(trial, { capture: false, ...described })) } }),
    createRefund: async (trial) => ({ body: { charge: id(await charge(trial)) } }),
    retrieveRefund: async (trial) => ({
      path: { refund: id(await trial.given('createRefund', { body: { charge: id(await charge(trial)) } })) },
    }),
    updateRefund: async (trial) => ({
      path: { refund: id(await trial.given('createRefund', { body: { charge: id(await charge(trial)) } })) },
    }),
    createCustomer: async () => ({ body: {} }),
    retrieveCustomer: async (trial) => ({ path: { customer: await customer(trial) } }),
    updateCustomer: async (trial) => ({ path: { customer: await customer(trial) } }),
    deleteCustomer: async (trial) => ({ path: { customer: await customer(trial) } }),
    createCard: async (trial) => ({
      path: { customer: await customer(trial) },
      body: { source: await sourceOf(trial) },
    }),
    retrieveCard: ofCard,
    updateCard: ofCard,
    deleteCard: ofCard,
    createToken: async (trial) => ({ body: { card: { ...validCard, name: trial.unique('Ada ') } } }),
    retrieveToken: async (trial) => ({ path: { token: await token(trial) } }),
    retrieveBalanceTransaction: async (trial) => ({
      path: { transaction: textAt(await charge(trial), '/balance_transaction') },
    }),
    createPayout: async (trial) => {
      await fund(trial)
      return { body: { amount: 1000, currency: 'usd' } }
    },
    retrievePayout: (trial) => ofPayout(trial),
    updatePayout: (trial) => ofPayout(trial),
    cancelPayout: (trial) => ofPayout(trial, { description: 'For June', metadata: { month: 'June' } }),
    createInvoice: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      await pendingItem(trial, owner)
      return { body: { customer: owner } }
    },
    retrieveInvoice: async (trial) => ({ path: { invoice: id((await invoice(trial)).made) } }),
    updateInvoice: async (trial) => ({ path: { invoice: id((await invoice(trial)).made) } }),
    payInvoice: async (trial) => ({ path: { invoice: id((await invoice(trial)).made) } }),
    createInvoiceItem: async (trial) => ({
      body: { customer: await customer(trial), amount: 1200, currency: 'usd' },
    }),
    retrieveInvoiceItem: ofItem,
    updateInvoiceItem: ofItem,
    deleteInvoiceItem: ofItem,
  },
  failures: {
    createCharge: async (trial) => ({ body: await chargeOf(trial, 'declined') }),
    createCustomer: async (trial) => ({ body: { source: await sourceOf(trial, 'declined') } }),
    createCard: async (trial) => ({
      path: { customer: await customer(trial) },
      body: { source: await sourceOf(trial, 'declined') },
    }),
    payInvoice: async (trial) => ({ path: { invoice: id((await invoice(trial, 'declined-later')).made) } }),
  },
  siblings,
  furtherStates: states,
  variants,
  expansion,
  lists: populations,
  references: {
    token: (trial) => token(trial),
    customer: (trial) => customer(trial),
    'customer-with-card': async (trial) => (await customerWithCard(trial)).customer,
    'customer-with-items': async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      await pendingItem(trial, owner)
      return owner
    },
    card: async (trial) => (await customerWithCard(trial)).card,
    charge: async (trial) => id(await charge(trial)),
    invoice: async (trial) => id((await invoice(trial)).made),
  },
  refusals: {
    unknown: (refused) => refusedAsMissing(refused),
    invalid: (refused) => refusedAsInvalid(refused),
    usedKey: (refused) => refusedAs(refused, { status: 400, type: 'idempotency_error' }),
    inFlight: (refused) => all(hasStatus(refused, 409)),
  },
}
