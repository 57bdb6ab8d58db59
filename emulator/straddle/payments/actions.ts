import { found, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { Refused } from '../refusal.ts'
import { change, paymentAt, transit } from './change.ts'
import { refusePast } from './create.ts'
import type { Payment, PaymentAction, PaymentKind } from './payment.ts'
import { proceed } from './process.ts'
import { paymentUpdate, statusAction } from './requests.ts'
import { paymentView, unmaskedPayment } from './view.ts'

/** Refuses an action that a payment's status does not allow. */
export function permit({ world }: Call, action: PaymentAction, { kind, status }: Payment): void {
  if (world.rules.mayAct(action, status, kind)) return
  throw new Refused('unprocessable', `A ${kind} that is ${status} does not allow this.`)
}

export const getPayment =
  (kind: PaymentKind): Handler =>
  (call) => {
    const { item, scope } = paymentAt(call, kind)
    return found(paymentView(call.world, scope, item))
  }

export const unmaskPayment =
  (kind: PaymentKind): Handler =>
  (call) => {
    const { item, scope } = paymentAt(call, kind)
    return found(unmaskedPayment(call.world, scope, item))
  }

export const updatePayment =
  (kind: PaymentKind): Handler =>
  (call) => {
    const { world } = call
    const { item, scope } = paymentAt(call, kind)
    const sent = readBody(call, kind, paymentUpdate(world.rules))
    permit(call, 'update', item)
    refusePast(world, kind, sent.payment_date)
    const changed = change(world, scope, item, {
      amount: world.rules.updatedAmount(item.amount, sent.amount),
      description: world.rules.updatedDescription(item.description, sent.description),
      paymentDate: sent.payment_date,
      metadata: world.rules.updatedMetadata(item.metadata, sent.metadata),
      // appointments were made for the date before
      turn: item.turn + 1,
    })
    proceed(world, scope, changed)
    return found(paymentView(world, scope, changed))
  }

interface Action {
  readonly name: 'hold' | 'release' | 'cancel'
  readonly message: string
  readonly parts: Partial<Payment>
}

const actions = {
  hold: { name: 'hold', message: 'The payment was put on hold.', parts: { stage: 'stopped' } },
  release: { name: 'release', message: 'The payment was released.', parts: { stage: 'entered', released: true } },
  cancel: { name: 'cancel', message: 'The payment was cancelled.', parts: { stage: 'stopped' } },
} as const satisfies Record<string, Action>

/** An action of a client that gives a payment another status. */
export const actOn =
  (kind: PaymentKind, name: keyof typeof actions): Handler =>
  (call) => {
    const { world } = call
    const { rules } = world
    const { item, scope } = paymentAt(call, kind)
    const { reason } = readBody(call, kind, statusAction)
    permit(call, name, item)
    const { message, parts } = actions[name]
    const becomes = { hold: rules.heldStatus, release: rules.releasedStatus, cancel: rules.cancelledStatus }
    const entry = {
      status: becomes[name](),
      message: rules.actionMessage(reason, message),
      reason: 'user_request',
      source: 'user_action',
    } as const
    const changed = transit(world, scope, item, entry, parts)
    proceed(world, scope, changed)
    return found(paymentView(world, scope, changed))
  }
