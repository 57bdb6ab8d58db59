import type { States } from '../../laws/matrix.ts'
import { textAt } from '../../vocabulary/read.ts'
import { charge } from '../scenes.ts'
import { day, at, twice, held, refunded, payoutOf, transactionOf, happens } from './made.ts'

/** States of payouts and of what moves on a balance. */
export const ofFunds: States = {
  'balance-transaction': {
    'of-a-refund': { reach: async (trial) => transactionOf(await refunded(trial, await charge(trial), { amount: 7 })) },
    'of-a-payout': { reach: async (trial) => transactionOf(await payoutOf(trial)) },
    'of-a-capture-in-yen': {
      reach: async (trial) =>
        transactionOf(
          await trial.given('captureCharge', {
            ...at('charge', await held(trial, { currency: 'jpy' })),
            body: { amount: 700 },
          }),
        ),
    },
    'of-a-failed-payout': {
      needs: ['levers'],
      async reach(trial) {
        const made = await payoutOf(trial)
        await happens(trial, 'fail-payout', { payout: textAt(made, '/id') })
        const failed = await trial.given('retrievePayout', at('payout', made))
        return at('transaction', failed, '/failure_balance_transaction')
      },
    },
    available: {
      needs: ['clock'],
      async reach(trial) {
        const made = await charge(trial)
        await trial.advance(8 * day)
        return transactionOf(made)
      },
    },
  },
  payout: {
    instant: { reach: async (trial) => at('payout', await payoutOf(trial, { method: 'instant' })) },
    canceled: {
      reach: async (trial) =>
        at('payout', await twice(trial, 'cancelPayout', at('payout', await payoutOf(trial, { currency: 'eur' })))),
    },
    paid: {
      needs: ['clock'],
      async reach(trial) {
        const made = await payoutOf(trial)
        await trial.advance(3 * day)
        return at('payout', made)
      },
    },
    failed: {
      needs: ['levers'],
      async reach(trial) {
        const made = await payoutOf(trial)
        await happens(trial, 'fail-payout', { payout: textAt(made, '/id') })
        return at('payout', made)
      },
    },
  },
}
