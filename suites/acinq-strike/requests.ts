import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { valueAt } from '../../model/json.ts'
import { listAt } from '../vocabulary/read.ts'
import { wanted } from './charge.ts'
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

/** As browsers write forms, with a plus for a blank; as strict clients do, with every byte escaped. */
const spellings = example('acinq-strike/requests/spellings-of-a-form', {
  arrange: async (trial) => {
    const order = trial.unique('order')
    const sent = (description: string, mediaType: string) =>
      trial.call('createCharge', {
        body: `amount=42000&currency=btc&customer_id=customer-17&description=${description}`,
        headers: { 'content-type': mediaType },
      })
    const form = 'application/x-www-form-urlencoded'
    return {
      expected: `${order} one + one = é`,
      created: [
        await sent(`${order}+one+%2B+one+%3D+%C3%A9`, form),
        await sent(`${order}%20one%20%2B%20one%20%3D%20%C3%A9`, `${form}; charset=utf-8`),
        await sent(`${escaped(order)}%20%6f%6E%65%20%2b%20one%20%3d%20%c3%a9`, 'Application/X-WWW-Form-URLEncoded'),
      ],
    }
  },
  judge: {
    'acinq-strike.requests.body.form': ({ expected, created }) =>
      each(created, (charge) => all(hasStatus(charge, 200), equals(charge, '/description', expected))),
  },
})

function escaped(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

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

const wrongParameter = example('acinq-strike/requests/refused', {
  arrange: async (trial) => {
    const parameter = wanted(trial, { amount: 'many' })
    const broken = await trial.call('createCharge', { body: '{"amount": 1, "currency"', mediaType: 'application/json' })
    const answer = await trial.call('createCharge', parameter)
    return {
      answer,
      broken,
      description: parameter.body['description'] ?? null,
      list: await trial.given('listCharges'),
    }
  },
  judge: {
    'acinq-strike.errors.statuses.bad-request': ({ answer }) => refusedWith(answer, 400),
    'acinq-strike.errors.statuses.unreadable-body': ({ broken }) => refusedWith(broken, 400),
    'acinq-strike.charges.create.refused-makes-nothing': ({ answer, list, description }) => {
      if (answer.response.status < 400) return unobservable('the create was not refused')
      const made = listAt(list, '').filter((charge) => valueAt(charge, '/description') === description)
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
    spellings,
    limits,
    wrongParameter,
    fraction,
    ...refusesInvalidInput(contract, 'acinq-strike/requests', {
      operation: 'createCharge',
      // what the document refuses it gives no status for
      refusal: (answer, { clause }) =>
        contract.clauses.get(clause)?.source.kind === 'elsewhere' ? refusedWith(answer, 400) : refused(answer),
      also: { 'acinq-strike.errors.statuses.bad-request': (answer) => refusedWith(answer, 400) },
    }),
  ]
}
