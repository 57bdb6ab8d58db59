import { all, each } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, isAbsent } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { attach, customer, customerWithCard, pendingItem } from './scenes.ts'

const properties = ['amount', 'currency', 'description', 'metadata'] as const

/** Items in two currencies wait for one invoice; where a target lets a customer have only one, the other is missing. */
async function ownerOfTwoCurrencies(...[trial]: Parameters<typeof customer>): Promise<string> {
  const owner = await customer(trial)
  await pendingItem(trial, owner)
  await trial.call('createInvoiceItem', { body: { customer: owner, amount: 700, currency: 'jpy' } })
  return owner
}

/** What the lines of an invoice say, and what is due for them. */
export const invoiceLines: readonly Check[] = [
  example<{ item: Exchange; made: Exchange }>('stripe/invoices/line-of-an-item', {
    arrange: async (trial) => {
      const owner = await customer(trial)
      const described = { currency: 'eur', description: 'Seat 14C', metadata: { seat: '14C' } }
      const item = await pendingItem(trial, owner, described)
      return { item, made: await trial.given('createInvoice', { body: { customer: owner } }) }
    },
    judge: {
      'stripe.invoices.create.lines-show-items': ({ item, made }) =>
        each(properties, (name) => equals(made, `/lines/data/0/${name}`, read(item, `/${name}`) ?? null)),
    },
  }),
  example<{ owner: string; own: string; made: Exchange; other: Exchange }>('stripe/invoices/items-of-a-namesake', {
    arrange: async (trial) => {
      const namesake = { email: `${trial.unique('ada.').toLowerCase()}@example.com`, description: 'Ada' }
      const [other, owner] = [await customer(trial, namesake), await customer(trial, namesake)]
      const path = { invoiceitem: textAt(await pendingItem(trial, other), '/id') }
      const own = textAt(await pendingItem(trial, owner), '/id')
      const made = await trial.given('createInvoice', { body: { customer: owner } })
      return { owner, own, made, other: await trial.given('retrieveInvoiceItem', { path }) }
    },
    judge: {
      'stripe.invoices.create.takes-pending-items': ({ own, made, other }) =>
        all(equals(made, '/lines/data/0/id', own), isAbsent(made, '/lines/data/1'), equals(other, '/invoice', null)),
      // the other one is the first customer, and the one whose item is the first
      'stripe.invoices.create.echoes-fields': ({ owner, made }) => equals(made, '/customer', owner),
    },
  }),
  example<{ card: string; charged: Exchange }>('stripe/invoices/paid-with-a-named-card', {
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      const card = textAt(await attach(trial, owner), '/id')
      await pendingItem(trial, owner, { amount: 200_000 })
      const path = { invoice: textAt(await trial.given('createInvoice', { body: { customer: owner } }), '/id') }
      const paid = await trial.given('payInvoice', { path, body: { source: card } })
      return { card, charged: await trial.given('retrieveCharge', { path: { charge: textAt(paid, '/charge') } }) }
    },
    judge: {
      'stripe.invoices.pay.charges-customer': ({ card, charged }) => equals(charged, '/source/id', card),
    },
  }),
  example<{ item: Exchange; after: Exchange }>('stripe/invoices/item-for-a-named-invoice', {
    arrange: async (trial) => {
      const owner = await customer(trial)
      await pendingItem(trial, owner)
      const path = { invoice: textAt(await trial.given('createInvoice', { body: { customer: owner } }), '/id') }
      const item = await pendingItem(trial, owner, path)
      return { item, after: await trial.given('retrieveInvoice', { path }) }
    },
    judge: {
      'stripe.invoice-items.create.echoes-fields': ({ item, after }) => equals(item, '/invoice', textAt(after, '/id')),
      'stripe.invoices.create.adds-up': ({ after }) => equals(after, '/subtotal', 2400),
    },
  }),
  ...[500, -200].map((balance) =>
    example<Exchange>(`stripe/invoices/balance-of-${balance}`, {
      arrange: async (trial) => {
        const owner = await customer(trial, { account_balance: balance })
        await pendingItem(trial, owner)
        return trial.given('createInvoice', { body: { customer: owner } })
      },
      judge: {
        'stripe.invoices.create.applies-balance': (made) =>
          all(equals(made, '/starting_balance', balance), equals(made, '/amount_due', 1200 + balance)),
      },
    }),
  ),
  example<readonly Exchange[]>('stripe/invoices/items-in-two-currencies', {
    arrange: async (trial) => {
      const owner = await ownerOfTwoCurrencies(trial)
      const made = await trial.given('createInvoice', { body: { customer: owner } })
      return [made, await trial.given('retrieveInvoice', { path: { invoice: textAt(made, '/id') } })]
    },
    // what is judged of it is what the observer of invoices judges of any
    judge: {
      'stripe.invoices.retrieve.as-created': ([made, found]) =>
        all(
          ...['currency', 'subtotal'].map((name) =>
            equals(found as Exchange, `/${name}`, read(made as Exchange, `/${name}`) ?? null),
          ),
        ),
    },
  }),
]
