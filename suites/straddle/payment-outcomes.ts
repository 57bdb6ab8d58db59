import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, holds, inExchange, isOneOf } from '../vocabulary/judge.ts'
import { advanceToDay, dayOf } from './bodies.ts'
import { makePayment } from './kinds.ts'
import { clauseOf } from './payment-clauses.ts'
import type { Kind } from './kinds.ts'
import { pathOf, statusOf, until } from './lives.ts'
import { idOf } from './making.ts'

/** How a return shows on the payment that it ends. */
const returns = {
  insufficient_funds: { reason: 'insufficient_funds', source: 'bank_decline', code: 'R01' },
  closed_bank_account: { reason: 'closed_bank_account', source: 'bank_decline', code: 'R02' },
  customer_dispute: { reason: 'disputed', source: 'customer_dispute', code: 'R05' },
  not_authorized: { reason: 'disputed', source: 'customer_dispute', code: 'R29' },
} as const
type Return = keyof typeof returns

async function ending(
  trial: Trial,
  kind: Kind,
  outcome: string,
  wanted: readonly string[],
  config: JsonObject = {},
): Promise<Exchange> {
  const created = await makePayment(trial, kind, { config: { sandbox_outcome: outcome, ...config } })
  return until(trial, kind, idOf(created), wanted)
}

/** Of a payment that ended by a return: why, and by whom. */
function details(ended: Exchange, name: Return): Judgement {
  if (!byReturn(ended)) return nothing
  return all(
    equals(ended, '/data/status_details/reason', returns[name].reason),
    equals(ended, '/data/status_details/source', returns[name].source),
  )
}

const byReturn = (ended: Exchange): boolean => ['failed', 'reversed'].includes(statusOf(ended))

const passed = (payment: Exchange, ...statuses: readonly string[]): Judgement => {
  const path = pathOf(payment).filter((status) => statuses.includes(status))
  return inExchange(payment, holds(path.join() === statuses.join(), '/data/status_history', statuses, path))
}

function neverPaid(payment: Exchange): Judgement {
  const path = pathOf(payment)
  return inExchange(payment, holds(!path.includes('paid'), '/data/status_history', 'no paid', path))
}

/** Ends cancelled, without having been paid. */
const stopped = (ended: Exchange): Judgement => all(neverPaid(ended), equals(ended, '/data/status', 'cancelled'))

function returned(kind: Kind, name: Return): Check {
  return example(`straddle/${kind.section}/returned-${name.replaceAll('_', '-')}`, {
    needs: ['clock'],
    arrange: async (trial) => ({
      failed: await ending(trial, kind, `failed_${name}`, ['failed', 'paid']),
      reversed: await ending(trial, kind, `reversed_${name}`, ['reversed', 'failed']),
    }),
    judge: {
      [clauseOf(kind, 'outcomes.failed')]: ({ failed }) =>
        all(equals(failed, '/data/status', 'failed'), details(failed, name)),
      [clauseOf(kind, 'outcomes.code')]: ({ failed, reversed }) =>
        each([failed, reversed].filter(byReturn), (ended) =>
          equals(ended, '/data/status_details/code', returns[name].code),
        ),
      [clauseOf(kind, 'outcomes.reversed')]: ({ reversed }) =>
        all(
          equals(reversed, '/data/status', 'reversed'),
          details(reversed, name),
          statusOf(reversed) === 'reversed' ? passed(reversed, 'paid', 'reversed') : neverPaid(reversed),
        ),
    },
  })
}

function settled(kind: Kind): Check {
  return example(`straddle/${kind.section}/paid`, {
    needs: ['clock'],
    arrange: (trial) => ending(trial, kind, 'paid', ['paid', 'failed', 'cancelled']),
    judge: {
      [clauseOf(kind, 'outcomes.paid')]: (ended) =>
        statusOf(ended) === 'paid'
          ? passed(ended, 'scheduled', 'pending', 'paid')
          : equals(ended, '/data/status', 'paid'),
    },
  })
}

function held(kind: Kind): Check {
  return example(`straddle/${kind.section}/held-by-watchtower`, {
    needs: ['clock'],
    arrange: (trial) => ending(trial, kind, 'on_hold_daily_limit', ['on_hold', 'paid', 'failed']),
    judge: {
      [clauseOf(kind, 'outcomes.hold')]: (ended) =>
        all(
          equals(ended, '/data/status', 'on_hold'),
          equals(ended, '/data/status_details/reason', 'amount_too_large'),
          equals(ended, '/data/status_details/source', 'watchtower'),
        ),
    },
  })
}

