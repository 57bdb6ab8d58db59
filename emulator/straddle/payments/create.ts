import { created, readBody, refuseFor } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { Refused } from '../refusal.ts'
import type { Scope, World } from '../world.ts'
import type { Paykey } from '../paykeys/paykey.ts'
import { dateIn } from './calendar.ts'
import { enter } from './change.ts'
import type { Payment, PaymentKind, StatusEntry } from './payment.ts'
import { proceed } from './process.ts'
import { chargeCreation, payoutCreation } from './requests.ts'
import type { PayoutCreation } from './requests.ts'
import { paymentView } from './view.ts'

/** Today, on the calendar that payment dates are on. */
export const today = ({ rules, clock }: World): string => dateIn(rules.paymentZone(), clock.now())

/** Refuses a date on which no payment can be made any more. */
export function refusePast(world: World, kind: PaymentKind, date: string): void {
  if (world.rules.acceptsDate(date, today(world), kind)) return
  const detail = 'The payment date is in the past.'
  throw new Refused('unprocessable', detail, {
    items: [{ reference: world.rules.errorReference(kind, 'payment_date'), detail }],
  })
}

/** Refuses an external id that another payment of the kind has. */
export function refuseTaken(world: World, scope: Scope, kind: PaymentKind, externalId: string): void {
  if (!world.rules.externalIdTaken(kind, externalId, scope.payments.oldestFirst())) return
  refuseFor(world, kind, [{ kind: 'form', at: 'external_id', detail: 'The external id must be unique.' }])
}

function paykeyOf(world: World, scope: Scope, kind: PaymentKind, token: string): Paykey {
  const paykey = world.rules.paykeyFor(token, scope.paykeys.oldestFirst())
  if (paykey !== undefined) return paykey
  const detail = 'There is no such paykey.'
  throw new Refused('unprocessable', detail, {
    items: [{ reference: world.rules.errorReference(kind, 'paykey'), detail }],
  })
}

/** The first entries of a new payment's history. */
export function firstEntries(
  { rules, clock }: World,
  kind: PaymentKind,
  hold?: boolean | null,
  message?: string | null,
): readonly StatusEntry[] {
  const changedAt = clock.now()
  const entered: StatusEntry = {
    status: 'created',
    message: 'The payment was created and awaits verification.',
    reason: 'ok',
    source: 'system',
    changedAt,
  }
  const first = rules.withEntry([], entered, kind)
  if (!rules.startsOnHold(hold, kind)) return first
  const held: StatusEntry = {
    status: 'on_hold',
    message: message ?? 'The payment is held from the start.',
    reason: 'auto_hold',
    source: 'system',
    changedAt,
  }
  return rules.withEntry(first, held, kind)
}

function make(world: World, kind: PaymentKind, sent: PayoutCreation, paykey: Paykey): Payment {
  const { ids, clock, rules } = world
  const { config } = sent
  const held = rules.startsOnHold(config?.auto_hold, kind)
  return {
    id: ids.uuid(),
    kind,
    token: paykey.token,
    paykeyId: paykey.id,
    customerId: paykey.customerId,
    amount: sent.amount,
    currency: sent.currency,
    description: rules.storedDescription(sent.description, kind),
    paymentDate: sent.payment_date,
    externalId: sent.external_id,
    ip: sent.device.ip_address,
    outcome: config?.sandbox_outcome,
    autoHold: config?.auto_hold,
    autoHoldMessage: config?.auto_hold_message,
    metadata: sent.metadata && rules.storedMetadata(sent.metadata, kind),
    status: held ? 'on_hold' : 'created',
    history: firstEntries(world, kind, config?.auto_hold, config?.auto_hold_message),
    turn: 0,
    stage: held ? 'stopped' : 'entered',
    released: false,
    superfluous: false,
    fundingIds: [],
    relations: [],
    createdAt: clock.now(),
    updatedAt: clock.now(),
  }
}

function begin(call: Call, kind: PaymentKind, sent: PayoutCreation, parts: Partial<Payment>): ReturnType<Handler> {
  const { world, scope } = call
  refusePast(world, kind, sent.payment_date)
  const paykey = paykeyOf(world, scope, kind, sent.paykey)
  refuseTaken(world, scope, kind, sent.external_id)
  const payment = enter(world, scope, { ...make(world, kind, sent, paykey), ...parts })
  proceed(world, scope, payment)
  return created(call, paymentView(world, scope, payment))
}

export const createCharge: Handler = (call) => {
  const sent = readBody(call, 'charge', chargeCreation(call.world.rules))
  return begin(call, 'charge', sent, { consent: sent.consent_type, balanceCheck: sent.config.balance_check })
}

export const createPayout: Handler = (call) =>
  begin(call, 'payout', readBody(call, 'payout', payoutCreation(call.world.rules)), {})
