import { all, each, isKept, nothing } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { hasStatus, holds } from '../vocabulary/judge.ts'
import { customerBody } from './bodies.ts'
import { idOf, makeCustomer } from './making.ts'
import { namesField, references, refusedAsBad, refusesByRule } from './refusal.ts'
import { didNothing } from './found.ts'
import { kebab } from '../laws/kebab.ts'
import { scenes } from './matrix.ts'
import { duplicateEmails } from './duplicate-emails.ts'

/** A value that each of these members of a new customer refuses; undefined leaves the member out. */
const wrong: Readonly<Record<string, JsonObject[string] | undefined>> = {
  name: undefined,
  type: 'robot',
  email: 'nowhere',
  phone: 'none',
  device: { ip_address: 'here' },
}

function broken(fields: readonly string[], body: JsonObject): JsonObject {
  const rest = Object.entries(body).filter(([name]) => !fields.includes(name))
  return {
    ...Object.fromEntries(rest),
    ...Object.fromEntries(fields.flatMap((name) => (wrong[name] === undefined ? [] : [[name, wrong[name]]]))),
  }
}

/** The name under which a refused member is to be found: of the device it is the address in it. */
const named = (field: string): string => (field === 'device' ? 'ip_address' : field)

/** Operations of each method that takes a body, on each kind of resource. */
const writing = [
  'createCustomer',
  'updateCustomer',
  'decideCustomer',
  'createBankAccountPaykey',
  'cancelPaykey',
  'createCharge',
  'updateCharge',
  'createPayout',
  'holdPayout',
  'createOrganization',
  'updateAccount',
  'createRepresentative',
  'updateLinkedBankAccount',
]

/** A body that breaks off is refused by whatever operation takes it. */
const malformed: readonly Check[] = writing.map((operation) =>
  example<Exchange>(`straddle/errors/malformed-json-for-${kebab(operation)}`, {
    arrange: async (trial) => {
      const { body, ...call } = (await scenes.calls[operation]?.(trial)) ?? {}
      return trial.call(operation, { ...call, body: JSON.stringify(body ?? {}).slice(0, -1) })
    },
    judge: { 'straddle.errors.validation.malformed-json': (refused) => hasStatus(refused, 400) },
  }),
)

export const errors: readonly Check[] = [
  example('straddle/errors/missing-and-incorrect-parameters', {
    arrange: async (trial) => {
      const body = customerBody(trial, { external_id: trial.unique('CUS-') })
      const missing = await trial.call('createCustomer', { body: broken(['name'], body) })
      const incorrect = await trial.call('createCustomer', { body: broken(['phone'], body) })
      return {
        missing,
        incorrect,
        external: String(body['external_id']),
        found: await trial.given('listCustomers', { query: { external_id: String(body['external_id']) } }),
      }
    },
    judge: {
      'straddle.errors.status.bad-request': ({ missing, incorrect }) =>
        all(refusedAsBad(missing, 'name'), refusedAsBad(incorrect, 'phone')),
      'straddle.errors.validation.nothing-done': ({ missing, incorrect, external, found }) =>
        didNothing([missing, incorrect], found, 'external_id', external),
    },
  }),
  property<Exchange, readonly string[]>('straddle/errors/items-name-the-fields', {
    inputs: () => fc.subarray(Object.keys(wrong), { minLength: 1, maxLength: 4 }),
    arrange: (trial, fields) => trial.call('createCustomer', { body: broken(fields, customerBody(trial)) }),
    judge: {
      'straddle.errors.items.name-the-field': (refused, [first = '']) =>
        references(refused).length === 0 ? nothing : namesField(refused, named(first)),
      'straddle.errors.items.every-field': (refused, fields) =>
        fields.length < 2 || references(refused).length === 0
          ? nothing
          : each(fields, (field) => namesField(refused, named(field))),
      'straddle.errors.items.only-the-field': (refused, fields) =>
        each(
          Object.keys(wrong).filter((field) => !fields.includes(field) && references(refused).length > 0),
          (field) =>
            holds(!isKept(namesField(refused, named(field))), '/error/items', `no item for ${field}`, [
              ...references(refused),
            ]),
        ),
    },
  }),
  ...duplicateEmails,
  ...malformed,
  example('straddle/errors/malformed-json', {
    arrange: async (trial) => {
      const email = String(customerBody(trial)['email'])
      const refused = await trial.call('createCustomer', { body: `{"name": "Ada Doe", "email": "${email}",` })
      return { refused, email, found: await trial.given('listCustomers', { query: { email } }) }
    },
    judge: {
      'straddle.errors.validation.malformed-json': ({ refused }) => hasStatus(refused, 400),
      'straddle.errors.validation.nothing-done': ({ refused, email, found }) =>
        didNothing([refused], found, 'email', email),
    },
  }),
  example('straddle/errors/a-rule-of-the-business', {
    arrange: async (trial) => {
      const customer = await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } })
      return trial.call('decideCustomer', { path: { id: idOf(customer) }, body: { status: 'rejected' } })
    },
    judge: { 'straddle.errors.status.unprocessable': refusesByRule },
  }),
]
