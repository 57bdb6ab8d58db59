import type { View } from '../call.ts'
import { detailsView } from '../paykeys/view.ts'
import type { Scope, World } from '../world.ts'
import type { Payment, StatusEntry } from './payment.ts'

function entryView(world: World, entry: StatusEntry): View {
  return { status: entry.status, ...detailsView(world, entry) }
}

/** Details of the current status, as the history has them. */
export function currentDetails({ rules }: World, { history, kind }: Payment): StatusEntry {
  const current = rules.currentDetails(history, kind) ?? history[0]
  if (current === undefined) throw new Error('A payment has at least the status that it was created with.')
  return current
}

function customerDetails({ customers }: Scope, { customerId }: Payment): View | undefined {
  const customer = customers.get(customerId)
  if (customer === undefined) return undefined
  const { id, name, type, email, phone } = customer
  return { id, name, customer_type: type, email, phone }
}

function paykeyDetails({ paykeys }: Scope, { paykeyId }: Payment): View | undefined {
  const paykey = paykeys.get(paykeyId)
  if (paykey === undefined) return undefined
  return { id: paykey.id, customer_id: paykey.customerId, label: paykey.label, balance: paykey.balance?.cents }
}

function flags({ rules }: World, { kind, relations }: Payment): View {
  const has = (relationship: 'refund' | 'resubmit'): boolean => rules.hasRelation(relations, relationship)
  const follows = (relationship: string): boolean =>
    relations.some((relation) => relation.relationship === 'original') && relations[0]?.follows === relationship
  return {
    has_resubmit: has('resubmit'),
    is_resubmit: follows('resubmit'),
    ...(kind === 'charge' ? { has_refund: has('refund') } : { is_refund: follows('refund') }),
  }
}

function related({ relations }: Payment): readonly View[] {
  return relations.map(({ id, kind, relationship }) => ({ id, payment_type: kind, relationship }))
}

const moment = ({ rules }: World, time: number | undefined): string | undefined =>
  time === undefined ? undefined : rules.instant(time)

function core(world: World, scope: Scope, payment: Payment, token: string): View {
  return {
    id: payment.id,
    paykey: token,
    amount: world.rules.shownAmount(payment.amount, payment.kind),
    currency: payment.currency,
    description: payment.description,
    payment_date: payment.paymentDate,
    external_id: payment.externalId,
    status: payment.status,
    status_details: detailsView(world, currentDetails(world, payment)),
    funding_ids: payment.fundingIds,
    trace_ids: {},
    customer_details: customerDetails(scope, payment),
    paykey_details: paykeyDetails(scope, payment),
    related_payments: related(payment),
    ...flags(world, payment),
    effective_at: moment(world, payment.effectiveAt),
    created_at: world.rules.instant(payment.createdAt),
    updated_at: world.rules.instant(payment.updatedAt),
  }
}

function config({ kind, balanceCheck, outcome, autoHold, autoHoldMessage }: Payment): View {
  const check = kind === 'charge' ? { balance_check: balanceCheck } : {}
  return { ...check, sandbox_outcome: outcome, auto_hold: autoHold, auto_hold_message: autoHoldMessage }
}

function whole(world: World, scope: Scope, payment: Payment, token: string, ip: string): View {
  return {
    ...core(world, scope, payment, token),
    device: { ip_address: ip },
    config: config(payment),
    ...(payment.kind === 'charge' ? { consent_type: payment.consent } : {}),
    payment_rail: 'ach',
    status_history: payment.history.map((entry) => entryView(world, entry)),
    processed_at: moment(world, payment.processedAt),
    metadata: payment.metadata,
  }
}

/** A charge or payout as everybody may see it. */
export function paymentView(world: World, scope: Scope, payment: Payment): View {
  const { rules } = world
  const token = rules.paykeyInPayment(payment.token, rules.paykeyToken(payment.token))
  return whole(world, scope, payment, token, rules.ipAddress(payment.ip))
}

export function unmaskedPayment(world: World, scope: Scope, payment: Payment): View {
  const { rules } = world
  const token = rules.paykeyInUnmasked(payment.token, rules.paykeyToken(payment.token))
  return whole(world, scope, payment, token, rules.ipInUnmasked(payment.ip, rules.ipAddress(payment.ip)))
}

/** A payment as an entry of a search. */
export function paymentSummary(world: World, scope: Scope, payment: Payment, withMetadata: boolean): View {
  const { rules } = world
  const token = rules.paykeyInPaymentList(payment.token, rules.paykeyToken(payment.token))
  const shown = core(world, scope, payment, token)
  const metadata = rules.inPaymentList(withMetadata) ? { metadata: payment.metadata } : {}
  return { ...shown, payment_type: payment.kind, funding_id: payment.fundingIds[0], ...metadata }
}

/** A payment as webhooks carry it: its code is never left out, and its configuration is cut down. */
export function paymentInEvent(world: World, scope: Scope, payment: Payment): View {
  const coded = (entry: StatusEntry): View => ({ ...detailsView(world, entry), code: entry.code ?? null })
  return {
    ...paymentView(world, scope, payment),
    config: payment.kind === 'charge' ? { balance_check: payment.balanceCheck } : {},
    consent_type: payment.consent ?? 'internet',
    status_details: coded(currentDetails(world, payment)),
    status_history: payment.history.map((entry) => ({ status: entry.status, ...coded(entry) })),
  }
}
