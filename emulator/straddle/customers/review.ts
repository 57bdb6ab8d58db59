import { found, started } from '../call.ts'
import type { Handler } from '../call.ts'
import { readBody } from '../call.ts'
import { Refused } from '../refusal.ts'
import { later } from '../world.ts'
import type { Scope, World } from '../world.ts'
import type { Customer } from './customer.ts'
import { change, customerAt } from './change.ts'
import { decision } from './requests.ts'
import { customerView, identityView } from './view.ts'

/** Seconds that checks in the background take. */
const checking = 5

/** Ends the checks that run in the background, unless somebody else has settled the matter. */
export function finishLater(world: World, scope: Scope, { id, reviewId }: Customer): void {
  later(world, scope, checking, () => {
    const customer = scope.customers.get(id)
    if (customer?.status !== 'pending' || customer.reviewId !== reviewId) return
    change(world, scope, customer, { status: world.rules.verdict(customer.outcome) })
  })
}

export const getReview: Handler = (call) => {
  const { item } = customerAt(call)
  return found({
    customer_details: customerView(call.world, item),
    identity_details: identityView(call.world, item),
  })
}

export const decide: Handler = (call) => {
  const { item, scope } = customerAt(call)
  const { status } = readBody(call, 'customer', decision)
  const { rules } = call.world
  if (!rules.mayDecide(item.status)) {
    throw new Refused('unprocessable', `A customer that is ${item.status} cannot be decided on.`)
  }
  return found(
    customerView(call.world, change(call.world, scope, item, { status: rules.decided(item.status, status) })),
  )
}

export const refreshReview: Handler = (call) => {
  const { item, scope } = customerAt(call)
  const { ids, clock } = call.world
  const parts = { status: 'pending', reviewId: ids.uuid(), reviewedAt: clock.now() } as const
  const customer = change(call.world, scope, item, parts)
  finishLater(call.world, scope, customer)
  return started(call, customerView(call.world, customer))
}
