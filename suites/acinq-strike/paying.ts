import { all, each, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { equals, sameBody, holds } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { givenCharge, of, pay } from './charge.ts'
import { findListed } from './listed.ts'
import { isAbout } from './times.ts'

const paid = example('acinq-strike/paying/shown-as-paid', {
  needs: ['levers'],
  arrange: async (trial) => {
    const created = await givenCharge(trial)
    await pay(trial, created)
    return { created, retrieved: await trial.given('retrieveCharge', of(created)) }
  },
  judge: {
    'acinq-strike.example.poll.paid': ({ retrieved }) => equals(retrieved, '/paid', true),
    'acinq-strike.charges.poll.recorded-payment': ({ retrieved }) => equals(retrieved, '/paid', true),
    'acinq-strike.charges.payment.keeps-the-rest': ({ created, retrieved }) =>
      sameBody(created, retrieved, ['paid', 'created', 'updated']),
    // also where it was paid at once
    'acinq-strike.charge.times.updated-after-created': ({ retrieved }) => {
      const [made, updated] = [read(retrieved, '/created'), read(retrieved, '/updated')]
      return typeof made === 'number' && typeof updated === 'number'
        ? holds(updated >= made, '/updated', `${made} or later`, updated)
        : unobservable('no times are told')
    },
    'acinq-strike.charge.times.created-stays': ({ created, retrieved }) =>
      equals(retrieved, '/created', read(created, '/created') ?? null),
  },
})

const polled = example('acinq-strike/paying/polled-before-and-after', {
  needs: ['levers'],
  arrange: async (trial) => {
    // another one of the same amount was made before, and one after
    const earlier = await givenCharge(trial)
    const created = await givenCharge(trial)
    const later = await givenCharge(trial)
    const before = await trial.given('retrieveCharge', of(created))
    await pay(trial, created)
    const others = [await trial.given('retrieveCharge', of(earlier)), await trial.given('retrieveCharge', of(later))]
    return { before, after: await trial.given('retrieveCharge', of(created)), others }
  },
  judge: {
    'acinq-strike.charges.poll.current': ({ before, after }) =>
      all(equals(before, '/paid', false), equals(after, '/paid', true)),
    'acinq-strike.charges.poll.recorded-payment': ({ after, others }) =>
      all(
        equals(after, '/paid', true),
        each(others, (other) => equals(other, '/paid', false)),
      ),
  },
})

const forAccount = example('acinq-strike/paying/counts-for-its-account', {
  needs: ['levers'],
  arrange: async (trial) => {
    const created = await givenCharge(trial)
    await pay(trial, created)
    return findListed(trial, textAt(created, '/id'))
  },
  judge: {
    'acinq-strike.introduction.service.payments': (listed) =>
      holds(listed?.['paid'] === true, '/paid', true, listed?.['paid']),
  },
})

const later = example('acinq-strike/paying/for-good', {
  needs: ['levers', 'clock'],
  arrange: async (trial) => {
    const created = await givenCharge(trial)
    await trial.advance(1800)
    const at = trial.now()
    await pay(trial, created)
    const retrieved = await trial.given('retrieveCharge', of(created))
    await trial.advance(86_400)
    return { created, at, retrieved, later: await trial.given('retrieveCharge', of(created)) }
  },
  judge: {
    'acinq-strike.charge.times.created-stays': ({ created, retrieved }) =>
      equals(retrieved, '/created', read(created, '/created') ?? null),
    'acinq-strike.charge.times.updated-moves': ({ retrieved, at }) => isAbout(retrieved, '/updated', at),
    'acinq-strike.charge.paid.final': ({ retrieved, later: afterwards }) =>
      read(retrieved, '/paid') === true
        ? equals(afterwards, '/paid', true)
        : unobservable('the charge was never shown as paid'),
  },
})

export const paying: readonly Check[] = [paid, polled, forAccount, later]
