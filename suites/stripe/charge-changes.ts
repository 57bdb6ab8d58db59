import { all, each } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { equals, hasStatus, holds, isPresent, sameBody } from '../vocabulary/judge.ts'
import { numberAt, read, textAt } from '../vocabulary/read.ts'
import { holdsOnly, idsOf, narrows, standsBefore } from './narrowing.ts'
import { charge, chargeCustomer, customerWithCard } from './scenes.ts'
import { refusedAsInvalid } from './refusal.ts'
import { refusesParameter } from './unknown-parameters.ts'

const changes: JsonObject = {
  description: 'Three tickets',
  receipt_email: 'receipts@example.com',
  shipping: { name: 'A. Example', address: { line1: '1 Example Street', city: 'Springfield' } },
  fraud_details: { user_report: 'safe' },
}

const updates: readonly Check[] = [
  example<{ answer: Exchange; after: Exchange; again: Exchange }>('stripe/charges/update', {
    arrange: async (trial) => {
      const path = {
        charge: textAt(await charge(trial, { description: 'Two tickets', metadata: { seat: '14C' } }), '/id'),
      }
      const answer = await trial.given('updateCharge', { path, body: changes })
      const after = await trial.given('retrieveCharge', { path })
      await trial.given('updateCharge', { path, body: { description: 'Four tickets' } })
      return { answer, after, again: await trial.given('retrieveCharge', { path }) }
    },
    judge: {
      'stripe.charges.update.changes-given-fields': ({ answer, after }) =>
        each([answer, after], (shown) =>
          all(
            equals(shown, '/description', 'Three tickets'),
            equals(shown, '/receipt_email', 'receipts@example.com'),
            equals(shown, '/shipping/name', 'A. Example'),
            equals(shown, '/shipping/address/line1', '1 Example Street'),
            equals(shown, '/shipping/address/city', 'Springfield'),
            equals(shown, '/fraud_details/user_report', 'safe'),
          ),
        ),
      'stripe.charges.update.keeps-other-fields': ({ after, again }) => sameBody(after, again, ['description']),
    },
  }),
  refusesParameter('stripe/charges/update-of-a-fixed-field', {
    clause: 'stripe.charges.update.fixed-fields-refused',
    operation: 'updateCharge',
    call: async (trial) => ({ path: { charge: textAt(await charge(trial), '/id') }, body: {} }),
    parameter: 'amount',
    value: '3000',
  }),
]

const captures: readonly Check[] = [
  example<{ made: Exchange; captured: Exchange; again: Exchange }>('stripe/charges/capture', {
    arrange: async (trial) => {
      const made = await charge(trial, { capture: false })
      const path = { charge: textAt(made, '/id') }
      return {
        made,
        captured: await trial.given('captureCharge', { path }),
        again: await trial.call('captureCharge', { path }),
      }
    },
    judge: {
      'stripe.charges.capture.captures': ({ made, captured }) =>
        all(
          equals(captured, '/id', textAt(made, '/id')),
          equals(captured, '/captured', true),
          isPresent(captured, '/balance_transaction'),
          equals(captured, '/amount', 2000),
        ),
      'stripe.charges.capture.twice': ({ again }) => refusedAsInvalid(again),
    },
  }),
  example<Exchange>('stripe/charges/capture-above-the-amount', {
    arrange: async (trial) =>
      trial.call('captureCharge', {
        path: { charge: textAt(await charge(trial, { capture: false }), '/id') },
        body: { amount: 2001 },
      }),
    judge: { 'stripe.charges.capture.above-amount': (refused) => refusedAsInvalid(refused) },
  }),
  example<Exchange>('stripe/charges/partial-capture', {
    arrange: async (trial) => {
      const path = { charge: textAt(await charge(trial, { capture: false }), '/id') }
      const named = { receipt_email: 'second@example.com', statement_descriptor: 'Second' }
      return trial.given('captureCharge', { path, body: { amount: 1500, ...named } })
    },
    judge: {
      'stripe.charges.capture.sets-fields': (captured) =>
        all(
          equals(captured, '/receipt_email', 'second@example.com'),
          equals(captured, '/statement_descriptor', 'Second'),
        ),
      'stripe.charges.capture.partial-refunds-rest': (captured) =>
        all(
          equals(captured, '/captured', true),
          equals(captured, '/amount', 2000),
          equals(captured, '/amount_refunded', 500),
          equals(captured, '/refunded', false),
          equals(captured, '/refunds/data/0/amount', 500),
        ),
    },
  }),
  example<Exchange>('stripe/charges/transaction-of-a-partial-capture', {
    arrange: async (trial) => {
      const path = { charge: textAt(await charge(trial, { capture: false }), '/id') }
      const captured = await trial.given('captureCharge', { path, body: { amount: 1500 } })
      return trial.given('retrieveBalanceTransaction', {
        path: { transaction: textAt(captured, '/balance_transaction') },
      })
    },
    judge: {
      'stripe.charges.capture.partial-refunds-rest': (transaction) =>
        holds(numberAt(transaction, '/net') <= 1500, '/net', { 'at most': 1500 }, read(transaction, '/net')),
    },
  }),
  example<Exchange>('stripe/charges/capture-of-a-refunded-charge', {
    arrange: async (trial) => {
      const id = textAt(await charge(trial, { capture: false }), '/id')
      await trial.given('createRefund', { body: { charge: id } })
      return trial.call('captureCharge', { path: { charge: id } })
    },
    judge: { 'stripe.charges.capture.refunded': (refused) => refusedAsInvalid(refused) },
  }),
  lapsing(-60, 'within-seven-days', 'stripe.charges.capture.held-for-seven-days', ({ captured }) =>
    all(hasStatus(captured, 200), equals(captured, '/captured', true)),
  ),
  lapsing(60, 'after-seven-days', 'stripe.charges.capture.lapses-after-seven-days', ({ captured, before }) =>
    all(refusedAsInvalid(captured), equals(before, '/refunded', true), equals(before, '/captured', false)),
  ),
]

