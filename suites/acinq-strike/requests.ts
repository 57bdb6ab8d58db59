import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { valueAt } from '../../model/json.ts'
import { listAt, textAt } from '../vocabulary/read.ts'
import { givenCharge, wanted } from './charge.ts'
import { refused, refusedWith } from './refusal.ts'

function madeAs(created: Exchange, body: JsonObject): Judgement {
  return all(
    hasStatus(created, 200),
    equals(created, '/amount', body['amount'] ?? null),
    equals(created, '/description', body['description'] ?? null),
  )
}

const encodings = example('acinq-strike/requests/form-and-json', {
  arrange: async (trial) => {
    const { body } = wanted(trial)
    const sent = (mediaType: string) => trial.call('createCharge', { body, mediaType })
    return { body, form: await sent('application/x-www-form-urlencoded'), json: await sent('application/json') }
  },
  judge: {
    'acinq-strike.requests.body.form': ({ form, body }) => madeAs(form, body),
    'acinq-strike.requests.body.json': ({ json, body }) => madeAs(json, body),
  },
})

const limits = example('acinq-strike/requests/at-the-limits', {
  arrange: async (trial) => [
    await trial.call('createCharge', wanted(trial, { amount: 1 })),
    await trial.call('createCharge', wanted(trial, { amount: 4_294_967 })),
    // characters of more than one byte: a limit in bytes shows
    await trial.call('createCharge', wanted(trial, { description: '漢'.repeat(256) })),
    await trial.call('createCharge', wanted(trial, { customer_id: 'ß'.repeat(64) })),
  ],
  judge: {
    'acinq-strike.charges.create.limits-reachable': (created) => each(created, (answer) => hasStatus(answer, 200)),
  },
})

/** One fault of each parameter, each of them alone. */
const wrong: readonly JsonObject[] = [
  { amount: 'many' },
  { amount: 0 },
  { amount: 4_294_968 },
  { currency: 'usd' },
  { description: 'd'.repeat(257) },
  { customer_id: 'c'.repeat(65) },
]

const wrongParameter = example('acinq-strike/requests/refused', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    const kept = textAt(await givenCharge(trial), '/id')
    const broken = await trial.call('createCharge', { body: '{"amount": 1, "currency"', mediaType: 'application/json' })
    const answers: Exchange[] = []
    for (const fault of wrong) answers.push(await trial.call('createCharge', wanted(trial, fault)))
    return { kept, answers, broken, list: await trial.given('listCharges') }
  },
  judge: {
    'acinq-strike.errors.statuses.bad-request': ({ answers }) =>
      each(answers.slice(0, 1), (answer) => refusedWith(answer, 400)),
    'acinq-strike.errors.statuses.unreadable-body': ({ broken }) => refusedWith(broken, 400),
    'acinq-strike.charges.create.refused-makes-nothing': ({ answers, broken, list, kept }) => {
      if ([...answers, broken].some(({ response }) => response.status < 400))
        return unobservable('a create was not refused')
      const made = listAt(list, '').filter((charge) => valueAt(charge, '/id') !== kept)
      return holds(made.length === 0, '', 'no charge of a refused create', made)
    },
  },
})

const fraction = example('acinq-strike/requests/fraction', {
  arrange: (trial) => trial.call('createCharge', wanted(trial, { amount: 1000.5 })),
  judge: {
    'acinq-strike.charges.create.amount-integer': refused,
    'acinq-strike.errors.statuses.bad-request': (answer) => refusedWith(answer, 400),
  },
})

/** How creates are written, and which are refused. */
export function requests(contract: Contract): readonly Check[] {
  return [
    encodings,
    limits,
    wrongParameter,
    fraction,
    ...refusesInvalidInput(contract, 'acinq-strike/requests', {
      operation: 'createCharge',
      // what the document refuses it gives no status for
      refusal: (answer, { clause }) =>
        contract.clauses.get(clause)?.source.kind === 'elsewhere' ? refusedWith(answer, 400) : refused(answer),
      // that it is refused at all is for the clause of the fault
      also: {
        'acinq-strike.errors.statuses.bad-request': (answer) =>
          answer.response.status < 400 ? nothing : refusedWith(answer, 400),
      },
    }),
  ]
}
