import { inOrderOfCreation, listFields, page, range } from './lists.ts'
import { creation, update } from './charge-fields.ts'
import { showCharge } from './charge-view.ts'
import { attempt, refuseDeclined } from './charging.ts'
import type { Order } from './charging.ts'
import type { Context } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { hash, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { customerInParameter, inParameter, inPath } from './found.ts'
import { changedMetadata } from './metadata.ts'
import { cardOfCustomer, cardOfSource } from './paying.ts'
import type { Charge } from './records.ts'
import { refuse } from './refusal.ts'
import { shippingOf } from './shipping.ts'

type CreateInput = InputOf<typeof creation>

function refusePlatformOnly({ rules }: Context, input: CreateInput): void {
  if (input.application_fee !== undefined) {
    refuse(rules.notPermitted('Application fees are for charges on behalf of another account.', 'application_fee'))
  }
  if (input.destination) refuse(rules.unknownInParameter('account', input.destination.account, 'destination'))
  if (input.on_behalf_of) refuse(rules.unknownInParameter('account', input.on_behalf_of, 'on_behalf_of'))
  if (input.order) refuse(rules.unknownInParameter('order', input.order, 'order'))
}

/** The card to charge, and the customer it belongs to. */
function payer(context: Context, input: CreateInput): Pick<Order, 'card' | 'customer'> {
  const source = input.source === '' ? undefined : input.source
  if (input.customer) {
    const customer = customerInParameter(context, input.customer)
    const card = typeof source === 'object' ? cardOfSource(context, source) : cardOfCustomer(context, customer, source)
    return { card, customer: customer.id }
  }
  if (source === undefined) return refuse(context.rules.nothingToCharge())
  return { card: cardOfSource(context, source), customer: null }
}

function orderOf(context: Context, input: CreateInput): Order {
  refusePlatformOnly(context, input)
  if (input.invoice) inParameter(context, context.account.invoices, 'invoice', input.invoice, 'invoice')
  return {
    ...payer(context, input),
    amount: input.amount,
    currency: input.currency,
    capture: input.capture ?? context.rules.capturesByDefault,
    description: input.description ?? null,
    invoice: input.invoice ?? null,
    metadata: changedMetadata({}, input.metadata, context),
    receipt_email: input.receipt_email ?? null,
    shipping: shippingOf(input.shipping),
    statement_descriptor: input.statement_descriptor ?? null,
    transfer_group: input.transfer_group ?? null,
  }
}

function updated(context: Context, charge: Charge, input: InputOf<typeof update>): Charge {
  const { rules } = context
  if (input.customer && input.customer !== charge.customer) {
    if (rules.customerIsFixed(charge)) refuse(rules.notPermitted('The charge has a customer already.', 'customer'))
    customerInParameter(context, input.customer)
  }
  if (input.transfer_group && rules.transferGroupIsFixed(charge) && input.transfer_group !== charge.transfer_group) {
    refuse(rules.notPermitted('The charge has a transfer group already.', 'transfer_group'))
  }
  return {
    ...charge,
    customer: input.customer ?? charge.customer,
    description: rules.keepUnnamed(charge.description, input.description, 'charge'),
    metadata: changedMetadata(charge.metadata, input.metadata, context),
    receipt_email: rules.keepUnnamed(charge.receipt_email, input.receipt_email, 'charge'),
    shipping: input.shipping === undefined ? charge.shipping : shippingOf(input.shipping),
    transfer_group: input.transfer_group ?? charge.transfer_group,
    user_report: input.fraud_details?.user_report ?? charge.user_report,
  }
}

const filters = {
  ...listFields,
  created: range,
  customer: string(),
  source: hash({ object: string() }),
  transfer_group: string(),
}

/** Charges: create, retrieve, update, list; captures and refunds stand on their own. */
export const charges: Readonly<Record<string, Endpoint>> = {
  'POST /v1/charges': endpoint({
    fields: creation,
    returns: 'charge',
    answer({ context, input }) {
      const { charge, decline } = attempt(context, orderOf(context, input))
      if (decline !== undefined) refuseDeclined(context, decline, charge)
      return showCharge(context, charge)
    },
  }),

  'GET /v1/charges/:charge': endpoint({
    fields: {},
    returns: 'charge',
    answer: ({ context, path }) => showCharge(context, inPath(context, 'charges', 'charge', path['charge'])),
  }),

  'POST /v1/charges/:charge': endpoint({
    fields: update,
    returns: 'charge',
    answer({ context, input, path }) {
      const charge = updated(context, inPath(context, 'charges', 'charge', path['charge']), input)
      return showCharge(context, context.account.charges.put(charge.id, charge))
    },
  }),

  'GET /v1/charges': endpoint({
    fields: filters,
    returns: 'list:charge',
    answer({ context, input, url }) {
      const kind = input.source?.object ?? 'all'
      return page(
        { context, input, url },
        {
          noun: 'charge',
          ...inOrderOfCreation(context.account.charges),
          keep: (charge) =>
            context.rules.inRange(charge.created, input.created ?? {}) &&
            context.rules.chargeIsOf(charge, input.customer) &&
            (input.transfer_group ?? charge.transfer_group) === charge.transfer_group &&
            (kind === 'all' || kind === 'card'),
          show: (charge) => showCharge(context, charge),
        },
      )
    },
  }),
}