interface Lapse {
  readonly before: Exchange
  readonly captured: Exchange
}

/** A capture around the end of the seven days. */
function lapsing(
  offset: number,
  name: string,
  clause: string,
  judge: (lapse: Lapse) => ReturnType<typeof equals>,
): Check {
  return example<Lapse>(`stripe/charges/capture-${name}`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const path = { charge: textAt(await charge(trial, { capture: false }), '/id') }
      await trial.advance(7 * 86_400 + offset)
      return {
        before: await trial.given('retrieveCharge', { path }),
        captured: await trial.call('captureCharge', { path }),
      }
    },
    judge: { [clause]: judge },
  })
}

const lists: readonly Check[] = [
  example<{ earlier: string; made: string; list: Exchange }>('stripe/charges/new-one-is-listed', {
    arrange: async (trial) => ({
      earlier: textAt(await charge(trial), '/id'),
      made: textAt(await charge(trial), '/id'),
      list: await trial.given('listCharges', { query: { limit: 100 } }),
    }),
    judge: { 'stripe.charges.list.holds-new-charge': ({ earlier, made, list }) => standsBefore(list, made, earlier) },
  }),
  narrows('stripe/charges/by-customer', {
    clause: 'stripe.charges.list.by-customer',
    operation: 'listCharges',
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      return {
        query: { customer: owner },
        wanted: textAt(await chargeCustomer(trial, owner), '/id'),
        unwanted: textAt(await charge(trial), '/id'),
      }
    },
  }),
  example<
    Readonly<Record<'exactly' | 'gt' | 'gte' | 'lt' | 'lte', Exchange>> & {
      readonly earlier: string
      readonly later: string
    }
  >('stripe/charges/by-created', {
    needs: ['clock'],
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      const first = await chargeCustomer(trial, owner)
      await trial.advance(60)
      const later = textAt(await chargeCustomer(trial, owner), '/id')
      const moment = numberAt(first, '/created')
      const list = (created: JsonObject | number): Promise<Exchange> =>
        trial.given('listCharges', { query: { customer: owner, created } })
      return {
        earlier: textAt(first, '/id'),
        later,
        exactly: await list(moment),
        gt: await list({ gt: moment }),
        gte: await list({ gte: moment }),
        lt: await list({ lt: moment }),
        lte: await list({ lte: moment }),
      }
    },
    judge: {
      'stripe.charges.list.by-created': ({ exactly, earlier, later }) => holdsOnly(exactly, [earlier], [later]),
      'stripe.charges.list.created-bounds': ({ gt, gte, lt, lte, earlier, later }) =>
        all(
          holdsOnly(gt, [later], [earlier]),
          holdsOnly(gte, [later, earlier], []),
          holds(idsOf(lt).length === 0, '/data', 'nothing', idsOf(lt)),
          holdsOnly(lte, [earlier], [later]),
        ),
    },
  }),
]

/** A charge shows the card as it was charged, whatever becomes of the card. */
const snapshots: readonly Check[] = [
  example<{ made: Exchange; updated: Exchange; detached: Exchange }>('stripe/charges/card-as-it-was-charged', {
    arrange: async (trial) => {
      const { customer: owner, card } = await customerWithCard(trial)
      const made = await chargeCustomer(trial, owner)
      const path = { charge: textAt(made, '/id') }
      const source = { customer: owner, source: card }
      await trial.given('updateCard', { path: source, body: { name: 'A. Other', address_city: 'Elsewhere' } })
      const updated = await trial.given('retrieveCharge', { path })
      await trial.given('deleteCard', { path: source })
      return { made, updated, detached: await trial.given('retrieveCharge', { path }) }
    },
    judge: {
      'stripe.charges.retrieve.as-created': ({ made, updated, detached }) =>
        each([updated, detached], (shown) => sameBody(made, shown)),
    },
  }),
]

/** What happens to a charge after it was made, and how it is found again. */
export const chargeChanges: readonly Check[] = [...updates, ...captures, ...snapshots, ...lists]
