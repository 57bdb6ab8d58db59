import type { CardInput } from './cards.ts'
import { declineOf, usedCard } from './cards.ts'
import { refuseDeclined } from './charging.ts'
import type { Context } from './context.ts'
import { cardsOf } from './customer-view.ts'
import { cardOfSource } from './paying.ts'
import type { Card, Customer } from './records.ts'

/** The card a source stands for, verified with its issuer. */
export function verifiedCard(context: Context, source: string | CardInput): Card {
  const card = cardOfSource(context, source)
  const decline = declineOf(context, card, 'attach')
  return decline === undefined ? usedCard(context, card) : refuseDeclined(context, decline)
}

/** Keeps a verified card for a customer. */
export function attach(context: Context, customer: Customer, verified: Card): Card {
  const { account, rules } = context
  const card = account.cards.put(verified.id, { ...verified, customer: customer.id })
  account.customers.put(customer.id, {
    ...customer,
    default_source: rules.defaultAfterAdding(customer.default_source, card.id),
  })
  return card
}

/** Removes a card from its customer. */
export function detach({ account, rules, ...rest }: Context, customer: Customer, card: Card): void {
  account.cards.remove(card.id)
  const left = cardsOf({ account, rules, ...rest }, customer.id).toReversed()
  const default_source = rules.defaultAfterRemoving(customer.default_source, card.id, left)
  account.customers.put(customer.id, { ...customer, default_source })
}
