import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { clauseOf } from './payment-clauses.ts'
import type { Kind } from './kinds.ts'
import { inState, pathOf, statusOf, until } from './lives.ts'
import { idOf } from './making.ts'
import { namesField, references, refusesByRule, refusesFaults } from './refusal.ts'
import { makes, succeeded } from './success.ts'

const path = (payment: Exchange) => ({ path: { id: idOf(payment) } })

/** A second one is refused, or accepted and cancelled soon; never paid. */
function neverPaid(second: Exchange, ended: Exchange | undefined): Judgement {
  if (ended === undefined) return hasStatus(second, 422)
  return all(
    equals(ended, '/data/status', 'cancelled'),
    equals(ended, '/data/status_details/reason', 'payment_blocked'),
    equals(ended, '/data/status_details/source', 'watchtower'),
    inExchange(ended, holds(!pathOf(ended).includes('paid'), '/data/status_history', 'no paid', pathOf(ended))),
  )
}

const followed = (trial: Trial, kind: Kind, second: Exchange): Promise<Exchange | undefined> =>
  succeeded(second) ? until(trial, kind, idOf(second), ['cancelled', 'paid', 'failed']) : Promise.resolve(undefined)

/** Every end without success, by the outcome that leads there; what a client cancels has none. */
const ends: readonly (readonly [end: string, outcome: string | undefined])[] = [
  ['cancelled', undefined],
  ['cancelled', 'cancelled_for_fraud_risk'],
  ['failed', 'failed_insufficient_funds'],
  ['failed', 'failed_closed_bank_account'],
  ['reversed', 'reversed_insufficient_funds'],
]

/** However it came to its end without success, a payment is made anew by its resubmission. */
function afterEveryEnd(kind: Kind): Check {
  return example(`straddle/${kind.section}/resubmitted-after-every-end`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const tried: (readonly [original: Exchange, again: Exchange])[] = []
      for (const [end, sandbox_outcome] of ends) {
        const made =
          sandbox_outcome === undefined
            ? await inState(trial, kind, 'cancelled', undefined, { amount: 4321 })
            : await makePayment(trial, kind, { amount: 4321, config: { sandbox_outcome } })
        const original = await until(trial, kind, idOf(made), [end])
        if (statusOf(original) === end)
          tried.push([original, await trial.call(kind.resubmit, { ...path(original), body: {} })])
      }
      return tried
    },
    judge: {
      [clauseOf(kind, 'resubmit.ended')]: (tried) => each(tried, ([, again]) => makes(again)),
      [clauseOf(kind, 'resubmit.new')]: (tried) =>
        each(tried, ([original, again]) =>
          again.response.status >= 300
            ? nothing
            : all(
                ...['amount', 'currency'].map((name) =>
                  equals(again, `/data/${name}`, read(original, `/data/${name}`) ?? null),
                ),
                equals(again, '/data/status', 'created'),
              ),
        ),
    },
  })
}

function resubmission(kind: Kind): readonly Check[] {
  return [
    afterEveryEnd(kind),
    example(`straddle/${kind.section}/resubmitted`, {
      arrange: async (trial) => {
        // more than single precision holds
        const original = await inState(trial, kind, 'cancelled', undefined, { amount: 16_777_217 })
        const renamed = trial.unique('AGAIN-')
        const other = await inState(trial, kind, 'cancelled')
        return {
          other,
          original,
          renamed,
          again: await trial.given(kind.resubmit, {
            ...path(original),
            body: { external_id: renamed, description: 'Second try' },
          }),
          unnamed: await trial.given(kind.resubmit, { ...path(other), body: {} }),
        }
      },
      judge: {
        [clauseOf(kind, 'resubmit.new')]: ({ original, renamed, again, other, unnamed }) =>
          all(
            holds(
              read(unnamed, '/data/external_id') !== read(other, '/data/external_id'),
              '/data/external_id',
              'an external id of its own',
              read(unnamed, '/data/external_id'),
            ),
            holds(idOf(again) !== idOf(original), '/data/id', 'an id of its own', idOf(again)),
            equals(again, '/data/external_id', renamed),
            equals(again, '/data/description', 'Second try'),
            equals(again, '/data/amount', read(original, '/data/amount') ?? null),
          ),
      },
    }),
    example(`straddle/${kind.section}/resubmitted-twice`, {
      needs: ['clock'],
      arrange: async (trial) => {
        const original = await inState(trial, kind, 'cancelled')
        await trial.given(kind.resubmit, { ...path(original), body: {} })
        const second = await trial.call(kind.resubmit, { ...path(original), body: {} })
        return { second, ended: await followed(trial, kind, second) }
      },
      judge: { [clauseOf(kind, 'resubmit.once')]: ({ second, ended }) => neverPaid(second, ended) },
    }),
  ]
}

/** A charge that was paid; where the target does not get there, refunds cannot be judged. */
const paidCharge = (trial: Trial): Promise<Exchange> => inState(trial, charges, 'paid', undefined, { amount: 10_000 })

