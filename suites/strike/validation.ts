import { all, each, isKept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/json.ts'
import type { Fault } from '../arbitraries/faults.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { blamesOnly, refusedAs, refusedField } from './refusal.ts'
import { forEach, givenHolder, subscribing, wanted, lastingSubscription, discard } from './scenes.ts'

const codes: Readonly<Record<string, readonly string[]>> = {
  required: ['INVALID_DATA_REQUIRED'],
  minLength: ['INVALID_DATA_MINLENGTH'],
  maxLength: ['INVALID_DATA_MAXLENGTH'],
  // the documents have no code for a wrong type, so any that fits will do
  type: ['INVALID_DATA_VALUE', 'INVALID_DATA', 'INVALID_DATA_REQUIRED', 'INVALID_DATA_CURRENCY'],
  enum: ['INVALID_DATA_VALUE'],
}

/** The fault is listed under its field, with its code and what the code says besides. */
function refusal(exchange: Exchange, { at, keyword, property: schema, clause }: Fault, wrong: Json): Judgement {
  if (keyword === 'required' && exchange.response.status < 300)
    return unobservable('the parameter has become optional, which the change policy allows')
  const named = clause === 'strike.validation.currency' ? ['INVALID_DATA_CURRENCY'] : (codes[keyword] ?? [])
  const listed = refusedField(exchange, at, ...named)
  return isKept(listed)
    ? all(listed, saysHow(exchange, keyword, schema, clause === 'strike.validation.currency' ? wrong : undefined))
    : listed
}

/**
 * A request with a single fault has no other field to blame, but for an amount beside a wrong currency: how many decimals it may have
 * depends on the currency.
 */
function blamesItsField(exchange: Exchange, { at }: Fault): Judgement {
  return blamesOnly(exchange, at, ...(at.endsWith('/currency') ? [at.replace(/currency$/, 'amount')] : []))
}

function saysHow(exchange: Exchange, keyword: string, schema: JsonObject, currency: Json | undefined): Judgement {
  const values = errorsOf(exchange).map((error) => (isObject(error['values']) ? error['values'] : {}))
  const bound =
    keyword === 'maxLength' || keyword === 'minLength'
      ? { name: keyword, value: schema[keyword] }
      : { name: 'currency', value: currency }
  if (bound.value === undefined) return nothing
  const shown = values.map((entry) => entry[bound.name] ?? null)
  // that it is said at all is a clause of the code
  if (shown.every((value) => value === null)) return nothing
  return holds(
    shown.some((value) => value === bound.value),
    `/data/validationErrors/*/values/${bound.name}`,
    bound.value,
    shown,
  )
}

function errorsOf(exchange: Exchange): readonly JsonObject[] {
  const byField = read(exchange, '/data/validationErrors')
  return isObject(byField)
    ? Object.values(byField).flatMap((errors) =>
        (Array.isArray(errors) ? (errors as readonly Json[]) : [errors]).filter(isObject),
      )
    : []
}

const faults: Readonly<Record<string, { readonly body: JsonObject; readonly code: string }>> = {
  amount: { body: { amount: null }, code: 'INVALID_DATA_REQUIRED' },
  correlationId: { body: { correlationId: 'c'.repeat(41) }, code: 'INVALID_DATA_MAXLENGTH' },
  description: { body: { description: 'd'.repeat(201) }, code: 'INVALID_DATA_MAXLENGTH' },
}

const several = property<Exchange, readonly string[]>('strike/validation/several-faults', {
  share: 0.3,
  inputs: () => fc.uniqueArray(fc.constantFrom(...Object.keys(faults)), { minLength: 2, maxLength: 3 }),
  arrange: (trial, names) => {
    const asked = names.reduce<JsonObject>((body, name) => ({ ...body, ...faults[name]?.body }), wanted().body)
    return trial.call('createInvoice', {
      body: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null)),
    })
  },
  judge: {
    'strike.errors.response.validation-errors-all': (refused, names) =>
      each(names, (name) => refusedField(refused, `/${name}`, faults[name]?.code ?? '')),
    'strike.errors.response.validation-errors-field': (refused, names) =>
      blamesOnly(refused, ...names.map((name) => `/${name}`)),
  },
})

const faultsOfASubscription = ['webhookUrl', 'webhookVersion', 'secret', 'enabled', 'eventTypes'] as const

