import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, holds, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { narrows } from './narrowing.ts'
import { charge, chargeCustomer, customerWithCard, declinedCharge } from './scenes.ts'
import { refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import { refusesParameter } from './unknown-parameters.ts'

const refund = (trial: Trial, of: string, body: JsonObject = {}): Promise<Exchange> =>
  trial.given('createRefund', { body: { charge: of, ...body } })
const retrieve = (trial: Trial, id: string): Promise<Exchange> =>
  trial.given('retrieveCharge', { path: { charge: id } })

/** The most that a request schema asks to give back. */
const most = 999_999

function created(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'stripe/refunds/created-and-read', {
    create: 'createRefund',
    retrieve: 'retrieveRefund',
    id: '/id',
    parameter: 'refund',
    prepare: async (trial) => ({ ids: { charge: textAt(await charge(trial, { amount: most }), '/id') } }),
    same: { clause: 'stripe.refunds.retrieve.as-created' },
    carries: {
      'stripe.refunds.create.partial': (made, sent) => equals(made, '/amount', sent['amount'] ?? most),
      'stripe.refunds.create.echoes-reason': (made, sent) => equals(made, '/reason', sent['reason'] ?? null),
      'stripe.refunds.create.names-charge': (made, sent) =>
        all(equals(made, '/charge', sent['charge'] ?? null), equals(made, '/currency', 'usd')),
    },
  })
}

interface Life {
  readonly part: Exchange
  readonly between: Exchange
  readonly rest: Exchange
  readonly after: Exchange
  readonly original: Exchange
  readonly transaction: Exchange
}

/** The money that a refund takes back, in a transaction of its own. */
function takesBack({ part, original, transaction }: Life): Judgement {
  const own = read(part, '/balance_transaction')
  return all(
    equals(transaction, '/type', 'refund'),
    equals(transaction, '/amount', -400),
    equals(transaction, '/source', textAt(part, '/id')),
    holds(own !== read(original, '/balance_transaction'), '/balance_transaction', 'a transaction of its own', own),
  )
}

const scenarios: readonly Check[] = [
  example<Life>('stripe/refunds/in-two-parts', {
    arrange: async (trial) => {
      const original = await charge(trial, { amount: 1000 })
      const id = textAt(original, '/id')
      const part = await refund(trial, id, { amount: 400, reason: 'duplicate' })
      const between = await retrieve(trial, id)
      const rest = await refund(trial, id, { reason: 'requested_by_customer', metadata: { by: 'counter 3' } })
      const transaction = await trial.given('retrieveBalanceTransaction', {
        path: { transaction: textAt(part, '/balance_transaction') },
      })
      return { original, part, between, rest, after: await retrieve(trial, id), transaction }
    },
    judge: {
      'stripe.refunds.create.whole-by-default': ({ rest }) => equals(rest, '/amount', 600),
      'stripe.refunds.create.echoes-reason': ({ part, rest }) =>
        all(equals(part, '/reason', 'duplicate'), equals(rest, '/reason', 'requested_by_customer')),
      'stripe.metadata.objects.refund': ({ rest }) => equals(rest, '/metadata', { by: 'counter 3' }),
      'stripe.refunds.create.raises-amount-refunded': ({ between, after }) =>
        all(equals(between, '/amount_refunded', 400), equals(after, '/amount_refunded', 1000)),
      'stripe.refunds.create.refunded-when-whole': ({ between, after }) =>
        all(equals(between, '/refunded', false), equals(after, '/refunded', true)),
      'stripe.refunds.create.embedded-newest-first': ({ part, rest, after }) =>
        all(
          equals(after, '/refunds/data/0/id', textAt(rest, '/id')),
          equals(after, '/refunds/data/1/id', textAt(part, '/id')),
        ),
      'stripe.refunds.create.transaction': takesBack,
    },
  }),
  example<{ rest: Exchange; after: Exchange }>('stripe/refunds/of-the-last-cent', {
    arrange: async (trial) => {
      const id = textAt(await charge(trial, { amount: 1000 }), '/id')
      await refund(trial, id, { amount: 999 })
      const rest = await trial.call('createRefund', { body: { charge: id } })
      return { rest, after: await retrieve(trial, id) }
    },
    judge: {
      'stripe.refunds.create.whole-by-default': ({ rest }) => equals(rest, '/amount', 1),
      'stripe.refunds.create.refunded-when-whole': ({ rest, after }) =>
        rest.response.status === 200 ? equals(after, '/refunded', true) : nothing,
    },
  }),
  example<{ released: Exchange; after: Exchange }>('stripe/refunds/of-an-uncaptured-charge', {
    arrange: async (trial) => {
      const id = textAt(await charge(trial, { capture: false }), '/id')
      const metadata = { by: 'counter 3' }
      return { released: await refund(trial, id, { metadata }), after: await retrieve(trial, id) }
    },
    judge: {
      'stripe.metadata.objects.refund': ({ released }) => equals(released, '/metadata', { by: 'counter 3' }),
      'stripe.refunds.create.releases-uncaptured': ({ released, after }) =>
        all(
          equals(released, '/balance_transaction', null),
          equals(after, '/captured', false),
          equals(after, '/refunded', true),
        ),
    },
  }),
]

