import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { follow, leadsTo, pathTo } from '../vocabulary/follow.ts'
import type { Followed } from '../vocabulary/follow.ts'
import { textAt } from '../vocabulary/read.ts'
import { charge, chargeCustomer, customer, customerWithCard } from './scenes.ts'
import { refusedAsMissing } from './refusal.ts'

const form = [
  ['stripe-version', '2018-01-23'],
  ['content-type', 'application/x-www-form-urlencoded'],
] as const

/** The requests that the reference prints, but for those about its author's own objects. */
const samples: Readonly<Record<string, (trial: Trial) => Promise<Exchange>>> = {
  'charge-of-tok-visa': (trial) =>
    trial.call('createCharge', {
      body: { amount: 2000, currency: 'usd', source: 'tok_visa', description: 'A sample charge' },
      idempotencyKey: trial.unique('sample'),
    }),
  'charge-of-tok-amex': (trial) =>
    trial.call('createCharge', {
      body: { amount: 2000, currency: 'usd', source: 'tok_amex', metadata: { order_id: '6735' } },
    }),
  'three-customers': (trial) => trial.call('listCustomers', { query: { limit: 3 } }),
  balance: (trial) => trial.call('retrieveBalance'),
}

const samplesWork: readonly Check[] = Object.entries(samples).map(([name, send]) =>
  example(`stripe/introduction/sample-${name}`, {
    arrange: send,
    judge: { 'stripe.introduction.samples.work-as-is': (answer) => hasStatus(answer, 200) },
  }),
)

function leaveGiven({ response }: Exchange, origin: string): Judgement {
  const given = headerOf(response, 'access-control-allow-origin')
  return holds(given === '*' || given === origin, 'access-control-allow-origin', origin, given)
}

/** A form of the same nested request, spelled in another way. */
function spelled(id: string, clause: string, body: string): Check {
  return example<Exchange>(id, {
    arrange: async (trial) => {
      const owner = await customer(trial)
      return trial.send({ method: 'POST', path: pathTo`/v1/customers/${owner}`, headers: form, body })
    },
    judge: {
      [clause]: (answer) => all(hasStatus(answer, 200), equals(answer, '/metadata', { order: '1', seat: '14C' })),
    },
  })
}

export const introduction: readonly Check[] = [
  example<{ made: Exchange; followed: Followed }>('stripe/introduction/urls', {
    arrange: async (trial) => {
      const made = await charge(trial)
      const list = await trial.given('listCharges', { query: { limit: 1 } })
      return { made, followed: await follow(trial, list, '/url', pathTo`/${textAt(made, '/id')}`) }
    },
    judge: {
      'stripe.introduction.urls.object-below-its-list': ({ made, followed }) =>
        leadsTo(followed, (found) => all(hasStatus(found, 200), equals(found, '/id', textAt(made, '/id')))),
    },
  }),
  ...samplesWork,
  example<readonly Exchange[]>('stripe/introduction/unknown-urls-and-verbs', {
    arrange: async (trial) => [
      await trial.send({ method: 'GET', path: '/v1/no_such_resource' }),
      await trial.send({ method: 'PUT', path: '/v1/balance', headers: form }),
    ],
    judge: { 'stripe.introduction.verbs.unknown': (answers) => each(answers, (answer) => refusedAsMissing(answer)) },
  }),
  example<readonly Exchange[]>('stripe/introduction/other-origins', {
    arrange: async (trial) => {
      const headers = { origin: 'https://shop.example' }
      return [
        await trial.call('listCustomers', { query: { limit: 1 }, headers }),
        await trial.call('retrieveCustomer', { path: { customer: 'cus_conformanceHasNone' }, headers }),
        await trial.call('createCharge', { body: {}, headers }),
        await trial.call('retrieveBalance', { headers, credentials: { kind: 'none' } }),
      ]
    },
    judge: {
      'stripe.introduction.cors.allowed': (answers) =>
        each(answers, (answer) => inExchange(answer, leaveGiven(answer, 'https://shop.example'))),
    },
  }),
  spelled(
    'stripe/introduction/literal-brackets',
    'stripe.introduction.encoding.brackets',
    'metadata[order]=1&metadata[seat]=14C',
  ),
  spelled(
    'stripe/introduction/encoded-brackets',
    'stripe.introduction.encoding.brackets',
    'metadata%5Border%5D=1&metadata%5Bseat%5D=14C',
  ),
  example<{ owner: string; empty: Exchange; numbered: Exchange }>('stripe/introduction/array-brackets', {
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      const path = pathTo`/v1/charges/${textAt(await chargeCustomer(trial, owner), '/id')}`
      return {
        owner,
        empty: await trial.send({ method: 'GET', path: `${path}?expand[]=customer&expand[]=balance_transaction` }),
        numbered: await trial.send({ method: 'GET', path: `${path}?expand[0]=customer&expand[1]=balance_transaction` }),
      }
    },
    judge: {
      'stripe.introduction.encoding.indexed-arrays': ({ owner, empty, numbered }) =>
        each([empty, numbered], (answer) =>
          all(
            equals(answer, '/customer/id', owner),
            equals(answer, '/balance_transaction/object', 'balance_transaction'),
          ),
        ),
    },
  }),
]
