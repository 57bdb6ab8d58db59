import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import { example, property } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { listAt, numberAt, read, textAt } from '../vocabulary/read.ts'
import { holdsOnly } from './narrowing.ts'
import { charge, declinedCharge, fund } from './scenes.ts'

const balanceOf = (trial: Trial): Promise<Exchange> => trial.given('retrieveBalance')

/** Funds in one currency; nothing where there is no entry for it. */
export function fundsIn(balance: Exchange, kind: 'available' | 'pending', currency = 'usd'): number {
  const entry = listAt(balance, `/${kind}`).find((one) => isObject(one) && one['currency'] === currency)
  return isObject(entry) ? Number(entry['amount']) : 0
}

/** The balance holds exactly these funds of a kind. */
export function holdsFunds(
  balance: Exchange,
  kind: 'available' | 'pending',
  expected: number,
  currency = 'usd',
): Judgement {
  const funds = fundsIn(balance, kind, currency)
  return inExchange(balance, holds(funds === expected, `/${kind}`, expected, funds))
}

const total = (balance: Exchange): number => fundsIn(balance, 'available') + fundsIn(balance, 'pending')

/** Things that move money, in any order. */
const moves = [
  'charge',
  'charge at once available',
  'refund',
  'partial refund',
  'authorize',
  'capture',
  'partial capture',
  'decline',
  'payout',
  'cancel payout',
  'charge in yen',
] as const
type Move = (typeof moves)[number]

const kinds = ['available', 'pending'] as const
/** All that moves money; at the end a refund in yen, whose funds are pending. */
const everything: readonly Move[] = [...moves, 'partial refund', 'payout']

interface Purse {
  captured: string | undefined
  held: string | undefined
  payout: string | undefined
}

async function move(trial: Trial, name: Move, purse: Purse): Promise<void> {
  const capture = (amount?: number): Promise<Exchange> =>
    trial.call('captureCharge', { path: { charge: purse.held ?? '' }, body: amount === undefined ? {} : { amount } })
  switch (name) {
    case 'charge':
      purse.captured = textAt(await charge(trial, { amount: 5000 }), '/id')
      return
    case 'charge in yen':
      purse.captured = textAt(await charge(trial, { amount: 1003, currency: 'jpy' }), '/id')
      return
    case 'charge at once available':
      purse.captured = textAt(await fund(trial, 8000), '/id')
      return
    case 'authorize':
      purse.held = textAt(await charge(trial, { capture: false }), '/id')
      return
    case 'decline':
      await declinedCharge(trial, { amount: 5000 })
      return
    case 'capture':
    case 'partial capture':
      if (purse.held !== undefined) await capture(name === 'capture' ? undefined : 700)
      return
    case 'refund':
    case 'partial refund':
      if (purse.captured !== undefined)
        await trial.call('createRefund', {
          body: { charge: purse.captured, ...(name === 'refund' ? {} : { amount: 333 }) },
        })
      return
    case 'payout':
      purse.payout =
        String(read(await trial.call('createPayout', { body: { amount: 900, currency: 'usd' } }), '/id') ?? '') ||
        purse.payout
      return
    case 'cancel payout':
      if (purse.payout !== undefined) await trial.call('cancelPayout', { path: { payout: purse.payout } })
  }
}

/** Whatever happens, the history explains the balance to the cent. */
const historyExplains = property<{ balance: Exchange; history: Exchange }, readonly Move[]>(
  'stripe/balance/history-explains-it',
  {
    needs: ['fresh-account'],
    inputs: () => fc.array(fc.constantFrom(...moves), { minLength: 1, maxLength: 8 }),
    visits: () => [everything],
    arrange: async (trial, names) => {
      const purse: Purse = { captured: undefined, held: undefined, payout: undefined }
      for (const name of names) await move(trial, name, purse)
      return {
        balance: await balanceOf(trial),
        history: await trial.given('listBalanceTransactions', { query: { limit: 100 } }),
      }
    },
    judge: {
      'stripe.balance.history.explains-balance': ({ balance, history }) => {
        const moved = listAt(history, '/data').filter(isObject)
        const currencies = new Set(moved.map(({ currency }) => String(currency)))
        return each(kinds, (kind) =>
          each(currencies, (currency) => {
            const own = moved.filter((one) => one['status'] === kind && one['currency'] === currency)
            return holdsFunds(
              balance,
              kind,
              own.reduce((sum, { net }) => sum + Number(net), 0),
              currency,
            )
          }),
        )
      },
    },
  },
)

