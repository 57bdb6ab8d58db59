import { attach, detach, verifiedCard } from './attaching.ts'
import { sourceField } from './cards.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import { cardsOf, showCustomer } from './customer-view.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { integer, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { customerInPath, inPath } from './found.ts'
import { inOrderOfCreation, listFields, page, range } from './lists.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import type { Customer } from './records.ts'
import { refuse } from './refusal.ts'
import { customerShipping, shippingOf } from './shipping.ts'

/** A customer's email, no longer than the rules allow. */
const email = {
  unsettable: true,
  read: (...[param, at, context]: Parameters<ReturnType<typeof string>['read']>) =>
    string(context.rules.emailLength).read(param, at, context),
} as const

const fields = {
  account_balance: integer(),
  business_vat_id: string(),
  coupon: string(),
  default_source: string(),
  description: string(),
  email,
  metadata: metadataField,
  shipping: customerShipping,
  source: sourceField,
}

type Input = InputOf<typeof fields>

/** A customer with what a request says of it, its cards apart. */
function described(context: Context, before: Customer, input: Input): Customer {
  const { rules, account } = context
  if (input.coupon) refuse(rules.unknownInParameter('coupon', input.coupon, 'coupon'))
  const named = input.default_source
  if (named && account.cards.get(named)?.customer !== before.id) {
    refuse(rules.unknownInParameter('source', named, 'default_source'))
  }
  return {
    ...before,
    account_balance: input.account_balance ?? before.account_balance,
    business_vat_id: rules.keepUnnamed(before.business_vat_id, input.business_vat_id, 'customer'),
    default_source: named ?? before.default_source,
    description: rules.keepUnnamed(before.description, input.description, 'customer'),
    email: rules.keepUnnamed(before.email, input.email, 'customer'),
    metadata: changedMetadata(before.metadata, input.metadata, context),
    shipping: input.shipping === undefined ? before.shipping : shippingOf(input.shipping),
  }
}

function newCustomer(context: Context): Customer {
  return {
    id: newId(context, 'cus'),
    account_balance: 0,
    business_vat_id: null,
    created: context.clock.seconds(),
    currency: null,
    default_source: null,
    description: null,
    email: null,
    metadata: {},
    shipping: null,
    deleted: false,
  }
}

/** Keeps a customer; a source given with it takes the place of the default one. */
function keep(context: Context, customer: Customer, source: Input['source']): Customer {
  const { account, rules } = context
  const verified = source === undefined || source === '' ? undefined : verifiedCard(context, source)
  account.customers.put(customer.id, customer)
  if (verified === undefined) return customer
  const replaced = customer.default_source === null ? undefined : account.cards.get(customer.default_source)
  attach(context, customer, verified)
  const now = (): Customer => account.customers.get(customer.id) ?? customer
  if (replaced === undefined || !rules.replacesDefault) return now()
  detach(context, now(), replaced)
  return account.customers.put(customer.id, { ...now(), default_source: verified.id })
}

function remove(context: Context, customer: Customer): void {
  for (const card of cardsOf(context, customer.id)) context.account.cards.remove(card.id)
  for (const item of context.account.invoiceItems.oldestFirst()) {
    if (item.customer === customer.id && item.invoice === null) context.account.invoiceItems.remove(item.id)
  }
  context.account.customers.put(customer.id, { ...customer, deleted: true })
}

/** Customers: create, retrieve, update, delete, list. */
export const customers: Readonly<Record<string, Endpoint>> = {
  'POST /v1/customers': endpoint({
    fields,
    returns: 'customer',
    answer: ({ context, input }) =>
      showCustomer(context, keep(context, described(context, newCustomer(context), input), input.source)),
  }),

  'GET /v1/customers/:customer': endpoint({
    fields: {},
    returns: 'customer',
    answer({ context, path }) {
      const lookUp = context.rules.showsDeleted ? inPath(context, 'customers', 'customer', path['customer']) : undefined
      return showCustomer(context, lookUp ?? customerInPath(context, path['customer']))
    },
  }),

  'POST /v1/customers/:customer': endpoint({
    fields,
    returns: 'customer',
    answer({ context, input, path }) {
      const before = customerInPath(context, path['customer'])
      return showCustomer(context, keep(context, described(context, before, input), input.source))
    },
  }),

  'DELETE /v1/customers/:customer': endpoint({
    fields: {},
    returns: 'customer',
    answer({ context, path }) {
      const customer = customerInPath(context, path['customer'])
      remove(context, customer)
      return context.rules.deletedStub(customer.id)
    },
  }),

  'GET /v1/customers': endpoint({
    fields: { ...listFields, created: range, email: string() },
    returns: 'list:customer',
    answer({ context, input, url }) {
      const { rules, account } = context
      return page(
        { context, input, url },
        {
          noun: 'customer',
          ...inOrderOfCreation(account.customers),
          isListed: rules.isListed,
          keep: (customer) =>
            rules.inRange(customer.created, input.created ?? {}) &&
            (!input.email || rules.matchesEmail(customer, input.email)),
          show: (customer) => showCustomer(context, customer),
        },
      )
    },
  }),
}
