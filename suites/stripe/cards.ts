import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { equals, hasStatus, holds, inExchange, isPresent, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { carries } from './charges.ts'
import { holdsOnly } from './narrowing.ts'
import { attach, charge, customer, customerWithCard, invoice } from './scenes.ts'
import { sourceOf, token } from './sources.ts'
import { refusedAsCard, refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import { isStub } from './stub.ts'
import { refusesParameter } from './unknown-parameters.ts'

const mastercard = 'mastercard'

/** The fingerprints are the same where the numbers are, and differ where the numbers do. */
function comparesFingerprints(one: Exchange, other: Exchange): Judgement {
  const [first, second] = [one, other].map((card) => read(card, '/fingerprint'))
  if (typeof first !== 'string' || typeof second !== 'string') return unobservable('the cards have no fingerprints')
  return read(one, '/last4') === read(other, '/last4')
    ? equals(other, '/fingerprint', first)
    : inExchange(other, holds(first !== second, '/fingerprint', { 'other than': first }, second))
}

const attaching: readonly Check[] = [
  example<{ owner: string; first: Exchange; second: Exchange; found: Exchange; after: Exchange; list: Exchange }>(
    'stripe/cards/attach',
    {
      arrange: async (trial) => {
        const owner = await customer(trial)
        const first = await attach(trial, owner)
        const second = await attach(trial, owner, mastercard)
        return {
          owner,
          first,
          second,
          found: await trial.given('retrieveCard', { path: { customer: owner, source: textAt(first, '/id') } }),
          after: await trial.given('retrieveCustomer', { path: { customer: owner } }),
          list: await trial.given('listCards', { path: { customer: owner } }),
        }
      },
      judge: {
        'stripe.cards.create.belongs-to-customer': ({ owner, first, after }) => {
          // that a customer shows its sources is a clause of its own
          const sources = read(after, '/sources/data')
          const id = textAt(first, '/id')
          return all(
            equals(first, '/customer', owner),
            sources === undefined
              ? nothing
              : holds(JSON.stringify(sources).includes(id), '/sources/data', { 'an item': id }, sources),
          )
        },
        'stripe.cards.create.first-is-default': ({ first, after }) =>
          equals(after, '/default_source', textAt(first, '/id')),
        'stripe.cards.retrieve.as-created': ({ first, found }) => sameBody(first, found),
        'stripe.cards.list.of-the-customer': ({ first, second, list }) =>
          all(holdsOnly(list, [textAt(first, '/id'), textAt(second, '/id')], []), equals(list, '/has_more', false)),
      },
    },
  ),
  example<Exchange>('stripe/cards/attach-declined', {
    arrange: async (trial) =>
      trial.call('createCard', {
        path: { customer: await customer(trial) },
        body: { source: await sourceOf(trial, 'declined') },
      }),
    judge: {
      'stripe.cards.create.declined': (refused) => refusedAsCard(refused, 'card_declined'),
      'stripe.errors.object.decline-code-given': (refused) =>
        refused.response.status === 402 ? isPresent(refused, '/error/decline_code') : nothing,
    },
  }),
  example<Exchange>('stripe/cards/attach-unknown-token', {
    arrange: async (trial) =>
      trial.call('createCard', {
        path: { customer: await customer(trial) },
        body: { source: 'tok_conformanceHasNoSuchToken' },
      }),
    judge: {
      'stripe.cards.create.unknown-token': (refused) => refusedAsInvalid(refused, 'source'),
    },
  }),
  example<Exchange>('stripe/cards/attach-used-token', {
    arrange: async (trial) => {
      const source = await token(trial)
      await charge(trial, { source })
      return trial.call('createCard', { path: { customer: await customer(trial) }, body: { source } })
    },
    judge: { 'stripe.cards.create.used-token': (refused) => refusedAsInvalid(refused) },
  }),
  // the number alone counts, whatever else is said of the card
  example<readonly Exchange[]>('stripe/cards/fingerprints-of-other-holders', {
    arrange: async (trial) => {
      const cards: Exchange[] = []
      for (const more of [{}, { exp_month: 2, exp_year: 2031, name: 'A. Other' }]) {
        const source = await token(trial, more)
        cards.push(await trial.given('createCard', { path: { customer: await customer(trial) }, body: { source } }))
      }
      return cards
    },
    judge: {
      'stripe.cards.create.same-number-same-fingerprint': ([one, other]) =>
        comparesFingerprints(one as Exchange, other as Exchange),
    },
  }),
  example<readonly Exchange[]>('stripe/cards/fingerprints', {
    arrange: async (trial) => {
      const cards: Exchange[] = []
      for (const name of ['visa', 'visa', mastercard] as const) {
        cards.push(await attach(trial, await customer(trial), name))
      }
      return cards
    },
    judge: {
      'stripe.cards.create.same-number-same-fingerprint': ([one, ...others]) =>
        each(others, (other) => comparesFingerprints(one as Exchange, other)),
    },
  }),
]

const changes: JsonObject = {
  address_city: 'Springfield',
  address_line1: '1 Example Street',
  address_zip: '12345',
  exp_month: 3,
  exp_year: 2035,
  name: 'A Example',
}

const updating: readonly Check[] = [
  example<{ answer: Exchange; after: Exchange; renamed: Exchange; again: Exchange }>('stripe/cards/update', {
    arrange: async (trial) => {
      const made = await customerWithCard(trial)
      const path = { customer: made.customer, source: made.card }
      const answer = await trial.given('updateCard', { path, body: changes })
      const after = await trial.given('retrieveCard', { path })
      const renamed = await trial.given('updateCard', { path, body: { name: 'B Example' } })
      return { answer, after, renamed, again: await trial.given('retrieveCard', { path }) }
    },
    judge: {
      'stripe.cards.update.changes-given-fields': ({ answer, after }) =>
        each([answer, after], (shown) => carries(shown, changes, Object.keys(changes))),
      'stripe.cards.update.keeps-other-fields': ({ after, renamed, again }) =>
        all(sameBody(after, again, ['name']), sameBody(again, renamed)),
    },
  }),
  example<readonly (readonly [code: string, refused: Exchange])[]>('stripe/cards/update-to-an-impossible-expiry', {
    arrange: async (trial) => {
      const { customer: owner, card } = await customerWithCard(trial)
      const update = (body: JsonObject): Promise<Exchange> =>
        trial.call('updateCard', { path: { customer: owner, source: card }, body })
      return [
        ['invalid_expiry_month', await update({ exp_month: 0 })],
        ['invalid_expiry_month', await update({ exp_month: 13 })],
        ['invalid_expiry_year', await update({ exp_year: 1970 })],
      ]
    },
    judge: {
      'stripe.cards.update.invalid-expiry': (answers) =>
        each(answers, ([code, refused]) => refusedAsCard(refused, code)),
    },
  }),
  refusesParameter('stripe/cards/update-of-a-fixed-field', {
    clause: 'stripe.cards.update.fixed-fields-refused',
    operation: 'updateCard',
    call: async (trial) => {
      const { customer: owner, card } = await customerWithCard(trial)
      return { path: { customer: owner, source: card }, body: {} }
    },
    parameter: 'last4',
    value: '1111',
  }),
]

interface Deleted {
  readonly id: string
  readonly other: string
  readonly answer: Exchange
  readonly found: Exchange
  readonly after: Exchange
  readonly list: Exchange
  /** The customer once both cards are deleted. */
  readonly empty: Exchange
}

const deleting: readonly Check[] = [
  example<Deleted>('stripe/cards/delete', {
    arrange: async (trial) => {
      const { customer: owner, card: id } = await customerWithCard(trial)
      const other = textAt(await attach(trial, owner, mastercard), '/id')
      const path = { customer: owner, source: id }
      const deleted = {
        id,
        other,
        answer: await trial.given('deleteCard', { path }),
        found: await trial.call('retrieveCard', { path }),
        after: await trial.given('retrieveCustomer', { path: { customer: owner } }),
        list: await trial.given('listCards', { path: { customer: owner } }),
      }
      await trial.given('deleteCard', { path: { customer: owner, source: other } })
      return { ...deleted, empty: await trial.given('retrieveCustomer', { path: { customer: owner } }) }
    },
    judge: {
      'stripe.customers.delete.stub': ({ id, answer }) => isStub(answer, id),
      'stripe.cards.delete.removes': ({ id, found, list }) => all(refusedAsMissing(found), holdsOnly(list, [], [id])),
      'stripe.cards.delete.default-moves-on': ({ other, after, empty }) =>
        all(equals(after, '/default_source', other), equals(empty, '/default_source', null)),
    },
  }),
  example<{ read: Exchange; named: readonly Exchange[] }>('stripe/cards/of-another-customer', {
    arrange: async (trial) => {
      const { card } = await customerWithCard(trial)
      const { customer: owner, made } = await invoice(trial)
      const path = { customer: owner, source: card }
      return {
        read: await trial.call('retrieveCard', { path }),
        named: [
          await trial.call('updateCard', { path, body: { name: 'B Example' } }),
          await trial.call('deleteCard', { path }),
          await trial.call('updateCustomer', { path: { customer: owner }, body: { default_source: card } }),
          await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', ...path } }),
          await trial.call('payInvoice', { path: { invoice: textAt(made, '/id') }, body: { source: card } }),
        ],
      }
    },
    judge: {
      'stripe.cards.retrieve.of-its-customer-only': ({ read: found, named }) =>
        all(
          refusedAsMissing(found),
          each(named, (one) => hasStatus(one, 400, 402, 404)),
        ),
    },
  }),
]

export const cards: readonly Check[] = [...attaching, ...updating, ...deleting]
