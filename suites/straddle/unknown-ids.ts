import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { customerBody, dayOf } from './bodies.ts'
import {
  businessProfile,
  linkedBankAccountBody,
  makeAccount,
  makeOrganization,
  representativeBody,
} from './embedding.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { idOf, makePaykey } from './making.ts'
import type { JsonObject } from '../../model/json.ts'

const nothing = '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'

type Entry = readonly [operation: string, body?: (trial: Trial) => JsonObject]

const update = (trial: Trial): JsonObject => ({ amount: 5000, description: 'Changed', payment_date: dayOf(trial, 0) })
const reason = (): JsonObject => ({ reason: 'Asked for' })

const byId: readonly Entry[] = [
  ['getCustomer'],
  ['updateCustomer', (trial) => ({ ...customerBody(trial), status: 'verified' })],
  ['deleteCustomer'],
  ['getUnmaskedCustomer'],
  ['getCustomerReview'],
  ['decideCustomer', () => ({ status: 'verified' })],
  ['refreshCustomerReview'],
  ['getPaykey'],
  ['revealPaykey'],
  ['getUnmaskedPaykey'],
  ['cancelPaykey', () => ({})],
  ['getPaykeyReview'],
  ['decidePaykey', () => ({ status: 'active' })],
  ['refreshPaykeyReview'],
  ['refreshPaykeyBalance'],
  ['unblockPaykey', () => ({})],
  ...['Charge', 'Payout'].flatMap((one): readonly Entry[] => [
    [`get${one}`],
    [`update${one}`, update],
    [`hold${one}`, reason],
    [`release${one}`, reason],
    [`cancel${one}`, reason],
    [`unmask${one}`],
    [`resubmit${one}`, () => ({})],
  ]),
  ['refundCharge', () => ({})],
  ['getFundingEvent'],
  ['listFundingEventPayments'],
]

const embedded: readonly (readonly [parameter: string, ...Entry])[] = [
  ['organization_id', 'getOrganization'],
  ['account_id', 'getAccount'],
  ['account_id', 'updateAccount', () => ({ business_profile: businessProfile() })],
  ['account_id', 'listCapabilityRequests'],
  ['account_id', 'createCapabilityRequests', () => ({ internet: { enable: true } })],
  ['linked_bank_account_id', 'getLinkedBankAccount'],
  [
    'linked_bank_account_id',
    'updateLinkedBankAccount',
    (trial) => ({ bank_account: linkedBankAccountBody(trial, nothing)['bank_account'] ?? null }),
  ],
  ['linked_bank_account_id', 'cancelLinkedBankAccount'],
  ['linked_bank_account_id', 'unmaskLinkedBankAccount'],
  ['representative_id', 'getRepresentative'],
  ['representative_id', 'updateRepresentative', (trial) => representativeBody(trial, nothing)],
  ['representative_id', 'unmaskRepresentative'],
]

interface UnknownCall {
  readonly operation: string
  readonly parameter: string
  readonly call?: (trial: Trial) => Promise<Call>
}

function callOf(parameter: string, [operation, body]: Entry): UnknownCall {
  return {
    operation,
    parameter,
    ...(body === undefined ? {} : { call: async (trial: Trial): Promise<Call> => ({ body: body(trial) }) }),
  }
}

const calls = [
  ...byId.map((entry) => callOf('id', entry)),
  ...embedded.map(([parameter, ...entry]) => callOf(parameter, entry)),
]
const notFound = (exchange: Exchange) => hasStatus(exchange, 404)

/** All of them once more, one after the other: a second refusal is one of its own. */
const onceMore: Check = example('straddle/errors/unknown-ids-once-more', {
  arrange: async (trial) => {
    const answers: Exchange[] = []
    for (const { operation, parameter, call } of calls) {
      answers.push(await trial.call(operation, { ...(await call?.(trial)), path: { [parameter]: nothing } }))
    }
    return answers
  },
  judge: { 'straddle.errors.status.not-found': (answers) => each(answers, notFound) },
})

/** Where each operation finds the id of something else than it is about. */
const strangerTo: Readonly<Record<string, (trial: Trial) => Promise<string>>> = {
  customer: async (trial) => (await makePaykey(trial)).id,
  paykey: async (trial) => idOf(await makePayment(trial, charges)),
  charge: async (trial) => idOf(await makePayment(trial, payouts)),
  payout: async (trial) => idOf(await makePayment(trial, charges)),
  'funding-event': async (trial) => idOf(await makePayment(trial, charges)),
  organization: async (trial) => idOf(await makeAccount(trial)),
  account: async (trial) => idOf(await makeOrganization(trial)),
  'linked-bank-account': async (trial) => idOf(await makeAccount(trial)),
  representative: async (trial) => idOf(await makeAccount(trial)),
}

/** The id of one kind of resource is none of another. */
function ofAnotherKind({ declaration: { resources } }: Contract): readonly Check[] {
  return Object.entries(resources).flatMap(([name, resource]) => {
    const stranger = strangerTo[name]
    const own = new Set([resource.retrieve, ...resource.views, resource.update, ...resource.act, resource.delete])
    if (stranger === undefined) return []
    return example<readonly Exchange[]>(`straddle/errors/${name}-of-another-kind`, {
      arrange: async (trial) => {
        const id = await stranger(trial)
        const answers: Exchange[] = []
        for (const { operation, parameter, call } of calls)
          if (own.has(operation))
            answers.push(await trial.call(operation, { ...(await call?.(trial)), path: { [parameter]: id } }))
        return answers
      },
      judge: { 'straddle.errors.status.not-found': (answers) => each(answers, notFound) },
    })
  })
}

/** A resource that does not exist, asked of every operation that takes an id. */
export function unknownIds(contract: Contract): readonly Check[] {
  return [
    ...unknownIdsAreNotFound('straddle/errors', {
      clause: 'straddle.errors.status.not-found',
      unknownId: () => nothing,
      refusal: notFound,
      calls,
    }),
    onceMore,
    ...ofAnotherKind(contract),
  ]
}
