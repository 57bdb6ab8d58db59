import { currency } from './currencies.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { boolean, integer, required, string } from './fields.ts'
import { customerInParameter, inParameter, inPath } from './found.ts'
import { showInvoiceItem } from './invoice-view.ts'
import { inOrderOfCreation, listFields, page, range } from './lists.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import type { InvoiceItem } from './records.ts'
import { refuse } from './refusal.ts'

const creation = {
  amount: required(integer()),
  currency: required(currency),
  customer: required(string()),
  description: string(),
  discountable: boolean,
  invoice: string(),
  metadata: metadataField,
  subscription: string(),
}

/** Refuses to touch the items of an invoice that is closed. */
function mustBeOpen({ account, rules }: Context, id: string | null): void {
  const invoice = account.invoices.get(id ?? '')
  if (invoice !== undefined && !rules.mayChangeItems(invoice)) {
    refuse(rules.notPermitted(`Invoice ${invoice.id} is closed: its items can no longer be changed.`))
  }
}

function invoiceFor(context: Context, id: string | null | undefined, customer: string, code: string): string | null {
  if (!id) return null
  const { account, rules } = context
  const invoice = inParameter(context, account.invoices, 'invoice', id, 'invoice')
  if (invoice.customer !== customer) refuse(rules.unknownInParameter('invoice', id, 'invoice'))
  if (invoice.currency !== code) refuse(rules.notPermitted(`Invoice ${id} is in ${invoice.currency}.`, 'currency'))
  mustBeOpen(context, id)
  return id
}

const inItems = (context: Context, id: string | undefined): InvoiceItem =>
  inPath(context, 'invoiceItems', 'invoice item', id)

/** Invoice items: create, retrieve, update, delete, list. */
export const invoiceItems: Readonly<Record<string, Endpoint>> = {
  'POST /v1/invoiceitems': endpoint({
    fields: creation,
    returns: 'invoiceitem',
    answer({ context, input }) {
      const { account, clock, rules } = context
      const customer = customerInParameter(context, input.customer)
      if (input.subscription) refuse(rules.unknownInParameter('subscription', input.subscription, 'subscription'))
      const id = newId(context, 'ii')
      const item = account.invoiceItems.put(id, {
        id,
        amount: input.amount,
        currency: input.currency,
        customer: customer.id,
        date: clock.seconds(),
        description: input.description ?? null,
        discountable: input.discountable ?? true,
        invoice: invoiceFor(context, input.invoice, customer.id, input.currency),
        metadata: changedMetadata({}, input.metadata, context),
      })
      return showInvoiceItem(context, item)
    },
  }),

  'GET /v1/invoiceitems/:item': endpoint({
    fields: {},
    returns: 'invoiceitem',
    answer: ({ context, path }) => showInvoiceItem(context, inItems(context, path['item'])),
  }),

  'POST /v1/invoiceitems/:item': endpoint({
    fields: { amount: integer(), description: string(), discountable: boolean, metadata: metadataField },
    returns: 'invoiceitem',
    answer({ context, input, path }) {
      const before = inItems(context, path['item'])
      mustBeOpen(context, before.invoice)
      const item = context.account.invoiceItems.put(before.id, {
        ...before,
        amount: input.amount ?? before.amount,
        description: context.rules.keepUnnamed(before.description, input.description, 'item'),
        discountable: input.discountable ?? before.discountable,
        metadata: changedMetadata(before.metadata, input.metadata, context),
      })
      return showInvoiceItem(context, item)
    },
  }),

  'DELETE /v1/invoiceitems/:item': endpoint({
    fields: {},
    returns: 'invoiceitem',
    answer({ context, path }) {
      const item = inItems(context, path['item'])
      mustBeOpen(context, item.invoice)
      context.account.invoiceItems.remove(item.id)
      return context.rules.deletedStub(item.id)
    },
  }),

  'GET /v1/invoiceitems': endpoint({
    fields: { ...listFields, created: range, customer: string() },
    returns: 'list:invoiceitem',
    answer: ({ context, input, url }) =>
      page(
        { context, input, url },
        {
          noun: 'invoice item',
          ...inOrderOfCreation(context.account.invoiceItems),
          keep: (item) =>
            context.rules.inRange(item.date, input.created ?? {}) && context.rules.itemIsOf(item, input.customer),
          show: (item) => showInvoiceItem(context, item),
        },
      ),
  }),
}
