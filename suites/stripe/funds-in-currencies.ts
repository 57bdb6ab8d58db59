import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { numberAt, textAt } from '../vocabulary/read.ts'
import { fundsIn, holdsFunds } from './balance.ts'
import { amount, currencies, ofResource, transactionOf, unlessConverted } from './currencies.ts'
import { refusedAsInvalid } from './refusal.ts'
import { charge, fund } from './scenes.ts'

/** A balance in several currencies, before and after something that concerns one. */
interface Moved {
  readonly before: Exchange
  readonly made: Exchange
  readonly transaction: Exchange
  readonly after: Exchange
}

async function moved(trial: Trial, make: () => Promise<Exchange>): Promise<Moved> {
  const before = await trial.given('retrieveBalance')
  const made = await make()
  return { before, made, transaction: await transactionOf(trial, made), after: await trial.given('retrieveBalance') }
}

/** Funds of a kind are as before in all currencies but one, which has so much more. */
function onlyGrew({ before, after }: Moved, kind: 'available' | 'pending', currency: string, by: number): Judgement {
  return each(currencies, (one) =>
    holdsFunds(after, kind, fundsIn(before, kind, one) + (one === currency ? by : 0), one),
  )
}

function chargedIn(currency: string): Check {
  return example<Moved>(`stripe/money/charge-in-${currency}`, {
    needs: ['fresh-account'],
    arrange: async (trial) => {
      for (const one of currencies) await charge(trial, { amount: 1000, currency: one })
      return moved(trial, () => charge(trial, { amount, currency }))
    },
    judge: {
      'stripe.charges.create.transaction': ({ transaction }) =>
        unlessConverted(
          transaction,
          all(equals(transaction, '/amount', amount), equals(transaction, '/currency', currency)),
        ),
      'stripe.balance.pending.holds-new-charges': (step) =>
        onlyGrew(step, 'pending', currency, numberAt(step.transaction, '/net')),
    },
  })
}

interface PaidOut {
  readonly part: Moved
  readonly beyond: Exchange
  readonly rest: Moved
  readonly restored: Exchange
  readonly canceled: Exchange
}

function paidOut(currency: string): Check {
  return example<PaidOut>(`stripe/money/payout-of-everything-in-${currency}`, {
    needs: ['fresh-account'],
    arrange: async (trial) => {
      for (const one of currencies) await fund(trial, 200_001, { currency: one })
      const payout = (of: number) => trial.given('createPayout', { body: { amount: of, currency } })
      const part = await moved(trial, () => payout(1))
      const left = fundsIn(part.after, 'available', currency)
      // as much as there is in another currency, but not in this one
      const beyond = await trial.call('createPayout', { body: { amount: left + 1, currency } })
      const rest = await moved(trial, () => payout(left))
      const canceled = await trial.given('cancelPayout', { path: { payout: textAt(rest.made, '/id') } })
      return { part, beyond, rest, canceled, restored: await trial.given('retrieveBalance') }
    },
    judge: {
      'stripe.balance.available.lowered-by-payout': ({ part, rest }) =>
        all(
          onlyGrew(part, 'available', currency, -1),
          onlyGrew(rest, 'available', currency, -fundsIn(rest.before, 'available', currency)),
        ),
      'stripe.balance.available.paid-out-explicitly': ({ rest }) => hasStatus(rest.made, 200),
      'stripe.payouts.create.transaction': ({ part, rest }) =>
        each([part, rest], ({ made, transaction }) =>
          all(
            equals(transaction, '/amount', -numberAt(made, '/amount')),
            equals(transaction, '/currency', currency),
            equals(transaction, '/source', textAt(made, '/id')),
          ),
        ),
      'stripe.payouts.create.echoes-fields': ({ rest }) => equals(rest.made, '/currency', currency),
      'stripe.payouts.create.above-available': ({ beyond }) => refusedAsInvalid(beyond),
      'stripe.payouts.cancel.returns-funds': ({ rest, restored }) =>
        each(currencies, (one) => holdsFunds(restored, 'available', fundsIn(rest.before, 'available', one), one)),
    },
  })
}

/** What moves the funds of one currency, with funds in others that must not move. */
export const fundsInCurrencies: readonly Check[] = [
  ...ofResource('payout', currencies.map(paidOut)),
  ...ofResource('charge', currencies.map(chargedIn)),
]
