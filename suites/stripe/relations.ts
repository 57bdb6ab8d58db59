import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { invoice } from './scenes.ts'

/** Objects that name each other: a paid invoice of a customer with a card, its charge, and a refund of part of it. */
export interface World {
  readonly customer: string
  readonly card: string
  readonly item: string
  readonly invoice: string
  readonly charge: string
  readonly refund: string
  readonly transaction: string
}

/** What every object of a world says of itself. */
const described: JsonObject = { description: 'Part of a world', metadata: { world: '1' } }

/** Makes a world. */
export async function makeWorld(trial: Trial): Promise<World> {
  const { customer, item, made } = await invoice(trial)
  const path = { invoice: textAt(made, '/id') }
  await trial.given('updateInvoice', { path, body: described })
  await trial.given('updateInvoiceItem', { path: { invoiceitem: item }, body: described })
  const paid = await trial.given('payInvoice', { path })
  const charge = textAt(paid, '/charge')
  await trial.given('updateCharge', { path: { charge }, body: described })
  await trial.given('updateCustomer', { path: { customer }, body: described })
  const refund = await trial.given('createRefund', { body: { charge, amount: 100, metadata: { world: '1' } } })
  return {
    customer,
    card: textAt(await trial.given('retrieveCustomer', { path: { customer } }), '/default_source'),
    item,
    invoice: textAt(paid, '/id'),
    charge,
    refund: textAt(refund, '/id'),
    transaction: textAt(await trial.given('retrieveCharge', { path: { charge } }), '/balance_transaction'),
  }
}

type Path = Readonly<Record<string, string>>

/** An id inside an object that expands to another object, and how both are retrieved. */
export interface Relation {
  readonly holder: { readonly operation: string; readonly path: (world: World) => Path }
  readonly field: string
  readonly target: { readonly operation: string; readonly path: (world: World, id: string) => Path }
}

const by = (operation: string, parameter: string, of: keyof World): Relation['holder'] => ({
  operation,
  path: (world) => ({ [parameter]: world[of] }),
})
const to = (operation: string, parameter: string): Relation['target'] => ({
  operation,
  path: (_, id) => ({ [parameter]: id }),
})

const charge = by('retrieveCharge', 'charge', 'charge')
const refund = by('retrieveRefund', 'refund', 'refund')
const anInvoice = by('retrieveInvoice', 'invoice', 'invoice')
const item = by('retrieveInvoiceItem', 'invoiceitem', 'item')
const card: Relation['target'] = {
  operation: 'retrieveCard',
  path: (world, id) => ({ customer: world.customer, source: id }),
}
const customer = to('retrieveCustomer', 'customer')
const transaction = to('retrieveBalanceTransaction', 'transaction')

/** Every documented relation of the objects of this contract. */
export const relations: Readonly<Record<string, Relation>> = {
  'charge.customer': { holder: charge, field: 'customer', target: customer },
  'charge.balance_transaction': { holder: charge, field: 'balance_transaction', target: transaction },
  'charge.invoice': { holder: charge, field: 'invoice', target: to('retrieveInvoice', 'invoice') },
  'refund.charge': { holder: refund, field: 'charge', target: to('retrieveCharge', 'charge') },
  'refund.balance_transaction': { holder: refund, field: 'balance_transaction', target: transaction },
  'customer.default_source': {
    holder: by('retrieveCustomer', 'customer', 'customer'),
    field: 'default_source',
    target: card,
  },
  'card.customer': {
    holder: { operation: 'retrieveCard', path: (world) => ({ customer: world.customer, source: world.card }) },
    field: 'customer',
    target: customer,
  },
  'invoice.customer': { holder: anInvoice, field: 'customer', target: customer },
  'invoice.charge': { holder: anInvoice, field: 'charge', target: to('retrieveCharge', 'charge') },
  'invoiceitem.customer': { holder: item, field: 'customer', target: customer },
  'invoiceitem.invoice': { holder: item, field: 'invoice', target: to('retrieveInvoice', 'invoice') },
  'balance_transaction.source': {
    holder: by('retrieveBalanceTransaction', 'transaction', 'transaction'),
    field: 'source',
    target: to('retrieveCharge', 'charge'),
  },
}
