import type { Call, Handler } from './call.ts'
import { list, retrieve } from './lists.ts'
import type { Customer, CustomerFields } from './records.ts'
import { refuse } from './refusal.ts'

const texts = ['name', 'address', 'email', 'description'] as const

/** The fields of a customer that a form sends; the card goes by either of its names. */
function fieldsOf({ rules, form }: Call): CustomerFields {
  const sent = texts.flatMap((name) => {
    const given = form.get(name)
    return given === undefined ? [] : [[name, rules.customerValue(given)] as const]
  })
  const card = rules.cardNames.map((name) => form.get(name)).find((given) => given !== undefined)
  return { ...Object.fromEntries(sent), ...(card === undefined ? {} : { card: rules.customerValue(card) }) }
}

export const createCustomer: Handler = (call) => {
  const { rules, account, ids, clock } = call
  const fields = fieldsOf(call)
  if (rules.customerNeedsField && Object.keys(fields).length === 0)
    return refuse('badRequest', 'A customer needs at least one field.')
  const nothing = { name: null, address: null, email: null, description: null, card: null }
  const fresh: Customer = {
    customerId: rules.newId('customer', ids, account),
    invoicePrefix: ids.token(7).toUpperCase(),
    createdAt: clock.seconds(),
    ...nothing,
    ...rules.customerKept(fields),
  }
  const customer = rules.customerFor(fresh, account)
  account.customers.put(customer.customerId, customer)
  return { status: rules.customerCreatedStatus, body: rules.showCreatedCustomer(rules.showCustomer(customer), fields) }
}

export const retrieveCustomer: Handler = (call) =>
  retrieve(call, call.account.customers, call.params['customerId'], (customer) =>
    call.rules.showRetrievedCustomer(call.rules.showCustomer(customer)),
  )

export const listCustomers: Handler = (call) =>
  list(call, call.account.customers, (customer) => call.rules.showListedCustomer(call.rules.showCustomer(customer)))

export const updateCustomer: Handler = (call) => {
  const { rules, account, params } = call
  const customer = rules.find(account.customers, params['customerId'] ?? '')
  if (customer === undefined) return refuse('notFound', 'There is no such customer.')
  const updated = rules.customerMerged(customer, fieldsOf(call))
  account.customers.put(customer.customerId, rules.customerStored(customer, updated))
  return { status: 200, body: rules.showUpdatedCustomer(rules.showCustomer(updated), updated) }
}

export const deleteCustomer: Handler = ({ rules, account, params }) => {
  const id = params['customerId'] ?? ''
  if (rules.find(account.customers, id) === undefined) return rules.deletedAgain(id)
  rules.removeCustomer(account.customers, id)
  return rules.customerDeleted(id)
}
