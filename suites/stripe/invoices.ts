import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds, isPresent, sameBody } from '../vocabulary/judge.ts'
import { pathTo } from '../vocabulary/follow.ts'
import { listAt, numberAt, read, textAt } from '../vocabulary/read.ts'
import { carries } from './charges.ts'
import { idsAt, narrows } from './narrowing.ts'
import { countCharges, customer, customerWithCard, invoice, pendingItem } from './scenes.ts'
import { refusedAsCard, refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import { refusesParameter } from './unknown-parameters.ts'

/** The figures of an invoice: lines, subtotal, tax, total. */
function addsUp(made: Exchange): Judgement {
  const lines = listAt(made, '/lines/data').reduce<number>(
    (sum, line) => sum + (isObject(line) ? Number(line['amount']) : 0),
    0,
  )
  const tax = read(made, '/tax')
  return all(equals(made, '/subtotal', lines), equals(made, '/total', lines + (typeof tax === 'number' ? tax : 0)))
}

function created(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'stripe/invoices/created-and-read', {
    share: 0.5,
    create: 'createInvoice',
    retrieve: 'retrieveInvoice',
    id: '/id',
    parameter: 'invoice',
    prepare: async (trial) => {
      const owner = await customer(trial)
      await pendingItem(trial, owner)
      await pendingItem(trial, owner, { amount: 777 })
      return { ids: { 'customer-with-items': owner } }
    },
    same: { clause: 'stripe.invoices.retrieve.as-created' },
    carries: {
      'stripe.invoices.create.echoes-fields': (made, sent) =>
        carries(made, sent, ['customer', 'description', 'statement_descriptor', 'metadata', 'tax_percent']),
      'stripe.invoices.create.adds-up': addsUp,
    },
  })
}

const scenarios: readonly Check[] = [
  example<{ items: readonly string[]; made: Exchange; taken: Exchange }>('stripe/invoices/pending-items', {
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      const items: string[] = []
      for (const amount of [1200, 0, -200]) items.push(textAt(await pendingItem(trial, owner, { amount }), '/id'))
      const made = await trial.given('createInvoice', { body: { customer: owner } })
      const [item = ''] = items
      return { items, made, taken: await trial.given('retrieveInvoiceItem', { path: { invoiceitem: item } }) }
    },
    judge: {
      'stripe.invoices.create.takes-pending-items': ({ items, made, taken }) =>
        all(
          each(items, (item) =>
            holds(
              idsAt(made, '/lines/data').includes(item),
              '/lines/data',
              { 'a line': item },
              idsAt(made, '/lines/data'),
            ),
          ),
          equals(made, '/subtotal', 1000),
          equals(taken, '/invoice', textAt(made, '/id')),
        ),
      'stripe.invoices.create.begins-open': ({ made }) =>
        each(['paid', 'closed', 'attempted'], (name) => equals(made, `/${name}`, false)),
    },
  }),
  example<Exchange>('stripe/invoices/unknown-customer', {
    arrange: (trial) => trial.call('createInvoice', { body: { customer: 'cus_conformanceHasNone' } }),
    judge: { 'stripe.invoices.create.unknown-customer': (refused) => refusedAsInvalid(refused, 'customer') },
  }),
  refusesParameter('stripe/invoices/unknown-parameter', {
    clause: 'stripe.invoices.create.unknown-parameter',
    operation: 'createInvoice',
    call: async (trial) => {
      const owner = await customer(trial)
      await pendingItem(trial, owner)
      return { body: { customer: owner } }
    },
  }),
]

const changes: JsonObject = { description: 'For two seats', statement_descriptor: 'Season ticket', tax_percent: 7 }

