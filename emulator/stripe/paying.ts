import type { CardInput } from './cards.ts'
import { makeCard } from './cards.ts'
import type { Context } from './context.ts'
import type { Card, Customer } from './records.ts'
import { refuse } from './refusal.ts'
import { cardOfToken } from './tokens.ts'

/** The card of a customer that is to be charged: the one named, else the default. */
export function cardOfCustomer({ account, rules }: Context, customer: Customer, named: string | undefined): Card {
  const id = named ?? customer.default_source
  if (id === null) {
    return refuse(rules.cardFailure(rules.cardCodes.noCard, `Customer ${customer.id} has no card to charge.`, {}))
  }
  const card = account.cards.get(id)
  return card?.customer === customer.id ? card : refuse(rules.unknownInParameter('source', id, 'source'))
}

/** The card that a `source` parameter stands for. */
export function cardOfSource(context: Context, source: string | CardInput): Card {
  return typeof source === 'string' ? cardOfToken(context, source) : makeCard(context, source)
}
