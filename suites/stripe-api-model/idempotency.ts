import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { retriesAreIdempotent } from '../laws/retries-are-idempotent.ts'
import { hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { underWayTogether } from '../vocabulary/under-way-together.ts'
import { card, payer } from './scenes.ts'
import { chargesOf, countOf, purchase } from './purchase.ts'
import type { Purchase } from './purchase.ts'

const keyOf = (trial: Trial): string => trial.unique('purchase')

/** The failed charge of a customer without a card; with a card it can be charged. */
async function failing(trial: Trial): Promise<JsonObject> {
  const customer = await trial.given('createCustomer', { body: { name: trial.unique('Ada ') } })
  return { amount: 1000, currency: 'USD', customerId: textAt(customer, '/customerId') }
}

async function addCard(trial: Trial, { customerId }: JsonObject): Promise<void> {
  await trial.given('updateCustomer', { path: { customerId: String(customerId) }, body: card })
}

function isProcessed(first: Exchange, second: Exchange): Judgement {
  if (first.response.status < 300) return unobservable('the request that was to fail succeeded')
  return hasStatus(second, 200, 201)
}

const law = retriesAreIdempotent('stripe-api-model/idempotency', {
  operation: 'createCharge',
  id: '/chargeId',
  prepare: async (trial) => ({ ids: { customer: await payer(trial) } }),
  count: async (trial, { customerId }) => (await chargesOf(trial, String(customerId))).length,
  key: keyOf,
  failing,
  remedy: addCard,
  afterFailure: isProcessed,
  clauses: {
    replay: 'stripe-api-model.idempotency.success.same-answer',
    once: 'stripe-api-model.idempotency.success.ignored',
    afterFailure: 'stripe-api-model.idempotency.failure.processed',
    concurrent: 'stripe-api-model.idempotency.in-flight.once',
  },
})

/** A key that is known shows in one of two ways: a repeat makes nothing new, or one that comes at once is a conflict. */
const header = example<{ repeats: Purchase; atOnce: Purchase }>('stripe-api-model/idempotency/header', {
  arrange: async (trial) => ({
    repeats: await purchase(trial, 'one after the other'),
    atOnce: await purchase(trial, 'at once'),
  }),
  judge: {
    'stripe-api-model.idempotency.key.header': ({ repeats, atOnce }) =>
      inExchange(
        repeats.answers[1],
        holds(
          repeats.charges === 1 || atOnce.answers.some(({ response }) => response.status === 409),
          'idempotency-key',
          'a key that has an effect',
          'none',
        ),
      ),
  },
})

const answered = example<Purchase>('stripe-api-model/idempotency/answered', {
  arrange: (trial) => purchase(trial, 'one after the other'),
  judge: { 'stripe-api-model.idempotency.success.answered': ({ answers: [, second] }) => hasStatus(second, 200, 201) },
})

function isConflict({ answers, charges }: Purchase): Judgement {
  const refused = answers.filter(({ response }) => response.status >= 300)
  if (refused.length === 0 && charges === 1) return unobservable('the first request was over before the second began')
  return all(
    inExchange(answers[1], holds(refused.length === 1, 'status', 'one of the two refused', refused.length)),
    each(refused, (answer) => hasStatus(answer, 409)),
  )
}

const conflict = example<Purchase>('stripe-api-model/idempotency/conflict', {
  arrange: (trial) => purchase(trial, 'at once'),
  judge: {
    'stripe-api-model.idempotency.in-flight.conflict': (both) => underWayTogether(both.answers, () => isConflict(both)),
  },
})

const afterwards = example<{ second: Exchange; third: Exchange; charges: number }>(
  'stripe-api-model/idempotency/after-a-failure',
  {
    arrange: async (trial) => {
      const body = await failing(trial)
      const call = { body, idempotencyKey: keyOf(trial) }
      await trial.call('createCharge', call)
      await addCard(trial, body)
      const second = await trial.call('createCharge', call)
      const third = await trial.call('createCharge', call)
      return { second, third, charges: await countOf(trial, String(body['customerId']), [second, third]) }
    },
    judge: {
      'stripe-api-model.idempotency.failure.then-ignored': ({ second, third, charges }): Judgement => {
        if (second.response.status >= 300) return unobservable('the repeat of the failure did not succeed')
        return inExchange(third, all(holds(charges === 1, '/data', 'one charge', charges), hasStatus(third, 200, 201)))
      },
    },
  },
)

const otherKeys = example<Purchase>('stripe-api-model/idempotency/other-keys', {
  arrange: (trial) => purchase(trial, 'with other keys'),
  judge: {
    'stripe-api-model.idempotency.keys.distinct': ({ charges }) =>
      holds(charges === 2, '/data', 'two charges', charges),
  },
})

const noKey = example<Purchase>('stripe-api-model/idempotency/without-key', {
  arrange: (trial) => purchase(trial, 'without key'),
  judge: {
    'stripe-api-model.idempotency.without-key.each-counts': ({ charges }) =>
      holds(charges === 2, '/data', 'two charges', charges),
  },
})

const otherAccount = example<readonly [Exchange, Exchange]>('stripe-api-model/idempotency/other-account', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const call = { body: { name: trial.unique('Ada ') }, idempotencyKey: keyOf(trial) }
    return [await trial.given('createCustomer', call), await trial.as('other').given('createCustomer', call)]
  },
  judge: {
    'stripe-api-model.idempotency.keys.of-an-account': ([own, other]) =>
      holds(
        read(own, '/customerId') !== read(other, '/customerId'),
        '/customerId',
        'a customer of its own',
        read(other, '/customerId'),
      ),
  },
})

export const idempotency: readonly Check[] = [
  ...law,
  header,
  answered,
  conflict,
  afterwards,
  otherKeys,
  noKey,
  otherAccount,
]
