import type { JsonObject } from '../../model/json.ts'
import { valueAt } from '../../model/json.ts'
import type { Filling } from '../laws/lists/filling.ts'
import { listAt } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { statusOf, until } from './lives.ts'
import { idOf, makePaykey } from './making.ts'
import { inTurn, many } from './populating.ts'
import type { Make } from './populating.ts'

/** Charges and payouts that differ in all that they are searched by. */
export const payments: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const [one, other] = [await makePaykey(trial), await makePaykey(trial)]
    const sibling = await makePaykey(trial, { customer_id: one.customer })
    const of =
      (kind: Kind, paykey: typeof one, amount: number, days: number, more: JsonObject = {}): Make =>
      () =>
        makePayment(
          trial,
          kind,
          {
            amount,
            payment_date: dayOf(trial, days),
            description: trial.unique('An order of more words than go into a line of a statement '),
            ...(days === 0 ? { config: { sandbox_outcome: 'paid' } } : {}),
            ...more,
          },
          paykey,
        )
    // some have come to an end without success
    const lost: string[] = []
    if (trial.can('clock'))
      for (const [status, outcome, paykey] of [
        ['failed', 'failed_not_authorized', await makePaykey(trial)],
        ['reversed', 'reversed_insufficient_funds', other],
      ] as const) {
        const made = await makePayment(trial, charges, { config: { sandbox_outcome: outcome } }, paykey)
        lost.push(idOf(await until(trial, charges, idOf(made), [status])))
      }
    // what is due today is paid, the one made first after the other, so that each is paid at a time of its own
    const today = trial.can('clock') ? 0 : 2
    const reference = trial.unique('ORDER-')
    const makes = [
      of(charges, one, 900, today, { external_id: reference }),
      // its external id has that of another in it
      of(payouts, sibling, 1000, 4, { external_id: `${reference}-2` }),
      of(charges, other, 25_000, today),
      of(charges, one, 1000, 6),
      of(payouts, other, 900, 5),
      of(charges, one, 88, 4),
      of(charges, one, 77, 4, { config: { auto_hold: true } }),
    ]
    const ids = await inTurn(makes, pause)
    const reason = { reason: 'Not wanted' }
    await trial.given('cancelCharge', { path: { id: ids[3] ?? '' }, body: reason })
    const followers = [await trial.given('resubmitCharge', { path: { id: ids[3] ?? '' }, body: {} })]
    if (today === 0) {
      for (const id of [ids[0], ids[2]]) await until(trial, charges, id ?? '', ['paid'])
      await trial.call('simulateFunding', { body: { funding_event_job_type: 'charges' } })
      const refund = await trial.call('refundCharge', { path: { id: ids[0] ?? '' }, body: {} })
      if (refund.response.status < 300) followers.push(refund)
    }
    await trial.given('holdPayout', { path: { id: ids[4] ?? '' }, body: reason })
    // the one that is touched stands second
    return {
      ids: [...ids, ...lost, ...followers.map(idOf)],
      touch: (id) => trial.given('holdPayout', { path: { id }, body: reason }),
    }
  },
  async fill(trial, count) {
    const paykey = await makePaykey(trial)
    return many(count, () => makePayment(trial, charges, {}, paykey))
  },
}

const day = 24 * 60 * 60

/** Transfers of either kind in either direction. */
export const fundingEvents: Filling = {
  needs: ['fresh-account', 'clock'],
  async populate(trial, pause) {
    const paykey = await makePaykey(trial)
    for (const [kind, amount] of [
      [charges, 900],
      [payouts, 1000],
      [charges, 25_000],
      [payouts, 88],
    ] as const) {
      const made = await makePayment(trial, kind, { amount, config: { sandbox_outcome: 'paid' } }, paykey)
      // a target that does not settle payments of this kind has nothing to fund
      if (statusOf(await until(trial, kind, idOf(made), ['paid'])) !== 'paid') continue
      await trial.given('simulateFunding', { body: { funding_event_job_type: kind.section } })
      await pause()
      // some are of another day
      if (amount === 1000) await trial.advance(day)
    }
    // what comes back after it was funded is taken back
    const config = { sandbox_outcome: 'reversed_insufficient_funds' }
    const back = await makePayment(trial, charges, { amount: 4321, config }, paykey)
    if (statusOf(await until(trial, charges, idOf(back), ['paid'])) === 'paid') {
      await trial.given('simulateFunding', { body: { funding_event_job_type: 'charges' } })
      if (statusOf(await until(trial, charges, idOf(back), ['reversed'])) === 'reversed')
        await trial.call('simulateFunding', { body: { funding_event_job_type: 'charges' } })
    }
    const all = await trial.given('listFundingEvents')
    return { ids: listAt(all, '/data').map((event) => String(valueAt(event, '/id'))) }
  },
}
