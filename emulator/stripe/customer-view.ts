import { showCard } from './card-view.ts'
import type { Context } from './context.ts'
import type { ShownObject } from './endpoint.ts'
import { embedded } from './lists.ts'
import type { Card, Customer } from './records.ts'
import { showShipping } from './shipping.ts'

/** Cards of a customer, newest first. */
export function cardsOf({ account }: Context, customer: string): readonly Card[] {
  return account.cards.of(customer)
}

/** A customer as the service shows it; of a deleted one only that it is deleted. */
export function showCustomer(context: Context, customer: Customer): ShownObject {
  if (context.rules.isGone(customer)) return context.rules.deletedStub(customer.id)
  const url = `/v1/customers/${customer.id}`
  const cards = cardsOf(context, customer.id)
  return {
    id: customer.id,
    object: 'customer',
    account_balance: customer.account_balance,
    ...(customer.business_vat_id === null ? {} : { business_vat_id: customer.business_vat_id }),
    created: customer.created,
    currency: customer.currency,
    default_source: customer.default_source,
    delinquent: false,
    description: customer.description,
    discount: null,
    email: customer.email,
    livemode: context.account.livemode,
    metadata: customer.metadata,
    shipping: showShipping(customer.shipping),
    sources: embedded(context, `${url}/sources`, cards, (card) => showCard(context, card)),
    subscriptions: embedded(context, `${url}/subscriptions`, [], () => null),
  }
}
