import { all } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, isPresent, sameBody } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { decliningCards } from './test-cards.ts'
import { declinedCharge, fund } from './scenes.ts'
import { refusedAsCard } from './refusal.ts'

const each: readonly Check[] = decliningCards.map(({ token, code, declineCode }) =>
  example<Exchange>(`stripe/charges/declined-${token.toLowerCase().replaceAll('_', '-')}`, {
    arrange: (trial) => trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source: token } }),
    judge: { 'stripe.charges.create.decline-codes': (declined) => refusedAsCard(declined, code, declineCode) },
  }),
)

/** Charges that the issuer declines. */
export const declines: readonly Check[] = [
  ...each,
  example<Exchange>('stripe/charges/declined-is-kept', {
    arrange: async (trial) => {
      const declined = await declinedCharge(trial)
      return trial.call('retrieveCharge', { path: { charge: textAt(declined, '/error/charge') } })
    },
    judge: {
      'stripe.charges.create.decline-keeps-failed-charge': (failed) =>
        all(
          hasStatus(failed, 200),
          equals(failed, '/status', 'failed'),
          equals(failed, '/paid', false),
          equals(failed, '/balance_transaction', null),
          equals(failed, '/failure_code', 'card_declined'),
          isPresent(failed, '/failure_message'),
        ),
    },
  }),
  example<{ before: Exchange; after: Exchange }>('stripe/charges/declined-moves-nothing', {
    needs: ['fresh-account'],
    arrange: async (trial) => {
      await fund(trial)
      const before = await trial.given('retrieveBalance')
      await declinedCharge(trial)
      return { before, after: await trial.given('retrieveBalance') }
    },
    judge: { 'stripe.charges.create.decline-moves-no-money': ({ before, after }) => sameBody(before, after) },
  }),
]
