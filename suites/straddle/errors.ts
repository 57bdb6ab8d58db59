import { all, each, isKept, nothing } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'
import { idOf, makeCustomer } from './making.ts'
import { namesField, references, refusedAsBad, refusesByRule } from './refusal.ts'
import { isEmpty } from './found.ts'

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

const duplicateEmail: Check = example('straddle/errors/duplicate-email', {
  arrange: async (trial) => {
    const first = await makeCustomer(trial)
    const email = read(first, '/data/email') ?? null
    const second = await trial.call('createCustomer', { body: customerBody(trial, { email }) })
    return { second, found: await trial.given('listCustomers', { query: { email: String(email) } }), first }
  },
  judge: {
    'straddle.errors.example.duplicate-email': ({ second, found }) =>
      all(hasStatus(second, 400), equals(found, '/meta/total_items', 1)),
    'straddle.errors.example.duplicate-explained': ({ second }) =>
      references(second).length > 0
        ? namesField(second, 'email')
        : holds(
            /e-?mail/i.test(String(read(second, '/error/detail'))),
            '/error/detail',
            'a mention of the e-mail address',
            read(second, '/error/detail'),
          ),
  },
})

export const errors: readonly Check[] = [
  example('straddle/errors/missing-and-incorrect-parameters', {
    arrange: async (trial) => {
      const body = customerBody(trial, { external_id: trial.unique('CUS-') })
      const missing = await trial.call('createCustomer', { body: broken(['name'], body) })
      const incorrect = await trial.call('createCustomer', { body: broken(['phone'], body) })
      return {
        missing,
        incorrect,
        found: await trial.given('listCustomers', { query: { external_id: String(body['external_id']) } }),
      }
    },
    judge: {
      'straddle.errors.status.bad-request': ({ missing, incorrect }) =>
        all(refusedAsBad(missing, 'name'), refusedAsBad(incorrect, 'phone')),
      'straddle.errors.validation.nothing-done': ({ found }) => isEmpty(found),
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
  duplicateEmail,
  example('straddle/errors/malformed-json', {
    arrange: async (trial) => {
      const email = String(customerBody(trial)['email'])
      const refused = await trial.call('createCustomer', { body: `{"name": "Ada Doe", "email": "${email}",` })
      return { refused, found: await trial.given('listCustomers', { query: { email } }) }
    },
    judge: {
      'straddle.errors.validation.malformed-json': ({ refused }) => hasStatus(refused, 400),
      'straddle.errors.validation.nothing-done': ({ found }) => isEmpty(found),
    },
  }),
  example('straddle/errors/a-rule-of-the-business', {
    arrange: async (trial) => {
      const customer = await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } })
      return trial.call('decideCustomer', { path: { id: idOf(customer) }, body: { status: 'rejected' } })
    },
    judge: { 'straddle.errors.status.unprocessable': refusesByRule },
  }),
  example('straddle/errors/a-key-without-permission', {
    needs: ['levers'],
    arrange: async (trial) => {
      const customer = idOf(await makeCustomer(trial))
      await trial.lever('permissions', { unmask: false })
      const unmasking = await trial.call('getUnmaskedCustomer', { path: { id: customer } })
      await trial.lever('permissions', { unmask: true, write: false })
      return { unmasking, writing: await trial.call('createCustomer', { body: customerBody(trial) }) }
    },
    judge: {
      'straddle.errors.status.forbidden': ({ unmasking, writing }) =>
        each([unmasking, writing], (answer) => hasStatus(answer, 403)),
      'straddle.masking.refused.permission': ({ unmasking }) => hasStatus(unmasking, 403),
    },
  }),
]
