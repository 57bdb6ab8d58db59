import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { refusedAsUnknown } from './refusal.ts'
import { payer, wantedSession } from './scenes.ts'

const documented = ['customerId', 'shippingInfo']
const chosen = ['paymentMode', 'urlSuccess', 'urlCancel', 'charges', 'quantity']

const eachNew = example<readonly [Exchange, Exchange]>('stripe-api-model/sessions/each-new', {
  arrange: async (trial) => {
    const body = await wantedSession(trial)
    return [await trial.given('createSession', { body }), await trial.given('createSession', { body })]
  },
  judge: {
    'stripe-api-model.sessions.create.new': ([first, second]) =>
      holds(
        read(first, '/sessionId') !== read(second, '/sessionId'),
        '/sessionId',
        'a session of its own',
        read(second, '/sessionId'),
      ),
  },
})

const modes = example<readonly Exchange[]>('stripe-api-model/sessions/modes', {
  arrange: async (trial) => {
    const answers: Exchange[] = []
    for (const paymentMode of ['oneTime', 'monthly', 'yearly'])
      answers.push(await trial.call('createSession', { body: await wantedSession(trial, { paymentMode }) }))
    return answers
  },
  judge: {
    'stripe-api-model.sessions.create.payment-modes': (answers) =>
      each(answers, (answer) => hasStatus(answer, 200, 201)),
  },
})

/** Every parameter that the document names. */
const everything = example<Exchange>('stripe-api-model/sessions/every-parameter', {
  arrange: async (trial) =>
    trial.call('createSession', {
      body: await wantedSession(trial, { charges: 1500, quantity: 2, shippingInfo: '12 Long Lane' }),
    }),
  judge: { 'stripe-api-model.sessions.create.takes': (created) => hasStatus(created, 200, 201) },
})

const deletedCustomer = example<Exchange>('stripe-api-model/sessions/deleted-customer', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    await trial.given('deleteCustomer', { path: { customerId } })
    return trial.call('createSession', { body: await wantedSession(trial, { customerId }) })
  },
  judge: {
    'stripe-api-model.sessions.create.unknown-customer': (refused) => refusedAsUnknown(refused, 'customerId'),
  },
})

const unknownCustomer = example<Exchange>('stripe-api-model/sessions/unknown-customer', {
  arrange: async (trial) =>
    trial.call('createSession', { body: await wantedSession(trial, { customerId: trial.unique('nobody') }) }),
  judge: { 'stripe-api-model.sessions.create.unknown-customer': (refused) => refusedAsUnknown(refused, 'customerId') },
})

export function sessions(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'stripe-api-model/sessions/made-and-read', {
      create: 'createSession',
      retrieve: 'retrieveSession',
      id: '/sessionId',
      parameter: 'sessionId',
      share: 0.5,
      prepare: async (trial) => ({ ids: { customer: await payer(trial) } }),
      same: { clause: 'stripe-api-model.sessions.service.keeps' },
      carries: {
        'stripe-api-model.sessions.create.parameters': (created, sent) =>
          each(documented, (name) => equals(created, `/${name}`, sent[name] ?? null)),
        'stripe-api-model.sessions.create.echoes': (created, sent) =>
          each(
            chosen.filter((name) => sent[name] !== undefined),
            (name) => equals(created, `/${name}`, sent[name] ?? null),
          ),
      },
    }),
    eachNew,
    modes,
    everything,
    unknownCustomer,
    deletedCustomer,
  ]
}
