import { all, each } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, sameBody } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { carries } from './charges.ts'
import { narrows } from './narrowing.ts'
import { customer, invoice, pendingItem } from './scenes.ts'
import { refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import { isStub } from './stub.ts'
import { refusesParameter } from './unknown-parameters.ts'

const idOf = (made: Exchange): string => textAt(made, '/id')

function created(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'stripe/invoice-items/created-and-read', {
    share: 0.5,
    create: 'createInvoiceItem',
    retrieve: 'retrieveInvoiceItem',
    id: '/id',
    parameter: 'invoiceitem',
    prepare: async (trial) => ({ ids: { customer: await customer(trial) } }),
    same: { clause: 'stripe.invoice-items.retrieve.as-created' },
    carries: {
      'stripe.invoice-items.create.echoes-fields': (made, sent) =>
        carries(made, sent, ['amount', 'currency', 'customer', 'description', 'discountable', 'metadata']),
      'stripe.invoice-items.create.pending': (made) => equals(made, '/invoice', null),
    },
  })
}

const changes: JsonObject = { amount: 1100, description: 'A better seat', discountable: false }

const own: readonly Check[] = [
  example<Exchange>('stripe/invoice-items/credit', {
    arrange: async (trial) => {
      const owner = await customer(trial)
      await pendingItem(trial, owner, { amount: 5000 })
      await pendingItem(trial, owner, { amount: -1500 })
      return trial.given('createInvoice', { body: { customer: owner } })
    },
    judge: {
      'stripe.invoice-items.create.negative-is-credit': (made) =>
        all(equals(made, '/subtotal', 3500), equals(made, '/total', 3500)),
    },
  }),
  example<Exchange>('stripe/invoice-items/unknown-customer', {
    arrange: (trial) =>
      trial.call('createInvoiceItem', { body: { customer: 'cus_conformanceHasNone', amount: 1200, currency: 'usd' } }),
    judge: { 'stripe.invoice-items.create.unknown-customer': (refused) => refusedAsInvalid(refused, 'customer') },
  }),
  refusesParameter('stripe/invoice-items/unknown-parameter', {
    clause: 'stripe.invoice-items.create.unknown-parameter',
    operation: 'createInvoiceItem',
    call: async (trial) => ({ body: { customer: await customer(trial), amount: 1200, currency: 'usd' } }),
  }),
  example<{ answer: Exchange; after: Exchange; again: Exchange }>('stripe/invoice-items/update', {
    arrange: async (trial) => {
      const made = await pendingItem(trial, await customer(trial), { metadata: { seat: '14C' } })
      const path = { invoiceitem: idOf(made) }
      const answer = await trial.given('updateInvoiceItem', { path, body: changes })
      const after = await trial.given('retrieveInvoiceItem', { path })
      await trial.given('updateInvoiceItem', { path, body: { amount: 900 } })
      return { answer, after, again: await trial.given('retrieveInvoiceItem', { path }) }
    },
    judge: {
      'stripe.invoice-items.update.changes-given-fields': ({ answer, after }) =>
        each([answer, after], (shown) => carries(shown, changes, Object.keys(changes))),
      'stripe.invoice-items.update.keeps-other-fields': ({ after, again }) => sameBody(after, again, ['amount']),
    },
  }),
  example<{ refused: Exchange; after: Exchange; undeleted: Exchange }>('stripe/invoice-items/update-after-close', {
    arrange: async (trial) => {
      const { item, made } = await invoice(trial)
      await trial.given('updateInvoice', { path: { invoice: idOf(made) }, body: { closed: true } })
      const path = { invoiceitem: item }
      return {
        refused: await trial.call('updateInvoiceItem', { path, body: { amount: 1 } }),
        after: await trial.given('retrieveInvoiceItem', { path }),
        undeleted: await trial.call('deleteInvoiceItem', { path }),
      }
    },
    judge: {
      'stripe.invoice-items.update.after-close': ({ refused, after }) =>
        all(refusedAsInvalid(refused), equals(after, '/amount', 1200)),
      'stripe.invoice-items.delete.after-close': ({ undeleted }) => refusedAsInvalid(undeleted),
    },
  }),
  example<{ id: string; answer: Exchange; found: Exchange; next: Exchange }>('stripe/invoice-items/delete', {
    arrange: async (trial) => {
      const owner = await customer(trial)
      const id = idOf(await pendingItem(trial, owner))
      await pendingItem(trial, owner, { amount: 800 })
      const path = { invoiceitem: id }
      return {
        id,
        answer: await trial.given('deleteInvoiceItem', { path }),
        found: await trial.call('retrieveInvoiceItem', { path }),
        next: await trial.given('createInvoice', { body: { customer: owner } }),
      }
    },
    judge: {
      'stripe.customers.delete.stub': ({ id, answer }) => isStub(answer, id),
      'stripe.invoice-items.delete.removes': ({ found, next }) =>
        all(refusedAsMissing(found), equals(next, '/subtotal', 800)),
    },
  }),
  narrows('stripe/invoice-items/by-customer', {
    clause: 'stripe.invoice-items.list.by-customer',
    operation: 'listInvoiceItems',
    arrange: async (trial) => {
      const owner = await customer(trial)
      return {
        query: { customer: owner },
        wanted: idOf(await pendingItem(trial, owner)),
        unwanted: idOf(await pendingItem(trial, await customer(trial))),
      }
    },
  }),
]

export function invoiceItems(contract: Contract): readonly Check[] {
  return [created(contract), ...own]
}
