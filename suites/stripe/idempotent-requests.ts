import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import { example, property } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract, Schema } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { equals, hasStatus, holds, inExchange, isOneOf, sameBody } from '../vocabulary/judge.ts'
import type { Trial } from '../../model/trial.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { underWayTogether } from '../vocabulary/under-way-together.ts'
import { attach, countCharges, customer, customerWithCard, invoice } from './scenes.ts'
import { isDecline } from './sources.ts'

/** Any valid charge of a customer: what strangers charge is told apart by the customer. */
function chargeBodies(contract: Contract): fc.Arbitrary<JsonObject> {
  const schema = contract.operations.get('createCharge')?.body?.schema as Schema
  return arbitraryOf(contract, schema).map((body) => {
    const { source: _, ...rest } = body as JsonObject
    return rest
  })
}

/** The same status and the same body. */
function sameAnswer(first: Exchange, repeat: Exchange): Judgement {
  return all(hasStatus(repeat, first.response.status), sameBody(first, repeat))
}

/** One charge was made; a list that does not even hold that one shows nothing. */
const single = (count: number): Judgement =>
  count === 0
    ? unobservable('the list does not hold the charge that was made')
    : holds(count === 1, '/data', 'one charge', count)

interface Repeated {
  readonly answers: readonly Exchange[]
  readonly count: number
}

const repeats = property<Repeated, { body: JsonObject; times: number }>('stripe/idempotent-requests/repeats', {
  inputs: (contract) => fc.record({ body: chargeBodies(contract), times: fc.integer({ min: 1, max: 3 }) }),
  arrange: async (trial, { body, times }) => {
    const { customer: owner } = await customerWithCard(trial)
    const call = { body: { ...body, customer: owner }, idempotencyKey: trial.unique('key') }
    const answers = [await trial.given('createCharge', call)]
    for (let time = 0; time < times; time += 1) answers.push(await trial.call('createCharge', call))
    return { answers, count: await countCharges(trial, owner) }
  },
  judge: {
    'stripe.idempotency.replay.same-response': ({ answers: [first, ...others] }) =>
      each(others, (answer) => sameAnswer(first as Exchange, answer)),
    'stripe.idempotency.replay.single-effect': ({ count }) => single(count),
  },
})

const repeatedDecline = example<Repeated>('stripe/idempotent-requests/repeated-decline', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial, 'declined-later')
    const call = { body: { amount: 2000, currency: 'usd', customer: owner }, idempotencyKey: trial.unique('key') }
    const answers = [await trial.call('createCharge', call), await trial.call('createCharge', call)]
    return { answers, count: await countCharges(trial, owner) }
  },
  judge: {
    'stripe.idempotency.replay.of-a-decline': ({ answers: [first, second], count }) =>
      isDecline(first as Exchange)
        ? all(sameAnswer(first as Exchange, second as Exchange), single(count))
        : unobservable('a charge of the test card that is declined was not declined'),
  },
})

/** What was refused for the state of things is refused again under its key, whatever has changed since. */
const repeatedRefusals = example<readonly (readonly [first: Exchange, repeat: Exchange])[]>(
  'stripe/idempotent-requests/repeated-refusals',
  {
    arrange: async (trial) => {
      const owner = await customer(trial)
      const charged = { body: { amount: 2000, currency: 'usd', customer: owner }, idempotencyKey: trial.unique('key') }
      const unpaid = await trial.call('createCharge', charged)
      await attach(trial, owner)
      const path = { invoice: textAt((await invoice(trial)).made, '/id') }
      await trial.given('updateInvoice', { path, body: { closed: true } })
      const pays = { path, idempotencyKey: trial.unique('key') }
      const closed = await trial.call('payInvoice', pays)
      await trial.given('updateInvoice', { path, body: { closed: false } })
      return [
        [unpaid, await trial.call('createCharge', charged)],
        [closed, await trial.call('payInvoice', pays)],
      ]
    },
    judge: {
      'stripe.idempotency.replay.same-response': (pairs) =>
        each(pairs, ([first, repeat]) => (first.response.status < 300 ? nothing : sameAnswer(first, repeat))),
    },
  },
)

const repeatedUpdate = example<{ first: Exchange; repeat: Exchange; now: Exchange }>(
  'stripe/idempotent-requests/repeated-update',
  {
    arrange: async (trial) => {
      const path = { customer: await customer(trial) }
      const call = { path, body: { description: 'First' }, idempotencyKey: trial.unique('key') }
      const first = await trial.given('updateCustomer', call)
      await trial.given('updateCustomer', { path, body: { description: 'Second' } })
      const repeat = await trial.call('updateCustomer', call)
      return { first, repeat, now: await trial.given('retrieveCustomer', { path }) }
    },
    judge: {
      'stripe.idempotency.replay.of-an-update': ({ first, repeat, now }) =>
        all(sameAnswer(first, repeat), equals(now, '/description', 'Second')),
    },
  },
)