const refunds: Check = example('straddle/charges/refunded', {
  needs: ['clock'],
  arrange: async (trial) => {
    const [charge, other, third, fourth] = [
      await paidCharge(trial),
      await paidCharge(trial),
      await paidCharge(trial),
      await paidCharge(trial),
    ] as const
    const refund = (of: Exchange, body: { amount?: number }) => trial.call('refundCharge', { ...path(of), body })
    const above = await refund(other, { amount: 10_001 })
    const untouched = await trial.given('getCharge', path(other))
    const full = await refund(charge, {})
    const partial = await refund(other, { amount: 4_000 })
    const nearlyAll = await refund(third, { amount: 9_999 })
    const least = await refund(fourth, { amount: 1 })
    const paid = [charge, other, third, fourth].every((one) => statusOf(one) === 'paid')
    return { charge, above, untouched, full, partial, nearlyAll, least, paid }
  },
  judge: {
    'straddle.charges.refund.answers': ({ full, paid }) => (paid ? makes(full) : notPaid),
    'straddle.charges.refund.full': ({ full, paid }) => (paid ? equals(full, '/data/amount', 10_000) : notPaid),
    'straddle.charges.refund.partial': ({ partial, nearlyAll, least, paid }) =>
      paid
        ? all(
            equals(partial, '/data/amount', 4_000),
            equals(nearlyAll, '/data/amount', 9_999),
            equals(least, '/data/amount', 1),
          )
        : notPaid,
    'straddle.charges.refund.above': ({ above, untouched, paid }) =>
      paid
        ? all(
            refusesByRule(above),
            equals(untouched, '/data/amount', 10_000),
            references(above).length === 0 ? nothing : namesField(above, 'amount'),
          )
        : notPaid,
    'straddle.charges.refund.related': ({ charge, full, paid }) => (paid ? names(full, charge) : notPaid),
  },
})

/** A charge that was changed, held and released before it was paid is refunded as it was paid. */
const refundedAfterALife: Check = example('straddle/charges/refunded-after-a-life', {
  needs: ['clock'],
  arrange: async (trial) => {
    const made = await makePayment(trial, charges, { config: { auto_hold: true, sandbox_outcome: 'paid' } })
    const change = { amount: 7777, description: 'Changed', payment_date: dayOf(trial, 0) }
    await trial.given('updateCharge', { ...path(made), body: change })
    await trial.given('releaseCharge', { ...path(made), body: { reason: 'Looked at' } })
    const paid = await until(trial, charges, idOf(made), ['paid'])
    if (statusOf(paid) !== 'paid') return undefined
    const sent = { description: 'Sorry', metadata: { ticket: '12' } }
    const refund = await trial.given('refundCharge', { ...path(made), body: sent })
    await trial.advance(3600)
    return { charge: made, sent, refund, later: await trial.given('getPayout', path(refund)) }
  },
  judge: {
    'straddle.charges.refund.full': (made) =>
      made === undefined ? notPaid : equals(made.refund, '/data/amount', 7777),
    'straddle.charges.refund.echoes': (made) =>
      made === undefined
        ? notPaid
        : each([made.refund, made.later], (answer) =>
            all(
              equals(answer, '/data/description', made.sent.description),
              equals(answer, '/data/metadata', made.sent.metadata),
            ),
          ),
    'straddle.charges.refund.related': (made) => (made === undefined ? notPaid : names(made.later, made.charge)),
  },
})

function names(refund: Exchange, charge: Exchange): Judgement {
  const related = read(refund, '/data/related_payments')
  const isNamed = JSON.stringify(related ?? null).includes(idOf(charge))
  return inExchange(refund, holds(isNamed, '/data/related_payments', `the charge ${idOf(charge)}`, related))
}

/** Apart from the refund itself: a payout that is not found again would block what is said of it. */
const refundedTwice: Check = example('straddle/charges/refunded-twice', {
  needs: ['clock'],
  arrange: async (trial) => {
    const charge = await paidCharge(trial)
    await trial.call('refundCharge', { ...path(charge), body: {} })
    const second = await trial.call('refundCharge', { ...path(charge), body: {} })
    return { second, ended: await followed(trial, payouts, second), paid: statusOf(charge) === 'paid' }
  },
  judge: {
    'straddle.charges.refund.once': ({ second, ended, paid }) => (paid ? neverPaid(second, ended) : notPaid),
  },
})

const notPaid = unobservable('no charge became paid')

/** Resubmitting what ended without success, and refunding what was paid. */
export function paymentRepeats(contract: Contract, kind: Kind): readonly Check[] {
  if (kind.name === 'payout') return resubmission(kind)
  const invalid = refusesInvalidInput(contract, 'straddle/charges', {
    operation: 'refundCharge',
    needs: ['clock'],
    prepare: async (trial) => ({ call: path(await paidCharge(trial)) }),
    ...refusesFaults,
  })
  return [...resubmission(kind), refunds, refundedAfterALife, refundedTwice, ...invalid]
}
