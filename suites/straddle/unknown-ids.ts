import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { customerBody, dayOf } from './bodies.ts'
import { businessProfile, linkedBankAccountBody, representativeBody } from './embedding.ts'
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

/** A resource that does not exist, asked of every operation that takes an id. */
export const unknownIds: readonly Check[] = [
  ...unknownIdsAreNotFound('straddle/errors', {
    clause: 'straddle.errors.status.not-found',
    unknownId: () => nothing,
    refusal: notFound,
    calls,
  }),
  onceMore,
]