/** Whatever is refused alone is listed beside all the others, too. */
const everyOne = example('strike/validation/every-fault-at-once', {
  arrange: async (trial) => {
    const { body } = subscribing({ enabled: false })
    const without = (...names: readonly string[]) =>
      trial.call('createSubscription', {
        body: Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name))),
      })
    const alone = await forEach(faultsOfASubscription, async (name) => {
      const answer = await without(name)
      await discard(trial, answer)
      return { name, answer }
    })
    return { alone, together: await without(...faultsOfASubscription) }
  },
  judge: {
    'strike.errors.response.validation-errors-all': ({ alone, together }) =>
      each(alone, ({ name, answer }) =>
        isKept(refusedField(answer, `/${name}`, 'INVALID_DATA_REQUIRED'))
          ? refusedField(together, `/${name}`, 'INVALID_DATA_REQUIRED')
          : nothing,
      ),
  },
})

const noNumbers = ['much', '1,5', '1.2.3', '--1', '1e', '$5.00'] as const

const wrongNumber = example('strike/validation/amount-is-no-number', {
  arrange: (trial) =>
    forEach(noNumbers, (amount) => trial.call('createInvoice', wanted({ amount: { amount, currency: 'USD' } }))),
  judge: {
    'strike.validation.value': (answers) =>
      each(answers, (refused) => refusedField(refused, '/amount/amount', 'INVALID_DATA_VALUE')),
  },
})

const noObjects = ['{"amount"', '[]', 'amount', '"amount"', '{"amount":{"amount":"1.00","currency":"USD"}'] as const

const malformed = example('strike/validation/no-object', {
  arrange: (trial) => forEach(noObjects, (body) => trial.call('createInvoice', { body })),
  judge: {
    'strike.validation.malformed-body': (answers) =>
      each(answers, (refused) => refusedAs(refused, 400, 'INVALID_DATA')),
  },
})

const insecure = example('strike/validation/webhook-url', {
  arrange: (trial) => trial.call('createSubscription', subscribing({ webhookUrl: 'http://shop.example/hooks' })),
  judge: {
    'strike.subscriptions.create.https': (refused) => refusedField(refused, '/webhookUrl', 'INVALID_DATA_VALUE'),
  },
})

const longest = example('strike/validation/longest-texts', {
  arrange: async (trial) => {
    const correlationId = trial.unique('order').padEnd(40, '-')
    const sent = { correlationId, description: 'd'.repeat(200) }
    return { sent, created: await trial.call('createInvoice', wanted(sent)) }
  },
  judge: {
    'strike.invoices.create.correlation-id-maxlength': ({ created }) => hasStatus(created, 201),
    'strike.invoices.create.description-maxlength': ({ created }) => hasStatus(created, 201),
    'strike.invoices.create.echoes-texts': ({ sent, created }) =>
      created.response.status === 201
        ? all(equals(created, '/correlationId', sent.correlationId), equals(created, '/description', sent.description))
        : unobservable('the invoice was refused'),
  },
})

const secrets = example('strike/validation/secrets-of-any-length', {
  arrange: (trial) =>
    forEach([10, 50], async (length) => {
      const created = await trial.call(
        'createSubscription',
        subscribing({ secret: 's'.repeat(length), enabled: false }),
      )
      await discard(trial, created)
      return created
    }),
  judge: {
    'strike.subscriptions.create.secret-minlength': ([shortest]) => hasStatus(shortest as Exchange, 201),
    'strike.subscriptions.create.secret-maxlength': ([, longestOne]) => hasStatus(longestOne as Exchange, 201),
  },
})

const newIds = (trial: Trial): Readonly<Record<string, string>> => ({ 'correlation-id': trial.unique('order') })

export function validation(contract: Contract): readonly Check[] {
  const section = 'strike/validation'
  const refused = { refusal, also: { 'strike.errors.response.validation-errors-field': blamesItsField } }
  return [
    ...refusesInvalidInput(contract, section, {
      operation: 'createInvoice',
      prepare: async (trial) => ({ ids: newIds(trial) }),
      ...refused,
    }),
    ...refusesInvalidInput(contract, section, {
      operation: 'createInvoiceForReceiver',
      prepare: async (trial) => ({ ids: newIds(trial), call: { path: { handle: (await givenHolder(trial)).handle } } }),
      ...refused,
    }),
    ...refusesInvalidInput(contract, section, { operation: 'createSubscription', ...refused }),
    ...refusesInvalidInput(contract, section, {
      operation: 'updateSubscription',
      prepare: async (trial) => ({ call: await lastingSubscription(trial) }),
      ...refused,
    }),
    ...refusesInvalidInput(contract, section, { operation: 'createPaymentQuote', ...refused }),
    several,
    everyOne,
    wrongNumber,
    malformed,
    insecure,
    longest,
    secrets,
  ]
}
