import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, holds, inExchange, isOneOf } from '../vocabulary/judge.ts'
import { dayOf } from './bodies.ts'
import { clauseOf, makePayment } from './kinds.ts'
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

function dated(kind: Kind): Check {
  return example(`straddle/${kind.section}/dated-in-the-future`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const id = idOf(
        await makePayment(trial, kind, { payment_date: dayOf(trial, 3), config: { sandbox_outcome: 'paid' } }),
      )
      await trial.advance(24 * 60 * 60)
      const waiting = await trial.given(kind.get, { path: { id } })
      await trial.advance(3 * 24 * 60 * 60)
      return { waiting, later: await trial.given(kind.get, { path: { id } }) }
    },
    judge: {
      [clauseOf(kind, 'outcomes.future-date')]: ({ waiting, later }) =>
        all(equals(waiting, '/data/status', 'scheduled'), isOneOf(later, '/data/status', ['pending', 'paid'])),
    },
  })
}

/** Where each sandbox outcome leads a payment, on the target's clock. */
export function paymentOutcomes(kind: Kind): readonly Check[] {
  const names = Object.keys(returns) as readonly Return[]
  return [settled(kind), held(kind), refused(kind), dated(kind), ...names.map((name) => returned(kind, name))]
}
