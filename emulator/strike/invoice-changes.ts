import { announce } from './events.ts'
import type { Invoice, InvoiceState } from './records.ts'
import type { World } from './world.ts'

/** Puts an invoice in the place of its former self, and tells of it. */
export function changeInvoice(world: World, before: Invoice, after: Invoice): Invoice {
  world.invoices.put(after.invoiceId, after)
  if (world.rules.raisesUpdated(before, after)) announce(world, after, 'invoice.updated', before)
  return after
}

/** Takes an invoice on its way to being paid, up to this state. */
export function payInvoice(world: World, invoice: Invoice, upTo: InvoiceState): Invoice {
  const way = world.rules.wayToPaid
  const ahead = way.slice(way.indexOf(invoice.state) + 1, way.indexOf(upTo) + 1)
  return ahead.reduce((before, state) => changeInvoice(world, before, { ...before, state }), invoice)
}
