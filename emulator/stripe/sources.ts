import { attach, detach, verifiedCard } from './attaching.ts'
import { showCard } from './card-view.ts'
import { expiryOf, holderFields, sourceField } from './cards.ts'
import type { Context } from './context.ts'
import { cardsOf } from './customer-view.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { required, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { customerInPath } from './found.ts'
import { listFields, page } from './lists.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import type { Card, Customer } from './records.ts'
import { refuse } from './refusal.ts'
import type { Params } from '../router.ts'

const changes = { ...holderFields, exp_month: string(), exp_year: string(), metadata: metadataField }

function ownerAndCard(context: Context, path: Params): { readonly customer: Customer; readonly card: Card } {
  const { account, rules } = context
  const customer = customerInPath(context, path['customer'])
  const card = account.cards.get(path['source'] ?? '')
  if (card?.customer !== customer.id) return refuse(rules.unknownInPath('source', path['source'] ?? ''))
  return { customer, card }
}

function changed(context: Context, card: Card, input: InputOf<typeof changes>): Card {
  const { keepUnnamed } = context.rules
  const month = input.exp_month ?? String(card.exp_month)
  const year = input.exp_year ?? String(card.exp_year)
  const expiry = input.exp_month || input.exp_year ? expiryOf(context, month, year) : {}
  return {
    ...card,
    ...expiry,
    name: keepUnnamed(card.name, input.name, 'card'),
    address_city: keepUnnamed(card.address_city, input.address_city, 'card'),
    address_country: keepUnnamed(card.address_country, input.address_country, 'card'),
    address_line1: keepUnnamed(card.address_line1, input.address_line1, 'card'),
    address_line2: keepUnnamed(card.address_line2, input.address_line2, 'card'),
    address_state: keepUnnamed(card.address_state, input.address_state, 'card'),
    address_zip: keepUnnamed(card.address_zip, input.address_zip, 'card'),
    metadata: changedMetadata(card.metadata, input.metadata, context),
  }
}

const create = endpoint({
  fields: { source: required(sourceField), metadata: metadataField },
  returns: 'card',
  answer({ context, input, path }) {
    const customer = customerInPath(context, path['customer'])
    const verified = verifiedCard(context, input.source)
    const metadata = changedMetadata(verified.metadata, input.metadata, context)
    return showCard(context, attach(context, customer, { ...verified, metadata }))
  },
})

const retrieve = endpoint({
  fields: {},
  returns: 'card',
  answer: ({ context, path }) => showCard(context, ownerAndCard(context, path).card),
})

const update = endpoint({
  fields: changes,
  returns: 'card',
  answer({ context, input, path }) {
    const card = changed(context, ownerAndCard(context, path).card, input)
    return showCard(context, context.account.cards.put(card.id, card))
  },
})

const remove = endpoint({
  fields: {},
  returns: 'card',
  answer({ context, path }) {
    const { customer, card } = ownerAndCard(context, path)
    detach(context, customer, card)
    return context.rules.deletedStub(card.id)
  },
})

const list = endpoint({
  fields: { ...listFields, object: string(), type: string() },
  returns: 'list:card',
  answer({ context, input, path, url }) {
    const customer = customerInPath(context, path['customer'])
    const kind = input.object ?? input.type ?? 'card'
    return page(
      { context, input, url },
      {
        noun: 'source',
        newestFirst: cardsOf(context, customer.id),
        keep: () => kind === 'card' || kind === 'all',
        show: (card) => showCard(context, card),
      },
    )
  },
})

function under(name: string): Readonly<Record<string, Endpoint>> {
  const all = `/v1/customers/:customer/${name}`
  return {
    [`POST ${all}`]: create,
    [`GET ${all}`]: list,
    [`GET ${all}/:source`]: retrieve,
    [`POST ${all}/:source`]: update,
    [`DELETE ${all}/:source`]: remove,
  }
}

/** The subscriptions of a customer, of whom nobody has any here. */
const subscriptions = endpoint({
  fields: { ...listFields, customer: string(), plan: string(), status: string() },
  returns: 'list:subscription',
  answer({ context, input, path, url }) {
    customerInPath(context, path['customer'])
    return page({ context, input, url }, { noun: 'subscription', newestFirst: [], show: () => null })
  },
})

/** Cards of customers, under their name of this version and under the older one. */
export const sources: Readonly<Record<string, Endpoint>> = {
  ...under('sources'),
  ...under('cards'),
  'GET /v1/customers/:customer/subscriptions': subscriptions,
}