const updating: readonly Check[] = [
  example<Record<'answer' | 'after' | 'closed' | 'again' | 'described' | 'forgiven', Exchange>>(
    'stripe/invoices/update',
    {
      arrange: async (trial) => {
        const { made } = await invoice(trial)
        const { made: other } = await invoice(trial)
        const path = { invoice: textAt(made, '/id') }
        const answer = await trial.given('updateInvoice', { path, body: changes })
        const after = await trial.given('retrieveInvoice', { path })
        return {
          answer,
          after,
          closed: await trial.given('updateInvoice', { path, body: { closed: true } }),
          again: await trial.given('retrieveInvoice', { path }),
          described: await trial.given('updateInvoice', { path, body: { description: 'Closed' } }),
          forgiven: await trial.given('updateInvoice', {
            path: { invoice: textAt(other, '/id') },
            body: { forgiven: true },
          }),
        }
      },
      judge: {
        'stripe.invoices.update.changes-given-fields': ({ answer, after, closed, forgiven }) =>
          all(
            each([answer, after], (shown) => carries(shown, changes, Object.keys(changes))),
            equals(closed, '/closed', true),
            equals(forgiven, '/forgiven', true),
          ),
        'stripe.invoices.update.keeps-other-fields': ({ after, again, described }) =>
          all(
            sameBody(after, again, ['closed', 'next_payment_attempt']),
            sameBody(again, described, ['description', 'next_payment_attempt']),
          ),
      },
    },
  ),
  example<{ refused: Exchange; found: Exchange }>('stripe/invoices/delete', {
    arrange: async (trial) => {
      const path = textAt((await invoice(trial)).made, '/id')
      const refused = await trial.send({ method: 'DELETE', path: pathTo`/v1/invoices/${path}` })
      return { refused, found: await trial.call('retrieveInvoice', { path: { invoice: path } }) }
    },
    judge: {
      'stripe.invoices.delete.absent': ({ refused, found }) => all(refusedAsMissing(refused), hasStatus(found, 200)),
    },
  }),
]

const paying: readonly Check[] = [
  example<{ made: Exchange; paid: Exchange }>('stripe/invoices/pay-marks-it', {
    arrange: async (trial) => {
      const { made } = await invoice(trial)
      return { made, paid: await trial.given('payInvoice', { path: { invoice: textAt(made, '/id') } }) }
    },
    judge: {
      'stripe.invoices.pay.marks-paid': ({ made, paid }) =>
        all(
          equals(paid, '/id', textAt(made, '/id')),
          each(['paid', 'closed', 'attempted'], (name) => equals(paid, `/${name}`, true)),
        ),
    },
  }),
  example<{ owner: string; made: Exchange; charged: Exchange; again: Exchange; count: number }>('stripe/invoices/pay', {
    arrange: async (trial) => {
      const { customer: owner, made: untaxed } = await invoice(trial)
      const path = { invoice: textAt(untaxed, '/id') }
      const made = await trial.given('updateInvoice', { path, body: { tax_percent: 10 } })
      const paid = await trial.given('payInvoice', { path })
      const charged = await trial.given('retrieveCharge', { path: { charge: textAt(paid, '/charge') } })
      const again = await trial.call('payInvoice', { path })
      return { owner, made, charged, again, count: await countCharges(trial, owner) }
    },
    judge: {
      'stripe.invoices.pay.charges-customer': ({ owner, made, charged }) =>
        all(
          equals(charged, '/amount', numberAt(made, '/amount_due')),
          equals(charged, '/customer', owner),
          equals(charged, '/invoice', textAt(made, '/id')),
        ),
      'stripe.invoices.pay.twice': ({ again, count }) =>
        all(refusedAsInvalid(again), holds(count === 1, '/data', 'one charge', count)),
    },
  }),
  example<{ refused: Exchange; after: Exchange }>('stripe/invoices/pay-declined', {
    arrange: async (trial) => {
      const path = { invoice: textAt((await invoice(trial, 'declined-later')).made, '/id') }
      return {
        refused: await trial.call('payInvoice', { path }),
        after: await trial.given('retrieveInvoice', { path }),
      }
    },
    judge: {
      'stripe.errors.object.charge-after-decline': ({ refused }) =>
        refused.response.status === 402 ? isPresent(refused, '/error/charge') : nothing,
      'stripe.invoices.pay.declined': ({ refused, after }) =>
        all(refusedAsCard(refused, 'card_declined'), equals(after, '/paid', false)),
    },
  }),
]

const lists: readonly Check[] = [
  narrows('stripe/invoices/by-customer', {
    clause: 'stripe.invoices.list.by-customer',
    operation: 'listInvoices',
    arrange: async (trial) => {
      const { customer: owner, made } = await invoice(trial)
      const { made: other } = await invoice(trial)
      return { query: { customer: owner }, wanted: textAt(made, '/id'), unwanted: textAt(other, '/id') }
    },
  }),
]

export function invoices(contract: Contract): readonly Check[] {
  return [created(contract), ...scenarios, ...updating, ...paying, ...lists]
}
