import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { equals, hasForm, hasStatus } from '../vocabulary/judge.ts'
import { bankAccountBody } from './bodies.ts'
import { carries } from './carries.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { refusesByRule, refusesFaults } from './refusal.ts'
import { makes } from './success.ts'

const verified = async (trial: Trial) => idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
const withCustomer = async (trial: Trial) => ({ ids: { customer: await verified(trial) } })
const token = 'processor-sandbox-abcdef123456'
const operationOf = { plaid: 'createPlaidPaykey', quiltt: 'createQuilttPaykey' } as const

/** A paykey by the token of another service. */
const byToken = (source: keyof typeof operationOf, customer: string, outcome: string, more: JsonObject = {}) => ({
  customer_id: customer,
  [`${source}_token`]: token,
  config: { sandbox_outcome: outcome },
  ...more,
})

const bankAccount: Check = example('straddle/bridge/bank-account', {
  arrange: async (trial) => {
    const customer = await verified(trial)
    const body = bankAccountBody(trial, customer, {
      account_type: 'savings',
      metadata: { order: '6735' },
      external_id: trial.unique('KEY-'),
      config: { sandbox_outcome: 'active' },
    })
    const created = await trial.given('createBankAccountPaykey', { body })
    return { body, customer, created, seen: await trial.given('getPaykey', { path: { id: idOf(created) } }) }
  },
  judge: {
    'straddle.bridge.create.full-token': ({ created }) => hasForm(created, '/data/paykey', /^[^*•]+$/),
    'straddle.bridge.create.source': ({ created }) => equals(created, '/data/source', 'bank_account'),
    'straddle.bridge.create.customer': ({ customer, created }) => equals(created, '/data/customer_id', customer),
    'straddle.bridge.create.bank-data': ({ body, created }) =>
      each(['routing_number', 'account_type'], (name) =>
        equals(created, `/data/bank_data/${name}`, body[name] ?? null),
      ),
    'straddle.bridge.create.metadata': ({ body, created, seen }) =>
      each([created, seen], (answer) => carries(answer, body, ['metadata', 'external_id'])),
    'straddle.bridge.create.label': ({ body, created }) =>
      hasForm(created, '/data/label', new RegExp(`${String(body['account_number']).slice(-4)}$`)),
  },
})

const tokens: readonly Check[] = (['plaid', 'quiltt'] as const).map((source) =>
  example(`straddle/bridge/${source}`, {
    arrange: async (trial) => {
      const customer = await verified(trial)
      const body = byToken(source, customer, 'active', { metadata: { order: '6735' } })
      const created = await trial.given(operationOf[source], { body })
      return { body, customer, created, seen: await trial.given('getPaykey', { path: { id: idOf(created) } }) }
    },
    judge: {
      'straddle.bridge.create.source': ({ created }) => equals(created, '/data/source', source),
      'straddle.bridge.create.customer': ({ customer, created }) => equals(created, '/data/customer_id', customer),
      'straddle.bridge.create.full-token': ({ created }) => hasForm(created, '/data/paykey', /^[^*•]+$/),
      'straddle.bridge.create.metadata': ({ body, created, seen }) =>
        each([created, seen], (answer) => carries(answer, body, ['metadata'])),
    },
  }),
)

const clauseOfOutcome = {
  active: 'straddle.bridge.create.outcome-active',
  review: 'straddle.bridge.create.outcome-review',
  rejected: 'straddle.bridge.create.outcome-rejected',
} as const

const outcomes: readonly Check[] = Object.entries(clauseOfOutcome).flatMap(([outcome, clause]) => [
  example(`straddle/bridge/outcome-${outcome}`, {
    arrange: (trial) => makePaykey(trial, { config: { sandbox_outcome: outcome } }),
    judge: { [clause]: ({ answer }) => equals(answer, '/data/status', outcome) },
  }),
  example(`straddle/bridge/outcome-${outcome}-otherwise`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const customer_id = await verified(trial)
      const made: Exchange[] = []
      for (const source of ['plaid', 'quiltt'] as const)
        made.push(await trial.given(operationOf[source], { body: byToken(source, customer_id, outcome) }))
      const savings = { account_type: 'savings', config: { sandbox_outcome: outcome } }
      made.push((await makePaykey(trial, { customer_id, ...savings })).answer)
      const config = { sandbox_outcome: outcome, processing_method: 'background' }
      const { id } = await makePaykey(trial, { customer_id, config })
      await trial.advance(3600)
      return [...made, await trial.given('getPaykey', { path: { id } })]
    },
    judge: {
      [clause]: (paykeys) => each(paykeys, (paykey) => equals(paykey, '/data/status', outcome)),
    },
  }),
])

const refusals: readonly Check[] = [
  example('straddle/bridge/rejected-customer', {
    arrange: async (trial) => {
      const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'rejected' } }))
      const link = (config: JsonObject) =>
        trial.call('createBankAccountPaykey', { body: bankAccountBody(trial, customer, { config }) })
      const answers = [await link({}), await link({ sandbox_outcome: 'active' })]
      for (const [operation, name] of [
        ['createPlaidPaykey', 'plaid_token'],
        ['createQuilttPaykey', 'quiltt_token'],
      ] as const)
        answers.push(
          await trial.call(operation, { body: { customer_id: customer, [name]: trial.unique('processor-') } }),
        )
      return answers
    },
    judge: { 'straddle.bridge.create.rejected-customer': (answers) => each(answers, refusesByRule) },
  }),
  example('straddle/bridge/unknown-customer', {
    arrange: (trial) =>
      trial.call('createBankAccountPaykey', { body: bankAccountBody(trial, '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11') }),
    judge: { 'straddle.bridge.create.unknown-customer': (refused) => hasStatus(refused, 400, 404, 422) },
  }),
]

const session: Check = example('straddle/bridge/session', {
  arrange: async (trial) => trial.call('initializeBridge', { body: { customer_id: await verified(trial) } }),
  judge: {
    'straddle.bridge.initialize.answers': makes,
    'straddle.bridge.token.shape': (opened) => hasForm(opened, '/data/bridge_token', /^[\w-]+\.[\w-]+\.[\w-]+$/),
  },
})

export function bridge(contract: Contract): readonly Check[] {
  const invalid = ['createBankAccountPaykey', 'createPlaidPaykey', 'createQuilttPaykey', 'initializeBridge']
  return [
    bankAccount,
    ...tokens,
    ...outcomes,
    ...refusals,
    session,
    ...invalid.flatMap((operation) =>
      refusesInvalidInput(contract, 'straddle/bridge', { operation, prepare: withCustomer, ...refusesFaults }),
    ),
  ]
}
