import { created, found, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { tell } from '../events.ts'
import { anyOf, exactly, part, search, since, until } from '../filters.ts'
import { listed, page } from '../list.ts'
import type { Listing } from '../list.ts'
import { refuseFor } from '../call.ts'
import { change, customerAt } from './change.ts'
import { customerStatuses } from './customer.ts'
import type { Customer } from './customer.ts'
import { creation, replacement } from './requests.ts'
import type { CustomerCreation } from './requests.ts'
import { finishLater } from './review.ts'
import { customerSummary, customerView, unmaskedCustomer } from './view.ts'

function refuseTaken({ world, scope }: Call, email: string, id?: string): void {
  const others = scope.customers.oldestFirst().filter((other) => other.id !== id)
  if (
    !world.rules.emailTaken(
      email,
      others.map((other) => other.email),
    )
  )
    return
  refuseFor(world, 'customer', [{ kind: 'form', at: 'email', detail: 'Email address must be unique.' }])
}

function make({ world, scope }: Call, sent: CustomerCreation): Customer {
  const { ids, clock, rules } = world
  const outcome = sent.config?.sandbox_outcome ?? 'standard'
  const method = sent.config?.processing_method ?? 'inline'
  const now = clock.now()
  return {
    id: rules.customerId(ids, scope.customers.oldestFirst().length),
    name: rules.storedName(sent.name),
    type: sent.type,
    email: sent.email,
    phone: sent.phone,
    status: rules.firstStatus(method, rules.verdict(outcome)),
    ip: sent.device.ip_address,
    address: sent.address,
    profile: sent.compliance_profile,
    externalId: sent.external_id,
    metadata: sent.metadata && rules.storedMetadata(sent.metadata, 'customer'),
    outcome,
    method,
    reviewId: ids.uuid(),
    reviewedAt: now,
    createdAt: now,
    updatedAt: now,
  }
}

export const createCustomer: Handler = (call) => {
  const { world, scope } = call
  const sent = readBody(call, 'customer', creation(world.rules))
  refuseTaken(call, sent.email)
  const made = make(call, sent)
  const customer = scope.customers.put(made.id, made)
  const view = customerView(world, customer)
  tell(world, scope, { resource: 'customer', created: true, after: () => view })
  if (customer.status === 'pending') finishLater(world, scope, customer)
  return created(call, view)
}

export const getCustomer: Handler = (call) => found(customerView(call.world, customerAt(call).item))

export const getUnmaskedCustomer: Handler = (call) => found(unmaskedCustomer(call.world, customerAt(call).item))

export const updateCustomer: Handler = (call) => {
  const { item, scope } = customerAt(call)
  const { rules } = call.world
  const sent = readBody(call, 'customer', replacement(rules))
  refuseTaken({ ...call, scope }, sent.email, item.id)
  const changed = change(call.world, scope, item, {
    name: rules.updatedName(item.name, sent.name),
    email: sent.email,
    phone: sent.phone,
    status: rules.updatedStatus(item.status, sent.status),
    createdAt: rules.createdAfterUpdate(item.createdAt, call.world.clock.now()),
    ip: sent.device.ip_address,
    address: sent.address === undefined ? item.address : sent.address,
    profile: sent.compliance_profile === undefined ? item.profile : sent.compliance_profile,
    externalId: sent.external_id === undefined ? item.externalId : sent.external_id,
    metadata: rules.updatedMetadata(item.metadata, sent.metadata),
  })
  return found(customerView(call.world, changed))
}

export const removeCustomer: Handler = (call) => {
  const { item, scope } = customerAt(call)
  if (call.world.rules.removes()) scope.customers.remove(item.id)
  return found(customerView(call.world, item))
}

const listing: Listing<Customer> = {
  name: 'customers',
  sorts: { name: ({ name }) => name, created_at: ({ createdAt }) => createdAt },
  defaultSort: 'name',
  filters: {
    name: part(({ name }) => name),
    email: exactly(({ email }) => email),
    external_id: exactly(({ externalId }) => externalId),
    status: anyOf(customerStatuses, ({ status }) => status),
    types: anyOf(['individual', 'business'], ({ type }) => type),
    created_from: since(({ createdAt }) => createdAt),
    created_to: until(({ createdAt }) => createdAt),
    search_text: search(({ name, email, phone, externalId }) => [name, email, phone, externalId]),
  },
  view: ({ world }, customer) => customerSummary(world, customer),
}

export const listCustomers: Handler = (call) =>
  page(
    call,
    listing,
    listed(call, ({ customers }) => customers),
  )
