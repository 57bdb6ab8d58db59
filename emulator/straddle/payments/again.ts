import { created, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { Refused } from '../refusal.ts'
import type { Scope } from '../world.ts'
import { permit } from './actions.ts'
import { change, enter, paymentAt } from './change.ts'
import { firstEntries, refusePast, refuseTaken, today } from './create.ts'
import type { Payment, PaymentKind, Relation } from './payment.ts'
import { proceed } from './process.ts'
import { refunding, resubmission } from './requests.ts'
import type { Resubmission } from './requests.ts'
import { paymentView } from './view.ts'

interface Follower {
  readonly relationship: 'resubmit' | 'refund'
  readonly kind: PaymentKind
  readonly parts: Partial<Payment>
}

function nextExternalId({ payments }: Scope, original: Payment, { kind, relationship }: Follower): string {
  const taken = new Set(
    payments
      .oldestFirst()
      .filter((other) => other.kind === kind)
      .map(({ externalId }) => externalId),
  )
  for (let count = 1; ; count += 1) {
    const candidate = `${original.externalId}-${relationship}-${count}`
    if (!taken.has(candidate)) return candidate
  }
}

/** A new payment that starts over with an original's parts. */
function follow(
  { world }: Call,
  original: Payment,
  sent: Resubmission,
  { kind, relationship, parts }: Follower,
): Payment {
  const { ids, clock, rules } = world
  const { processedAt: _processed, effectiveAt: _effective, ...rest } = original
  return {
    ...rest,
    id: ids.uuid(),
    kind,
    paymentDate: sent.payment_date ?? today(world),
    outcome: 'standard',
    autoHold: undefined,
    autoHoldMessage: undefined,
    status: 'created',
    history: firstEntries(world, kind),
    turn: 0,
    stage: 'entered',
    released: false,
    superfluous: rules.superfluous(original, relationship),
    fundingIds: [],
    relations: [{ id: original.id, kind: original.kind, relationship: 'original', follows: relationship }],
    createdAt: clock.now(),
    updatedAt: clock.now(),
    ...parts,
  }
}

function start(
  call: Call,
  scope: Scope,
  original: Payment,
  sent: Resubmission,
  follower: Follower,
): ReturnType<Handler> {
  const { world } = call
  const { kind, relationship } = follower
  if (typeof sent.payment_date === 'string') refusePast(world, kind, sent.payment_date)
  if (typeof sent.external_id === 'string') refuseTaken(world, scope, kind, sent.external_id)
  const externalId = sent.external_id ?? nextExternalId(scope, original, follower)
  const payment = enter(world, scope, { ...follow(call, original, sent, follower), externalId })
  const relation: Relation = { id: payment.id, kind, relationship }
  change(world, scope, original, { relations: [...original.relations, relation] })
  proceed(world, scope, payment)
  return created(call, paymentView(world, scope, payment))
}

export const resubmit =
  (kind: PaymentKind): Handler =>
  (call) => {
    const { item, scope } = paymentAt(call, kind)
    const sent = readBody(call, kind, resubmission)
    permit(call, 'resubmit', item)
    const amount = call.world.rules.resubmittedAmount(item.amount, kind)
    const parts = { amount, description: sent.description ?? item.description }
    return start(call, scope, item, sent, { relationship: 'resubmit', kind, parts })
  }

/** Pays a charge back by a payout. */
export const refund: Handler = (call) => {
  const { rules } = call.world
  const { item, scope } = paymentAt(call, 'charge')
  const sent = readBody(call, 'charge', refunding(rules))
  permit(call, 'refund', item)
  const amount = rules.refundAmount(sent.amount, item.amount)
  if (!rules.acceptsRefund(amount, item.amount)) refuseAmount(call)
  const parts = {
    amount,
    description: sent.description ?? `Refund of charge ${item.id}`,
    metadata: sent.metadata,
    consent: undefined,
    balanceCheck: undefined,
  }
  return start(call, scope, item, sent, { relationship: 'refund', kind: 'payout', parts })
}

function refuseAmount({ world }: Call): never {
  const detail = 'A refund is above zero, and not above the amount of its charge.'
  throw new Refused('unprocessable', detail, {
    items: [{ reference: world.rules.errorReference('charge', 'amount'), detail }],
  })
}
