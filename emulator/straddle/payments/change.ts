import { lookUp, notFound } from '../call.ts'
import type { Call, View } from '../call.ts'
import { tell } from '../events.ts'
import type { Scope, World } from '../world.ts'
import type { Payment, PaymentKind, StatusEntry } from './payment.ts'
import { paymentInEvent } from './view.ts'

/** The charge or payout that a request's path names, and the account that it is in. */
export function paymentAt(call: Call, kind: PaymentKind): { readonly item: Payment; readonly scope: Scope } {
  const home = lookUp(call, call.params['id'] ?? '', ({ payments }) => payments)
  return home?.item.kind === kind ? home : notFound(kind)
}

/** Keeps a new payment, and tells of it. */
export function enter(world: World, scope: Scope, payment: Payment): Payment {
  scope.payments.put(payment.id, payment)
  tell(world, scope, { resource: payment.kind, created: true, after: () => paymentInEvent(world, scope, payment) })
  return payment
}

/** Changes some of a payment, and tells of it. */
export function change(world: World, scope: Scope, payment: Payment, parts: Partial<Payment>): Payment {
  const before = (): View => paymentInEvent(world, scope, payment)
  const updatedAt = world.rules.touched(payment.updatedAt, world.clock.now())
  const changed = scope.payments.put(payment.id, { ...payment, ...parts, updatedAt })
  tell(world, scope, {
    resource: payment.kind,
    created: false,
    before,
    after: () => paymentInEvent(world, scope, changed),
  })
  return changed
}

/** Gives a payment another status; whatever was due of the one before no longer is. */
export function transit(
  world: World,
  scope: Scope,
  payment: Payment,
  entry: Omit<StatusEntry, 'changedAt'>,
  parts: Partial<Payment> = {},
): Payment {
  const history = world.rules.withEntry(payment.history, { ...entry, changedAt: world.clock.now() }, payment.kind)
  return change(world, scope, payment, { ...parts, status: entry.status, history, turn: payment.turn + 1 })
}