const otherParameters = property<{ refused: Exchange; count: number }, JsonObject>(
  'stripe/idempotent-requests/other-parameters',
  {
    share: 0.5,
    inputs: chargeBodies,
    arrange: async (trial, body) => {
      const { customer: owner } = await customerWithCard(trial)
      const call = { body: { ...body, customer: owner }, idempotencyKey: trial.unique('key') }
      const made = await trial.given('createCharge', call)
      const refused = await trial.call('createCharge', {
        ...call,
        body: { ...call.body, amount: Number(read(made, '/amount')) + 1 },
      })
      return { refused, count: await countCharges(trial, owner) }
    },
    judge: {
      'stripe.idempotency.reuse.other-parameters': ({ refused }) => equals(refused, '/error/type', 'idempotency_error'),
      'stripe.idempotency.reuse.status': ({ refused }) => hasStatus(refused, 400),
      'stripe.idempotency.reuse.without-effect': ({ count }) => single(count),
    },
  },
)

/** What is to be expanded is a parameter as any other. */
const otherExpansion = example<Exchange>('stripe/idempotent-requests/other-expansion', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const body = { amount: 2000, currency: 'usd', customer: owner }
    const idempotencyKey = trial.unique('key')
    await trial.given('createCharge', { body: { ...body, expand: ['customer'] }, idempotencyKey })
    return trial.call('createCharge', { body: { ...body, expand: ['balance_transaction'] }, idempotencyKey })
  },
  judge: {
    'stripe.idempotency.reuse.other-parameters': (refused) => equals(refused, '/error/type', 'idempotency_error'),
  },
})

const otherEndpoint = example<Exchange>('stripe/idempotent-requests/other-endpoint', {
  arrange: async (trial) => {
    const call = { body: { description: 'The same parameters' }, idempotencyKey: trial.unique('key') }
    const made = await trial.given('createCustomer', call)
    return trial.call('updateCustomer', { ...call, path: { customer: textAt(made, '/id') } })
  },
  judge: {
    'stripe.idempotency.reuse.other-endpoint': (refused) =>
      refused.response.status < 300
        ? hasStatus(refused, 400, 409)
        : equals(refused, '/error/type', 'idempotency_error'),
  },
})

const atOnce = property<Repeated, number>('stripe/idempotent-requests/at-once', {
  share: 0.5,
  inputs: () => fc.integer({ min: 50, max: 999_999 }),
  arrange: async (trial, amount) => {
    const { customer: owner } = await customerWithCard(trial)
    const call = { body: { amount, currency: 'usd', customer: owner }, idempotencyKey: trial.unique('key') }
    const charge = (hands: Trial) => hands.call('createCharge', call)
    const answers = await trial.together(charge, charge)
    return { answers, count: await countCharges(trial, owner) }
  },
  judge: {
    'stripe.idempotency.concurrent.single-effect': ({ answers, count }) =>
      underWayTogether(answers, () => single(count)),
    'stripe.idempotency.concurrent.conflict': ({ answers }) =>
      underWayTogether(answers, () => oneAnswerOrConflict(answers)),
    'stripe.errors.status.409': ({ answers }) => {
      const conflict = answers.find(({ response }) => response.status >= 300)
      return conflict === undefined ? unobservable('both requests got the one response') : hasStatus(conflict, 409)
    },
  },
})

function isConflict(answer: Exchange): Judgement {
  return all(hasStatus(answer, 409), isOneOf(answer, '/error/type', ['idempotency_error', 'invalid_request_error']))
}

/** At least one worked; whichever worked are the same; any other is a conflict. */
function oneAnswerOrConflict(answers: readonly Exchange[]): Judgement {
  const worked = answers.filter(({ response }) => response.status === 200)
  const [first, ...same] = worked
  return all(
    holds(
      first !== undefined,
      'status',
      'one answer of 200',
      answers.map(({ response }) => response.status),
    ),
    each(same, (answer) => sameBody(first as Exchange, answer)),
    each(answers, (answer) => (worked.includes(answer) ? nothing : isConflict(answer))),
  )
}

const differentKeys = example<readonly Exchange[]>('stripe/idempotent-requests/different-keys', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const body = { amount: 2000, currency: 'usd', customer: owner }
    return [
      await trial.given('createCharge', { body, idempotencyKey: trial.unique('key') }),
      await trial.given('createCharge', { body, idempotencyKey: trial.unique('key') }),
    ]
  },
  judge: {
    'stripe.idempotency.keys.distinct': ([first, second]) => {
      const [one, other] = [first, second].map((made) => read(made as Exchange, '/id'))
      return inExchange(second as Exchange, holds(one !== other, '/id', { 'other than': one ?? null }, other))
    },
  },
})

export const idempotentRequests: readonly Check[] = [
  repeats,
  repeatedDecline,
  repeatedRefusals,
  repeatedUpdate,
  otherParameters,
  otherExpansion,
  otherEndpoint,
  atOnce,
  differentKeys,
]
