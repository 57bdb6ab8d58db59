import { all, each, isKept, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { pathTo } from '../vocabulary/follow.ts'
import { textAt } from '../vocabulary/read.ts'
import { chargeCustomer, chargeOf, customer, customerWithCard } from './scenes.ts'
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

const metadata = { order: '1', seat: '14C' }
const literal = 'metadata[order]=1&metadata[seat]=14C'
const encoded = 'metadata%5Border%5D=1&metadata%5Bseat%5D=14C'

/** The same nested request spelled in two ways, of which one is judged: where neither is kept, that is not for how they are spelled. */
function spelled(id: string, clause: string, body: string, otherwise: string): Check {
  return example<{ answer: Exchange; other: Exchange }>(id, {
    arrange: async (trial) => {
      const send = async (spelling: string): Promise<Exchange> =>
        trial.send({
          method: 'POST',
          path: pathTo`/v1/customers/${await customer(trial)}`,
          headers: form,
          body: spelling,
        })
      return { answer: await send(body), other: await send(otherwise) }
    },
    judge: {
      [clause]: ({ answer, other }) =>
        [answer, other].some((one) => isKept(equals(one, '/metadata', metadata)))
          ? all(hasStatus(answer, 200), equals(answer, '/metadata', metadata))
          : unobservable('metadata is kept in neither spelling'),
    },
  })
}

const expandsBoth = (answer: Exchange, owner: string): Judgement =>
  all(equals(answer, '/customer/id', owner), equals(answer, '/balance_transaction/object', 'balance_transaction'))

/** One request of each verb that writes, and one that is repeated under its key. */
async function writesOfOneCustomer(
  trial: Trial,
  headers: Readonly<Record<string, string>>,
): Promise<readonly Exchange[]> {
  const call = { body: { description: 'Of another origin' }, headers, idempotencyKey: trial.unique('key') }
  const made = await trial.call('createCustomer', call)
  const path = { customer: textAt(made, '/id') }
  return [
    made,
    await trial.call('createCustomer', call),
    await trial.call('updateCustomer', { path, body: { description: 'Changed' }, headers }),
    await trial.call('deleteCustomer', { path, headers }),
  ]
}

export const introduction: readonly Check[] = [
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
        await trial.call('createCharge', { body: await chargeOf(trial, 'declined'), headers }),
        ...(await writesOfOneCustomer(trial, headers)),
      ]
    },
    judge: {
      'stripe.introduction.cors.allowed': (answers) =>
        each(answers, (answer) => inExchange(answer, leaveGiven(answer, 'https://shop.example'))),
    },
  }),
  spelled('stripe/introduction/literal-brackets', 'stripe.introduction.encoding.brackets', literal, encoded),
  spelled('stripe/introduction/encoded-brackets', 'stripe.introduction.encoding.brackets', encoded, literal),
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
        [empty, numbered].some((answer) => isKept(expandsBoth(answer, owner)))
          ? each([empty, numbered], (answer) => expandsBoth(answer, owner))
          : unobservable('nothing is expanded with brackets of either kind'),
    },
  }),
]
