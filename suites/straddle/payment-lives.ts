import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { objectAt } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { followsTransitions, grows, historyOf, mirrors, ordered } from './histories.ts'
import { makePayment } from './kinds.ts'
import { clauseOf } from './payment-clauses.ts'
import type { Kind } from './kinds.ts'
import { inState, statusOf } from './lives.ts'
import { idOf } from './making.ts'
import { act } from './payment-actions.ts'
import type { Verb } from './payment-actions.ts'

const waits: Readonly<Record<string, number>> = { 'wait 10 s': 10, 'wait a minute': 60, 'wait ten minutes': 600 }
const verbs: readonly Verb[] = ['update', 'hold', 'release', 'cancel']
const outcomes = [
  'standard',
  'paid',
  'on_hold_daily_limit',
  'cancelled_for_fraud_risk',
  'failed_insufficient_funds',
  'reversed_customer_dispute',
]

interface Life {
  readonly outcome: string
  /** Days from today on which it is due. */
  readonly due: number
  readonly steps: readonly string[]
}

const lives: fc.Arbitrary<Life> = fc.record({
  outcome: fc.constantFrom(...outcomes),
  due: fc.constantFrom(0, 0, 1),
  steps: fc.array(fc.constantFrom(...verbs, ...Object.keys(waits)), { minLength: 1, maxLength: 8 }),
})

async function live(trial: Trial, kind: Kind, { outcome, due, steps }: Life): Promise<readonly Exchange[]> {
  const seen = [
    await makePayment(trial, kind, { payment_date: dayOf(trial, due), config: { sandbox_outcome: outcome } }),
  ]
  const id = idOf(seen[0] as Exchange)
  for (const step of steps) {
    const seconds = waits[step]
    if (seconds === undefined) await act(trial, kind, step as Verb, id)
    else await trial.advance(seconds)
    seen.push(await trial.given(kind.get, { path: { id } }))
  }
  return seen
}

const histories = (life: readonly Exchange[]): readonly (readonly JsonObject[])[] =>
  life.map((seen) => historyOf(objectAt(seen, '/data')) ?? [])

/** Once it has ended a payment keeps its status; only one that was paid is reversed after all. */
function staysEnded(life: readonly Exchange[]): Judgement {
  return each(life, (seen, index) => {
    const [before, after] = [index === 0 ? undefined : statusOf(life[index - 1] as Exchange), statusOf(seen)]
    if (before === undefined || !['failed', 'cancelled', 'reversed'].includes(before)) return nothing
    return before === after ? kept() : departs({ at: '/data/status', expected: before, actual: after, in: seen })
  })
}

/** What a client stopped stays stopped, however long one waits. */
function stops(kind: Kind): Check {
  return example(`straddle/${kind.section}/stopped-for-good`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const cancelled = await inState(trial, kind, 'cancelled')
      const stopped = [cancelled, await inState(trial, kind, 'on_hold')]
      // whatever was due of a payment that is scheduled no longer is
      for (const action of ['hold', 'cancel'] as const) {
        const path = { id: idOf(await inState(trial, kind, 'scheduled')) }
        stopped.push(await trial.given(kind.actions[action], { path, body: { reason: 'Wait' } }))
      }
      await trial.advance(24 * 60 * 60)
      const pairs: (readonly [before: Exchange, after: Exchange])[] = []
      for (const before of stopped) pairs.push([before, await trial.given(kind.get, { path: { id: idOf(before) } })])
      return pairs
    },
    judge: {
      [clauseOf(kind, 'lifecycle.transitions')]: (pairs) =>
        each(pairs, ([before, after]) => equals(after, '/data/status', statusOf(before))),
    },
  })
}

/** Held, released and changed as often as one likes, a payment that is not sent yet lets itself be held, and cancelled in the end. */
function againAndAgain(kind: Kind): Check {
  return example(`straddle/${kind.section}/again-and-again`, {
    arrange: async (trial) => {
      const { id } = { id: idOf(await makePayment(trial, kind, { payment_date: dayOf(trial, 2) })) }
      const steps: (readonly [verb: Verb, answer: Exchange])[] = []
      for (const verb of ['hold', 'update', 'release', 'hold', 'release', 'update', 'hold', 'cancel'] as const)
        steps.push([verb, await act(trial, kind, verb, id)])
      return steps
    },
    judge: {
      [clauseOf(kind, 'hold.open')]: (steps) =>
        each(steps, ([verb, answer]) => (verb === 'hold' ? leads(answer, 'on_hold') : nothing)),
      [clauseOf(kind, 'release.held')]: (steps) =>
        each(steps, ([verb, answer]) => (verb === 'release' ? leads(answer, 'created') : nothing)),
      [clauseOf(kind, 'update.open')]: (steps) =>
        each(steps, ([verb, answer]) => (verb === 'update' ? hasStatus(answer, 200) : nothing)),
      [clauseOf(kind, 'cancel.open')]: (steps) =>
        each(steps, ([verb, answer]) => (verb === 'cancel' ? leads(answer, 'cancelled') : nothing)),
    },
  })
}

const leads = (answer: Exchange, status: string): Judgement =>
  answer.response.status >= 300 ? hasStatus(answer, 200) : equals(answer, '/data/status', status)

/** Whatever is done to a payment, in whatever order and at whatever time, its history tells a documented life. */
export function paymentLives(kind: Kind): readonly Check[] {
  return [
    stops(kind),
    againAndAgain(kind),
    property<readonly Exchange[], Life>(`straddle/${kind.section}/life`, {
      needs: ['clock'],
      inputs: () => lives,
      arrange: (trial, life) => live(trial, kind, life),
      judge: {
        [clauseOf(kind, 'lifecycle.transitions')]: (life) =>
          all(each(histories(life), followsTransitions), staysEnded(life)),
        [clauseOf(kind, 'history.grows')]: (life) =>
          each(histories(life).slice(1), (history, index) => grows(histories(life)[index] ?? [], history)),
        [clauseOf(kind, 'history.ordered')]: (life) => each(histories(life), ordered),
        [clauseOf(kind, 'history.mirrors')]: (life) =>
          each(life, (seen) => {
            const payment = objectAt(seen, '/data')
            const history = historyOf(payment)
            return history === undefined || !isObject(payment) ? nothing : mirrors(payment, history)
          }),
      },
    }),
  ]
}
