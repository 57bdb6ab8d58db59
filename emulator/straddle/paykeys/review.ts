import { found, readBody, started } from '../call.ts'
import type { Call, Handler, View } from '../call.ts'
import { Refused } from '../refusal.ts'
import { later } from '../world.ts'
import type { Scope, World } from '../world.ts'
import { change, clientDecision, paykeyAt, verdictOn } from './change.ts'
import type { Paykey, PaykeyAction } from './paykey.ts'
import { decision } from './requests.ts'
import { paykeyView } from './view.ts'

/** Seconds that work in the background takes. */
const working = 5

/** Refuses an action that a paykey's status does not allow. */
export function permit({ world }: Call, action: PaykeyAction, { status }: Paykey): void {
  if (world.rules.mayActOnPaykey(action, status)) return
  throw new Refused('unprocessable', `This cannot be done with a paykey that is ${status}.`)
}

/** Ends a verification that runs in the background, unless somebody else has settled the matter. */
export function finishLater(world: World, scope: Scope, { id, reviewId }: Paykey): void {
  later(world, scope, working, () => {
    const paykey = scope.paykeys.get(id)
    if (paykey?.status !== 'pending' || paykey.reviewId !== reviewId) return
    const status = world.rules.paykeyVerdict(paykey.outcome)
    change(world, scope, paykey, { status, details: verdictOn(status, world.clock.now()) })
  })
}

function verification({ rules }: World, paykey: Paykey): View {
  const decided = paykey.status === 'rejected' ? 'reject' : paykey.status === 'review' ? 'review' : 'accept'
  return {
    id: paykey.reviewId,
    decision: decided,
    messages: {},
    breakdown: {
      name_match: { decision: decided, codes: [], correlation_score: decided === 'accept' ? 0.98 : 0.4 },
      account_validation: { decision: decided, codes: [] },
    },
    created_at: rules.instant(paykey.createdAt),
    updated_at: rules.instant(paykey.details.changedAt),
  }
}

export const getPaykeyReview: Handler = (call) => {
  const { item } = paykeyAt(call)
  return found({ paykey_details: paykeyView(call.world, item), verification_details: verification(call.world, item) })
}

export const decidePaykey: Handler = (call) => {
  const { world } = call
  const { item, scope } = paykeyAt(call)
  const sent = readBody(call, 'paykey', decision)
  permit(call, 'decide', item)
  const status = world.rules.decidedPaykey(sent.status)
  const details = clientDecision(status, undefined, world.clock.now())
  return found(paykeyView(world, change(world, scope, item, { status, details })))
}

export const refreshPaykeyReview: Handler = (call) => {
  const { world } = call
  const { item, scope } = paykeyAt(call)
  permit(call, 'refresh-review', item)
  const status = world.rules.refreshed(item.status)
  const parts = { status, details: verdictOn(status, world.clock.now()), reviewId: world.ids.uuid() }
  const paykey = change(world, scope, item, parts)
  finishLater(world, scope, paykey)
  return started(call, paykeyView(world, paykey))
}

export const refreshBalance: Handler = (call) => {
  const { world } = call
  const { item, scope } = paykeyAt(call)
  permit(call, 'refresh-balance', item)
  const asked = change(world, scope, item, { balance: { ...item.balance, status: 'pending' } })
  later(world, scope, working, () => {
    const paykey = scope.paykeys.get(item.id)
    if (paykey?.balance?.status !== 'pending') return
    const status = world.rules.readsBalance(paykey.source) ? 'completed' : 'failed'
    change(world, scope, paykey, { balance: { ...paykey.balance, status, updatedAt: world.clock.now() } })
  })
  return started(call, paykeyView(world, asked))
}
