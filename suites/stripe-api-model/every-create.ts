import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, unobservable } from '../../model/judgement.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { services } from './services.ts'
import type { Service } from './services.ts'

const serviceNamed = (name: string): Service => services.find((service) => service.name === name) as Service

const unknownId = (parameter: string, operation: string) => ({ operation, parameter })

/** Every operation that takes an id. */
const unknown = unknownIdsAreNotFound('stripe-api-model/failed-requests', {
  clause: 'stripe-api-model.errors.not-found.status',
  unknownId: (trial) => trial.unique('nothing'),
  calls: [
    ...services.map(({ id, retrieve }) => unknownId(id, retrieve)),
    unknownId('transactionId', 'retrieveTransaction'),
    {
      ...unknownId('customerId', 'updateCustomer'),
      call: () => Promise.resolve({ body: { email: 'ada@example.com' } }),
    },
    unknownId('customerId', 'deleteCustomer'),
    { ...unknownId('invoiceId', 'updateInvoice'), call: () => Promise.resolve({ body: { description: 'March' } }) },
    unknownId('invoiceId', 'deleteInvoice'),
  ],
  refusal: (refused) => hasStatus(refused, 404),
})

/** The id of one kind of object is no id of another kind. */
const otherKind = example<Exchange>('stripe-api-model/failed-requests/id-of-another-kind', {
  arrange: async (trial) => {
    const { make, id } = serviceNamed('invoices')
    const invoice = await make(trial)
    return trial.call('retrieveCustomer', { path: { customerId: String(read(invoice, `/${id}`)) } })
  },
  judge: { 'stripe-api-model.errors.not-found.status': (refused) => hasStatus(refused, 404) },
})

/** Of what a create refers to, the clause that says that the new object names it. */
const referring: Readonly<Record<string, { readonly to: string; readonly clause: string }>> = {
  invoices: { to: 'customerId', clause: 'stripe-api-model.invoices.create.parameters' },
  sessions: { to: 'customerId', clause: 'stripe-api-model.sessions.create.parameters' },
  charges: { to: 'customerId', clause: 'stripe-api-model.charges.create.echoes' },
  refunds: { to: 'chargeId', clause: 'stripe-api-model.refunds.create.echoes' },
}

/** Two objects are there to refer to, neither the first nor the latest of which is meant always. */
const refersAsAsked: readonly Check[] = Object.entries(referring).map(([name, { to, clause }]) =>
  example<readonly (readonly [sent: Json, made: Exchange])[]>(`stripe-api-model/${name}/refer-as-asked`, {
    arrange: async (trial) => {
      const { create, body } = serviceNamed(name)
      const bodies = [await body(trial), await body(trial)]
      const made: (readonly [Json, Exchange])[] = []
      for (const one of bodies) made.push([one[to] ?? null, await trial.given(create, { body: one })])
      return made
    },
    judge: { [clause]: (both) => each(both, ([sent, made]) => equals(made, `/${to}`, sent)) },
  }),
)

/** What no reading of the document takes for data of a create: nothing at all, or a text where an amount or an address belongs. */
const nonsense: Readonly<Record<string, JsonObject>> = {
  invoices: { dueAmount: 'all of it', tax: 'some', applicationCharges: 'none', currency: 'no currency' },
  sessions: {
    charges: 'all',
    quantity: 'many',
    urlSuccess: 'no address',
    urlCancel: 'no address',
    paymentMode: 'never',
  },
  charges: { amount: 'all of it', currency: 'no currency' },
  refunds: { amount: 'all of it' },
  payouts: { amount: 'all of it', currency: 'no currency' },
}

/** What a create cannot do without. */
const essential: Readonly<Record<string, readonly string[]>> = {
  charges: ['amount', 'customerId'],
  refunds: ['chargeId'],
  payouts: ['amount'],
}

/** A customer is made of whatever is known of it. */
const lacking: readonly Check[] = services
  .filter(({ name }) => name !== 'customers')
  .map(({ name, create, body }) =>
    example<readonly Exchange[]>(`stripe-api-model/failed-requests/${name}-lack-data`, {
      arrange: async (trial) => {
        const answers = [await trial.call(create, { body: {} })]
        for (const missing of essential[name] ?? []) {
          const { [missing]: _, ...rest } = await body(trial)
          answers.push(await trial.call(create, { body: rest }))
        }
        return answers
      },
      judge: {
        'stripe-api-model.errors.bad-request.missing-data': (answers) => each(answers, (one) => hasStatus(one, 400)),
      },
    }),
  )

const outside: readonly Check[] = Object.entries(nonsense).map(([name, values]) =>
  example<readonly Exchange[]>(`stripe-api-model/failed-requests/${name}-outside-their-domain`, {
    arrange: async (trial) => {
      const { create, body } = serviceNamed(name)
      const valid = await body(trial)
      const answers: Exchange[] = []
      for (const [at, value] of Object.entries(values))
        answers.push(await trial.call(create, { body: { ...valid, [at]: value } }))
      return answers
    },
    judge: {
      'stripe-api-model.errors.bad-request.domain': (answers) => each(answers, (one) => hasStatus(one, 400)),
    },
  }),
)

/** A key whose first request failed, for whatever reason, is free for the next one. */
const processedAnew: readonly Check[] = services.map(({ name, create, body }) =>
  example<{ failed: readonly Exchange[]; processed: Exchange }>(`stripe-api-model/idempotency/${name}-after-failures`, {
    arrange: async (trial) => {
      const idempotencyKey = trial.unique('key')
      const valid = await body(trial)
      const stranger = Object.hasOwn(valid, 'chargeId') ? 'chargeId' : 'customerId'
      const failed = [await trial.call(create, { body: {}, idempotencyKey })]
      if (Object.hasOwn(valid, stranger)) {
        const nobodys = { ...valid, [stranger]: trial.unique('nobody') }
        failed.push(await trial.call(create, { body: nobodys, idempotencyKey }))
      }
      return { failed, processed: await trial.call(create, { body: valid, idempotencyKey }) }
    },
    judge: {
      'stripe-api-model.idempotency.failure.processed': ({ failed, processed }) =>
        failed.some(({ response }) => response.status < 300)
          ? unobservable('a request that was to fail succeeded')
          : hasStatus(processed, 200, 201),
    },
  }),
)

export const everyCreate: readonly Check[] = [
  ...refersAsAsked,
  ...unknown,
  otherKind,
  ...lacking,
  ...outside,
  ...processedAnew,
]