function refused(kind: Kind): Check {
  return example(`straddle/${kind.section}/stopped`, {
    needs: ['clock'],
    arrange: async (trial) => ({
      fraud: await ending(trial, kind, 'cancelled_for_fraud_risk', ['cancelled', 'failed', 'paid']),
      balance: await ending(
        trial,
        kind,
        'cancelled_for_balance_check',
        ['cancelled', 'failed', 'paid'],
        kind.name === 'charge' ? { balance_check: 'enabled' } : {},
      ),
    }),
    judge: {
      [clauseOf(kind, 'outcomes.fraud')]: ({ fraud }): Judgement => stopped(fraud),
      ...(kind.name === 'charge'
        ? {
            [clauseOf(kind, 'outcomes.balance-check')]: ({ balance }: { readonly balance: Exchange }): Judgement =>
              stopped(balance),
          }
        : {}),
    },
  })
}

/** What is held and released goes through the same checks as anything else. */
function stoppedOnceReleased(kind: Kind): Check {
  return example(`straddle/${kind.section}/stopped-once-released`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const path = {
        id: idOf(await makePayment(trial, kind, { config: { sandbox_outcome: 'cancelled_for_fraud_risk' } })),
      }
      await trial.given(kind.actions.hold, { path, body: { reason: 'Wait' } })
      await trial.given(kind.actions.release, { path, body: { reason: 'Go on' } })
      return until(trial, kind, path.id, ['cancelled', 'failed', 'paid'])
    },
    judge: {
      [clauseOf(kind, 'release.held')]: (ended) =>
        all(neverPaid(ended), isOneOf(ended, '/data/status', ['cancelled', 'failed'])),
    },
  })
}

const aMinute = 60
const halfAnHour = 30 * aMinute

/** Money does not move before the day begins, whichever time New York has then. */
function dated(kind: Kind, season: string, days: number): Check {
  return example(`straddle/${kind.section}/dated-${season}`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const due = dayOf(trial, days)
      const path = {
        id: idOf(await makePayment(trial, kind, { payment_date: due, config: { sandbox_outcome: 'paid' } })),
      }
      await advanceToDay(trial, due, -120)
      const waiting = await trial.given(kind.get, { path })
      await advanceToDay(trial, due, halfAnHour)
      return { waiting, later: await trial.given(kind.get, { path }) }
    },
    judge: { [clauseOf(kind, 'outcomes.future-date')]: ({ waiting, later }) => waits(waiting, later) },
  })
}

/** Made in the evening of New York for the day that has begun in UTC, money waits for the midnight of New York. */
function madeInTheEvening(kind: Kind): Check {
  return example(`straddle/${kind.section}/made-in-the-evening`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const due = dayOf(trial, 1)
      await advanceToDay(trial, due, -2 * halfAnHour)
      const path = {
        id: idOf(await makePayment(trial, kind, { payment_date: due, config: { sandbox_outcome: 'paid' } })),
      }
      await advanceToDay(trial, due, -120)
      const waiting = await trial.given(kind.get, { path })
      await advanceToDay(trial, due, halfAnHour)
      return { waiting, later: await trial.given(kind.get, { path }) }
    },
    judge: { [clauseOf(kind, 'outcomes.future-date')]: ({ waiting, later }) => waits(waiting, later) },
  })
}

const waits = (waiting: Exchange, later: Exchange): Judgement =>
  all(equals(waiting, '/data/status', 'scheduled'), isOneOf(later, '/data/status', ['pending', 'paid']))

const notUpdated = unobservable('a payment that is scheduled is not updated')

/** The date that counts is the one that an update left. */
function postponed(kind: Kind): Check {
  return example(`straddle/${kind.section}/postponed`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const [before, due] = [dayOf(trial, 1), dayOf(trial, 3)]
      const path = {
        id: idOf(await makePayment(trial, kind, { payment_date: before, config: { sandbox_outcome: 'paid' } })),
      }
      await trial.advance(aMinute)
      const updated = await trial.call(kind.update, {
        path,
        body: { amount: 5000, description: 'Later', payment_date: due },
      })
      await advanceToDay(trial, before, halfAnHour)
      const waiting = await trial.given(kind.get, { path })
      await advanceToDay(trial, due, halfAnHour)
      return { updated, waiting, later: await trial.given(kind.get, { path }) }
    },
    judge: {
      [clauseOf(kind, 'outcomes.future-date')]: ({ updated, waiting, later }) =>
        updated.response.status < 300 ? waits(waiting, later) : notUpdated,
      [clauseOf(kind, 'update.stores')]: ({ updated, later }) =>
        updated.response.status < 300
          ? all(equals(later, '/data/amount', 5000), equals(later, '/data/description', 'Later'))
          : notUpdated,
    },
  })
}

/** Where each sandbox outcome leads a payment, on the target's clock. */
export function paymentOutcomes(kind: Kind): readonly Check[] {
  const names = Object.keys(returns) as readonly Return[]
  return [
    settled(kind),
    held(kind),
    refused(kind),
    stoppedOnceReleased(kind),
    dated(kind, 'tomorrow', 1),
    dated(kind, 'in-the-other-season', 182),
    madeInTheEvening(kind),
    postponed(kind),
    ...names.map((name) => returned(kind, name)),
  ]
}
