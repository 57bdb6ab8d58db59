import { found, readBody } from '../call.ts'
import type { Handler } from '../call.ts'
import { anyOf, exactly, search, since, trueOrFalse, until } from '../filters.ts'
import { listed, page } from '../list.ts'
import type { Listing } from '../list.ts'
import { Refused } from '../refusal.ts'
import { bankAccountKey } from './banks.ts'
import { change, clientDecision, paykeyAt } from './change.ts'
import { paykeySources, paykeyStatuses } from './paykey.ts'
import type { Paykey } from './paykey.ts'
import { cancellation, unblocking } from './requests.ts'
import { permit } from './review.ts'
import { paykeySummary, paykeyView, revealedPaykey, unmaskedPaykey } from './view.ts'

export const getPaykey: Handler = (call) => found(paykeyView(call.world, paykeyAt(call).item))
export const revealPaykey: Handler = (call) => found(revealedPaykey(call.world, paykeyAt(call).item))
export const unmaskPaykey: Handler = (call) => found(unmaskedPaykey(call.world, paykeyAt(call).item))

export const cancelPaykey: Handler = (call) => {
  const { world } = call
  const { item, scope } = paykeyAt(call)
  const { reason } = readBody(call, 'paykey', cancellation)
  permit(call, 'cancel', item)
  const status = world.rules.cancelled(item.status)
  const details = clientDecision(status, reason, world.clock.now())
  return found(paykeyView(world, change(world, scope, item, { status, details })))
}

export const unblockPaykey: Handler = (call) => {
  const { world } = call
  const { item, scope } = paykeyAt(call)
  const { message } = readBody(call, 'paykey', unblocking)
  permit(call, 'unblock', item)
  if (world.rules.unblockEligible(item) !== true) {
    throw new Refused('unprocessable', 'This block cannot be lifted.')
  }
  scope.barred.delete(bankAccountKey(item))
  const details = clientDecision('active', message ?? 'The block was lifted.', world.clock.now())
  const parts = { status: 'active', details, unblocked: item.unblocked + 1 } as const
  return found(paykeyView(world, change(world, scope, item, parts)))
}

const listing = (eligible: (paykey: Paykey) => boolean | null): Listing<Paykey> => ({
  name: 'paykeys',
  sorts: {
    institution_name: ({ institution }) => institution,
    expires_at: () => null,
    created_at: ({ createdAt }) => createdAt,
  },
  defaultSort: 'created_at',
  filters: {
    customer_id: exactly(({ customerId }) => customerId, 'uuid'),
    status: anyOf(paykeyStatuses, ({ status }) => status),
    source: anyOf(paykeySources, ({ source }) => source),
    unblock_eligible: trueOrFalse((paykey) => eligible(paykey) === true),
    created_from: since(({ createdAt }) => createdAt),
    created_to: until(({ createdAt }) => createdAt),
    search_text: search(({ label, institution, externalId }) => [label, institution, externalId]),
  },
  view: ({ world }, paykey) => paykeySummary(world, paykey),
})

export const listPaykeys: Handler = (call) =>
  page(
    call,
    listing(call.world.rules.unblockEligible),
    listed(call, ({ paykeys }) => paykeys),
  )