/** A missing charge named in the body is a bad parameter and does not exist. */
function unknownCharge(refused: Exchange): Judgement {
  return refused.response.status === 404 ? refusedAsMissing(refused) : refusedAsInvalid(refused)
}

const refusals: readonly Check[] = [
  example<{ before: Exchange; refused: Exchange; after: Exchange }>('stripe/refunds/above-the-rest', {
    arrange: async (trial) => {
      const id = textAt(await charge(trial, { amount: 1000 }), '/id')
      await refund(trial, id, { amount: 400 })
      const before = await retrieve(trial, id)
      return {
        before,
        refused: await trial.call('createRefund', { body: { charge: id, amount: 601 } }),
        after: await retrieve(trial, id),
      }
    },
    judge: {
      'stripe.refunds.create.above-rest': ({ refused }) => refusedAsInvalid(refused),
      'stripe.refunds.create.refusal-changes-nothing': ({ before, refused, after }) =>
        refused.response.status < 400 ? unobservable('the refund was not refused') : sameBody(before, after),
    },
  }),
  example<{ refunded: string; made: Exchange; other: Exchange; after: Exchange }>(
    'stripe/refunds/of-one-of-two-charges',
    {
      arrange: async (trial) => {
        const { customer: owner } = await customerWithCard(trial)
        const refunded = textAt(await chargeCustomer(trial, owner), '/id')
        const other = await chargeCustomer(trial, owner)
        const made = await refund(trial, refunded)
        return { refunded, made, other, after: await retrieve(trial, textAt(other, '/id')) }
      },
      judge: {
        'stripe.refunds.create.names-charge': ({ refunded, made }) => equals(made, '/charge', refunded),
        'stripe.charges.retrieve.as-created': ({ other, after }) => sameBody(other, after),
      },
    },
  ),
  example<Exchange>('stripe/refunds/of-a-refunded-charge', {
    arrange: async (trial) => {
      const id = textAt(await charge(trial), '/id')
      await refund(trial, id)
      return trial.call('createRefund', { body: { charge: id } })
    },
    judge: { 'stripe.refunds.create.of-refunded': (refused) => refusedAsInvalid(refused) },
  }),
  example<Exchange>('stripe/refunds/of-a-failed-charge', {
    arrange: async (trial) => {
      const failed = textAt(await declinedCharge(trial), '/error/charge')
      // where it is not kept, there is nothing to refund
      const found = await trial.call('retrieveCharge', { path: { charge: failed } })
      if (found.response.status >= 300) throw new Blocked(found, 'the failed charge is not kept')
      return trial.call('createRefund', { body: { charge: failed } })
    },
    judge: { 'stripe.refunds.create.of-failed': (refused) => refusedAsInvalid(refused) },
  }),
  example<Exchange>('stripe/refunds/of-an-unknown-charge', {
    arrange: (trial) => trial.call('createRefund', { body: { charge: 'ch_conformanceHasNoSuchCharge' } }),
    judge: { 'stripe.refunds.create.unknown-charge': unknownCharge },
  }),
  refusesParameter('stripe/refunds/unknown-parameter', {
    clause: 'stripe.refunds.create.unknown-parameter',
    operation: 'createRefund',
    call: async (trial) => ({ body: { charge: textAt(await charge(trial), '/id') } }),
  }),
  refusesParameter('stripe/refunds/update-of-another-field', {
    clause: 'stripe.refunds.update.only-metadata',
    operation: 'updateRefund',
    call: async (trial) => ({
      path: { refund: textAt(await refund(trial, textAt(await charge(trial), '/id')), '/id') },
      body: {},
    }),
    parameter: 'amount',
    value: '1',
  }),
]

const others: readonly Check[] = [
  example<readonly Exchange[]>('stripe/refunds/update', {
    arrange: async (trial) => {
      const path = { refund: textAt(await refund(trial, textAt(await charge(trial), '/id')), '/id') }
      return [
        await trial.given('updateRefund', { path, body: { metadata: { by: 'counter 3' } } }),
        await trial.given('retrieveRefund', { path }),
      ]
    },
    judge: {
      'stripe.metadata.objects.refund': (answers) =>
        each(answers, (answer) => equals(answer, '/metadata', { by: 'counter 3' })),
    },
  }),
  narrows('stripe/refunds/by-charge', {
    clause: 'stripe.refunds.list.by-charge',
    operation: 'listRefunds',
    arrange: async (trial) => {
      const [one, other] = [textAt(await charge(trial), '/id'), textAt(await charge(trial), '/id')]
      return {
        query: { charge: one },
        wanted: textAt(await refund(trial, one), '/id'),
        unwanted: textAt(await refund(trial, other), '/id'),
      }
    },
  }),
]

export function refunds(contract: Contract): readonly Check[] {
  return [created(contract), ...scenarios, ...refusals, ...others]
}
