import { descriptor } from './amounts.ts'
import type { Context } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { boolean, decimal, integer, oneOf, required, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { customerInParameter, inPath } from './found.ts'
import { linesOf, showInvoice, showLine } from './invoice-view.ts'
import { makeInvoice, payInvoice, settle } from './invoicing.ts'
import { inOrderOfCreation, listFields, page, range } from './lists.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import type { Invoice } from './records.ts'
import { refuse } from './refusal.ts'

const day = 86_400

const shared = {
  application_fee: integer(0),
  description: string(),
  metadata: metadataField,
  statement_descriptor: descriptor,
  tax_percent: decimal(0, 100),
}

const creation = {
  ...shared,
  billing: oneOf('charge_automatically', 'send_invoice'),
  customer: required(string()),
  days_until_due: integer(0, 3650),
  due_date: integer(0, 99_999_999_999),
  subscription: string(),
}

const update = { ...shared, closed: boolean, forgiven: boolean, paid: boolean }

function refuseFee({ rules }: Context, fee: number | undefined): void {
  if (fee !== undefined && fee !== 0) {
    refuse(rules.notPermitted('Application fees are for invoices on behalf of another account.', 'application_fee'))
  }
}

/** When an invoice that is sent has to be paid; the other kind has no such date. */
function dueDate({ rules, clock }: Context, input: InputOf<typeof creation>): number | null {
  const dated = input.due_date !== undefined || input.days_until_due !== undefined
  const param = input.due_date === undefined ? 'days_until_due' : 'due_date'
  if (input.billing !== 'send_invoice') {
    return dated ? refuse(rules.notPermitted('Only an invoice that is sent has a due date.', param)) : null
  }
  if (!dated) return refuse(rules.missingParameter('due_date'))
  return input.due_date ?? clock.seconds() + (input.days_until_due ?? 0) * day
}

function changed(context: Context, invoice: Invoice, input: InputOf<typeof update>): Invoice {
  const { rules } = context
  refuseFee(context, input.application_fee)
  if (input.closed === false && invoice.closed && !rules.mayReopen(invoice)) {
    refuse(rules.notPermitted(`Invoice ${invoice.id} is paid: it cannot be opened again.`, 'closed'))
  }
  if (input.paid === true && invoice.billing !== 'send_invoice') {
    refuse(rules.notPermitted('Only an invoice that is sent can be marked as paid.', 'paid'))
  }
  if (input.forgiven === true && invoice.paid) {
    refuse(rules.notPermitted(`Invoice ${invoice.id} is paid: it cannot be forgiven.`, 'forgiven'))
  }
  const forgiven = input.forgiven ?? invoice.forgiven
  return {
    ...invoice,
    closed: input.closed ?? (forgiven ? true : invoice.closed),
    description: rules.keepUnnamed(invoice.description, input.description, 'invoice'),
    forgiven,
    metadata: changedMetadata(invoice.metadata, input.metadata, context),
    statement_descriptor: rules.keepUnnamed(invoice.statement_descriptor, input.statement_descriptor, 'invoice'),
    tax_percent: rules.keepUnnamed(invoice.tax_percent, input.tax_percent, 'invoice'),
  }
}

const inInvoices = (context: Context, id: string | undefined): Invoice => inPath(context, 'invoices', 'invoice', id)

const filters = {
  ...listFields,
  billing: oneOf('charge_automatically', 'send_invoice'),
  customer: string(),
  date: range,
  due_date: range,
  subscription: string(),
}

/** Invoices: create, retrieve, update, pay, list, and their lines. */
export const invoices: Readonly<Record<string, Endpoint>> = {
  'POST /v1/invoices': endpoint({
    fields: creation,
    returns: 'invoice',
    answer({ context, input }) {
      const customer = customerInParameter(context, input.customer)
      refuseFee(context, input.application_fee)
      if (input.subscription) {
        refuse(context.rules.unknownInParameter('subscription', input.subscription, 'subscription'))
      }
      const invoice = makeInvoice(context, customer, {
        billing: input.billing ?? 'charge_automatically',
        description: input.description ?? null,
        due_date: dueDate(context, input),
        metadata: changedMetadata({}, input.metadata, context),
        statement_descriptor: input.statement_descriptor ?? null,
        tax_percent: input.tax_percent ?? null,
      })
      return showInvoice(context, invoice)
    },
  }),

  'GET /v1/invoices/:invoice': endpoint({
    fields: {},
    returns: 'invoice',
    answer: ({ context, path }) => showInvoice(context, inInvoices(context, path['invoice'])),
  }),

  'POST /v1/invoices/:invoice': endpoint({
    fields: update,
    returns: 'invoice',
    answer({ context, input, path }) {
      const invoice = changed(context, inInvoices(context, path['invoice']), input)
      const kept = context.account.invoices.put(invoice.id, invoice)
      return showInvoice(context, input.paid === true && !kept.paid ? settle(context, kept, null) : kept)
    },
  }),

  'POST /v1/invoices/:invoice/pay': endpoint({
    fields: { source: string() },
    returns: 'invoice',
    answer: ({ context, input, path }) =>
      showInvoice(context, payInvoice(context, inInvoices(context, path['invoice']), input.source ?? undefined)),
  }),

  'GET /v1/invoices/:invoice/lines': endpoint({
    fields: listFields,
    returns: 'list:line_item',
    answer({ context, input, path, url }) {
      const invoice = inInvoices(context, path['invoice'])
      const newestFirst = linesOf(context, invoice.id)
      return page({ context, input, url }, { noun: 'line item', newestFirst, show: (item) => showLine(context, item) })
    },
  }),

  'GET /v1/invoices': endpoint({
    fields: filters,
    returns: 'list:invoice',
    answer: ({ context, input, url }) =>
      page(
        { context, input, url },
        {
          noun: 'invoice',
          ...inOrderOfCreation(context.account.invoices),
          keep: (invoice) =>
            context.rules.inRange(invoice.date, input.date ?? {}) &&
            (input.due_date === undefined || context.rules.inRange(invoice.due_date ?? -1, input.due_date)) &&
            (input.billing ?? invoice.billing) === invoice.billing &&
            context.rules.invoiceIsOf(invoice, input.customer) &&
            !input.subscription,
          show: (invoice) => showInvoice(context, invoice),
        },
      ),
  }),
}
