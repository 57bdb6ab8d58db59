import type { States } from '../../laws/matrix.ts'
import { textAt } from '../../vocabulary/read.ts'
import { charge, chargeOf, customerWithCard } from '../scenes.ts'
import { day, metadata, described, at, twice, chargeOfCustomer, held, refunded, paid, happens } from './made.ts'

/** States of charges and refunds. */
export const ofCharges: States = {
  charge: {
    failed: {
      async reach(trial) {
        const declined = await trial.call('createCharge', { body: await chargeOf(trial, 'declined', described) })
        return at('charge', declined, '/error/charge')
      },
    },
    'failed-of-a-customer': {
      async reach(trial) {
        const { customer: owner } = await customerWithCard(trial, 'declined-later')
        const body = { amount: 2000, currency: 'eur', customer: owner, ...described }
        return at('charge', await trial.call('createCharge', { body }), '/error/charge')
      },
    },
    held: { reach: async (trial) => at('charge', await held(trial)) },
    'captured-in-part': {
      reach: async (trial) =>
        at(
          'charge',
          await twice(trial, 'captureCharge', { ...at('charge', await held(trial)), body: { amount: 700 } }),
        ),
    },
    'refunded-in-part': {
      async reach(trial) {
        const { made } = await chargeOfCustomer(trial)
        await refunded(trial, made, { amount: 700 })
        return at('charge', made)
      },
    },
    'refunded-in-yen': {
      async reach(trial) {
        const { made } = await chargeOfCustomer(trial, { currency: 'jpy' })
        await refunded(trial, made)
        return at('charge', made)
      },
    },
    lapsed: {
      needs: ['clock'],
      async reach(trial) {
        const made = await held(trial)
        await trial.advance(7 * day + 60)
        return at('charge', made)
      },
    },
    'of-an-invoice': { reach: async (trial) => at('charge', (await paid(trial)).answer, '/charge') },
    'of-a-deleted-customer': {
      async reach(trial) {
        const { owner, made } = await chargeOfCustomer(trial)
        await trial.given('deleteCustomer', { path: { customer: owner } })
        return at('charge', made)
      },
    },
  },
  refund: {
    'in-part': {
      reach: async (trial) =>
        at('refund', await refunded(trial, await charge(trial), { amount: 700, reason: 'duplicate', metadata })),
    },
    'of-a-held-charge': {
      reach: async (trial) =>
        at('refund', await refunded(trial, await held(trial), { reason: 'fraudulent', metadata })),
    },
    second: {
      async reach(trial) {
        const made = await charge(trial, { currency: 'jpy' })
        await refunded(trial, made, { amount: 7 })
        return at('refund', await refunded(trial, made, { reason: 'requested_by_customer', metadata }))
      },
    },
    failed: {
      needs: ['levers'],
      async reach(trial) {
        const made = await refunded(trial, await charge(trial), { metadata })
        await happens(trial, 'fail-refund', { refund: textAt(made, '/id') })
        return at('refund', made)
      },
    },
  },
}
