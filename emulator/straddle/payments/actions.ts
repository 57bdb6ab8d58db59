import { found, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { Refused } from '../refusal.ts'
import { change, paymentAt, transit } from './change.ts'
import { refusePast } from './create.ts'
import type { Payment, PaymentAction, PaymentKind } from './payment.ts'
import { proceed } from './process.ts'
import type { StatusAction } from '../rules/payments.ts'
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
      amount: world.rules.updatedAmount(item.amount, sent.amount, kind),
      description: world.rules.updatedDescription(item.description, sent.description),
      paymentDate: sent.payment_date,
      metadata: world.rules.updatedMetadata(item.metadata, sent.metadata),
      // appointments were made for the date before
      turn: item.turn + 1,
    })
    proceed(world, scope, changed)
    return found(paymentView(world, scope, changed))
  }

const usual: Readonly<Record<StatusAction, string>> = {
  hold: 'The payment was put on hold.',
  release: 'The payment was released.',
  cancel: 'The payment was cancelled.',
}

/** An action of a client that gives a payment another status. */
export const actOn =
  (kind: PaymentKind, action: StatusAction): Handler =>
  (call) => {
    const { world } = call
    const { rules } = world
    const { item, scope } = paymentAt(call, kind)
    const { reason } = readBody(call, kind, statusAction)
    permit(call, action, item)
    const entry = {
      status: rules.statusAfter(action, kind),
      message: rules.actionMessage(reason, usual[action], kind),
      reason: 'user_request',
      source: 'user_action',
    } as const
    const stage = rules.stageAfter(action, item.stage, kind)
    const released = item.released || action === 'release'
    const changed = transit(world, scope, item, entry, { stage, released })
    proceed(world, scope, changed)
    return found(paymentView(world, scope, changed))
  }
