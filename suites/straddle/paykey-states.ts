import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { statesFollowTheTable } from '../laws/states-follow-the-table.ts'
import { equals } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { makePaykey } from './making.ts'
import { readingOf, refusesByRule } from './refusal.ts'

const path = (id: string) => ({ path: { id } })

const decisions: readonly Check[] = (['active', 'rejected'] as const).map((status) =>
  example(`straddle/paykeys/decided-${status}`, {
    arrange: async (trial) => {
      const { id } = await makePaykey(trial, { config: { sandbox_outcome: 'review' } })
      const decided = await trial.given('decidePaykey', { ...path(id), body: { status } })
      const seen = await trial.given('getPaykey', path(id))
      return { decided, seen, again: await trial.call('decidePaykey', { ...path(id), body: { status } }) }
    },
    judge: {
      'straddle.paykeys.decide.sets-status': ({ decided, seen }) =>
        each([decided, seen], (answer) => equals(answer, '/data/status', status)),
      'straddle.paykeys.decide.only-in-review': ({ again }) => refusesByRule(again),
    },
  }),
)

/** Verification that is under way is not yet for the client to decide. */
const undecided: Check = example('straddle/paykeys/decided-while-pending', {
  arrange: async (trial) => {
    const { id } = await makePaykey(trial, { config: { sandbox_outcome: 'active', processing_method: 'background' } })
    return trial.call('decidePaykey', { ...path(id), body: { status: 'rejected' } })
  },
  judge: { 'straddle.paykeys.decide.only-in-review': refusesByRule },
})

/** What was under way when a paykey was cancelled does not bring it back. */
const cancelledMeanwhile: Check = example('straddle/paykeys/cancelled-meanwhile', {
  needs: ['clock'],
  arrange: async (trial) => {
    const config = { sandbox_outcome: 'active', processing_method: 'background' }
    const ids = [(await makePaykey(trial, { config })).id]
    for (const operation of ['refreshPaykeyReview', 'refreshPaykeyBalance']) {
      const { id } = await makePaykey(trial)
      await trial.given(operation, path(id))
      ids.push(id)
    }
    const later: Exchange[] = []
    for (const id of ids) await trial.given('cancelPaykey', { ...path(id), body: {} })
    await trial.advance(3600)
    for (const id of ids) later.push(await trial.given('getPaykey', path(id)))
    return later
  },
  judge: {
    'straddle.paykeys.cancel.final': (later) => each(later, (paykey) => equals(paykey, '/data/status', 'inactive')),
  },
})

const cancelled: Check = example('straddle/paykeys/cancelled', {
  arrange: async (trial) => {
    const { id } = await makePaykey(trial)
    const answer = await trial.given('cancelPaykey', { ...path(id), body: { reason: 'No longer needed' } })
    const decided = await trial.call('decidePaykey', { ...path(id), body: { status: 'active' } })
    const unblocked = await trial.call('unblockPaykey', { ...path(id), body: {} })
    // whether it is refused or without effect, a new verification does not bring the paykey back
    await trial.call('refreshPaykeyReview', path(id))
    return { id, answer, decided, unblocked, seen: await trial.given('getPaykey', path(id)) }
  },
  judge: {
    'straddle.paykeys.cancel.inactive': ({ id, answer }) =>
      all(
        equals(answer, '/data/id', id),
        equals(answer, '/data/status', 'inactive'),
        equals(answer, '/data/status_details/reason', 'cancel_request'),
        equals(answer, '/data/status_details/source', 'user_action'),
      ),
    'straddle.paykeys.cancel.final': ({ decided, unblocked, seen }) =>
      all(refusesByRule(decided), refusesByRule(unblocked), equals(seen, '/data/status', 'inactive')),
    'straddle.paykeys.unblock.only-blocked': ({ unblocked }) => refusesByRule(unblocked),
  },
})

const refreshes: Check = example('straddle/paykeys/refreshed', {
  arrange: async (trial) => {
    const { id } = await makePaykey(trial)
    const balance = await trial.call('refreshPaykeyBalance', path(id))
    return { balance, review: await trial.call('refreshPaykeyReview', path(id)) }
  },
  judge: {
    'straddle.paykeys.refresh-balance.answers': ({ balance }) => readingOf(balance, { 200: 'ok', 202: 'accepted' }),
    'straddle.paykeys.refresh-review.answers': ({ review }) => readingOf(review, { 200: 'ok', 202: 'accepted' }),
  },
})

/** The life of a paykey: decisions in review, cancellation from wherever it still lives. */
const life: Check = statesFollowTheTable<string>('straddle/paykeys/life', {
  begin: async (trial) => {
    const { id, answer } = await makePaykey(trial, { config: { sandbox_outcome: 'review' } })
    return { subject: id, state: textAt(answer, '/data/status') }
  },
  actions: {
    accept: {
      from: { review: 'active' },
      act: (trial, id) => trial.call('decidePaykey', { ...path(id), body: { status: 'active' } }),
    },
    reject: {
      from: { review: 'rejected' },
      act: (trial, id) => trial.call('decidePaykey', { ...path(id), body: { status: 'rejected' } }),
    },
    unblock: { from: {}, act: (trial, id) => trial.call('unblockPaykey', { ...path(id), body: {} }) },
    // of paykeys that are rejected or inactive already the documents do not say whether they can be cancelled
    'cancel while it lives': {
      from: { review: 'inactive', active: 'inactive', rejected: 'rejected', inactive: 'inactive' },
      act: async (trial, id) => {
        const seen = await trial.given('getPaykey', path(id))
        return ['review', 'active'].includes(textAt(seen, '/data/status'))
          ? trial.call('cancelPaykey', { ...path(id), body: {} })
          : seen
      },
    },
  },
  observe: async (trial, id) => {
    const exchange = await trial.given('getPaykey', path(id))
    return { exchange, state: textAt(exchange, '/data/status') }
  },
  longest: 6,
  clauses: { allowed: 'straddle.paykeys.lifecycle.statuses', refused: 'straddle.paykeys.decide.only-in-review' },
  refusal: (exchange) => refusesByRule(exchange),
})

export const paykeyStates: readonly Check[] = [...decisions, undecided, cancelled, cancelledMeanwhile, refreshes, life]
