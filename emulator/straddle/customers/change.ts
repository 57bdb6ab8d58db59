import { lookUp, notFound } from '../call.ts'
import type { Call, View } from '../call.ts'
import { tell } from '../events.ts'
import type { Scope, World } from '../world.ts'
import type { Customer } from './customer.ts'
import { customerView } from './view.ts'

/** The customer that a request's path names, and the account that it is in. */
export function customerAt(call: Call): { readonly item: Customer; readonly scope: Scope } {
  return lookUp(call, call.params['id'] ?? '', ({ customers }) => customers) ?? notFound('customer')
}

/** Changes some of a customer, and tells of it. */
export function change(world: World, scope: Scope, customer: Customer, parts: Partial<Customer>): Customer {
  const updatedAt = world.rules.touched(customer.updatedAt, world.clock.now())
  const changed = scope.customers.put(customer.id, { ...customer, ...parts, updatedAt })
  const before = (): View => customerView(world, customer)
  tell(world, scope, { resource: 'customer', created: false, before, after: () => customerView(world, changed) })
  return changed
}