interface Step {
  readonly before: Exchange
  readonly cause: Exchange
  readonly transaction: Exchange
  readonly after: Exchange
}

/** What one cause did to the balance. */
async function step(trial: Trial, cause: () => Promise<Exchange>): Promise<Step> {
  const before = await balanceOf(trial)
  const made = await cause()
  const transaction = await trial.given('retrieveBalanceTransaction', {
    path: { transaction: textAt(made, '/balance_transaction') },
  })
  return { before, cause: made, transaction, after: await balanceOf(trial) }
}

function grew({ before, after }: Step, kind: 'available' | 'pending', by: number): Judgement {
  return holdsFunds(after, kind, fundsIn(before, kind) + by)
}

export const balance: readonly Check[] = [
  example<Exchange>('stripe/balance/retrieve', {
    arrange: (trial) => trial.call('retrieveBalance'),
    judge: {
      'stripe.balance.retrieve.answers': (answer) => all(hasStatus(answer, 200), equals(answer, '/object', 'balance')),
    },
  }),
  historyExplains,
  example<Step>('stripe/balance/new-charges-are-pending', {
    needs: ['fresh-account'],
    arrange: (trial) => step(trial, () => charge(trial)),
    judge: {
      'stripe.balance.pending.holds-new-charges': (made) => grew(made, 'pending', numberAt(made.transaction, '/net')),
    },
  }),
  example<Step>('stripe/balance/payouts-lower-it', {
    needs: ['fresh-account'],
    arrange: async (trial) => {
      await fund(trial)
      return step(trial, () => trial.given('createPayout', { body: { amount: 1000, currency: 'usd' } }))
    },
    judge: { 'stripe.balance.available.lowered-by-payout': (made) => grew(made, 'available', -1000) },
  }),
  example<Exchange>('stripe/balance/paid-out-on-request', {
    arrange: async (trial) => {
      await fund(trial)
      return trial.call('createPayout', { body: { amount: 1000, currency: 'usd' } })
    },
    judge: {
      'stripe.balance.available.paid-out-explicitly': (paid) =>
        all(hasStatus(paid, 200), equals(paid, '/amount', 1000)),
    },
  }),
  example<{ net: number; after: Exchange }>('stripe/balance/becomes-available', {
    needs: ['clock', 'fresh-account'],
    arrange: async (trial) => {
      const { transaction } = await step(trial, () => charge(trial))
      await trial.advance(7 * 86_400 + 3600)
      return { net: numberAt(transaction, '/net'), after: await balanceOf(trial) }
    },
    judge: {
      'stripe.balance.pending.becomes-available': ({ net, after }) =>
        all(holdsFunds(after, 'pending', 0), holdsFunds(after, 'available', net)),
    },
  }),
  example<{ charged: Exchange; history: Exchange }>('stripe/balance/history-of-a-charge', {
    arrange: async (trial) => {
      const charged = await charge(trial)
      return { charged, history: await trial.given('listBalanceTransactions', { query: { limit: 100 } }) }
    },
    judge: {
      'stripe.balance.history.holds-charges': ({ charged, history }) =>
        holdsOnly(history, [textAt(charged, '/balance_transaction')], []),
    },
  }),
  example<{ paid: Exchange; history: Exchange }>('stripe/balance/history-of-a-payout', {
    arrange: async (trial) => {
      await fund(trial)
      const paid = await trial.given('createPayout', { body: { amount: 1000, currency: 'usd' } })
      return { paid, history: await trial.given('listBalanceTransactions', { query: { limit: 100 } }) }
    },
    judge: {
      'stripe.balance.history.holds-payouts': ({ paid, history }) =>
        holdsOnly(history, [textAt(paid, '/balance_transaction')], []),
    },
  }),
  example<{ mine: Exchange; others: Exchange; others2: Exchange }>('stripe/balance/of-the-key', {
    needs: ['second-account', 'fresh-account'],
    arrange: async (trial) => {
      const other = trial.as('other')
      const others = await balanceOf(other)
      await fund(trial)
      return { mine: await balanceOf(trial), others, others2: await balanceOf(other) }
    },
    judge: {
      'stripe.balance.retrieve.of-the-key': ({ mine, others, others2 }) =>
        all(
          inExchange(mine, holds(total(mine) > 0, '/available', 'funds of the charge', total(mine))),
          inExchange(others2, holds(total(others) === total(others2), '/available', total(others), total(others2))),
        ),
    },
  }),
]
