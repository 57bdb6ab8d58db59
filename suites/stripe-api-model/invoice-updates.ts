import { all, each, isKept, reads, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { equals, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { numberAt, textAt } from '../vocabulary/read.ts'
import { refusedWith } from './refusal.ts'
import { givenInvoice } from './scenes.ts'

function changes(contract: Contract): Arbitrary<JsonObject> {
  return arbitraryOf(contract, contract.operations.get('updateInvoice')?.body?.schema ?? {}) as Arbitrary<JsonObject>
}

interface Updated {
  readonly before: Exchange
  readonly first: Exchange
  readonly second: Exchange
  readonly after: Exchange
}

const anyUpdate = property<Updated, JsonObject>('stripe-api-model/invoices/update', {
  inputs: changes,
  arrange: async (trial, body) => {
    const before = await givenInvoice(trial, { applicationCharges: 5, tax: 20, description: trial.unique('old ') })
    const path = { invoiceId: textAt(before, '/invoiceId') }
    const first = await trial.given('updateInvoice', { path, body })
    const second = await trial.given('updateInvoice', { path, body })
    return { before, first, second, after: await trial.given('retrieveInvoice', { path }) }
  },
  judge: {
    'stripe-api-model.invoices.update.sets': ({ first }, sent) =>
      each(Object.entries(sent), ([name, value]) => equals(first, `/${name}`, value)),
    'stripe-api-model.invoices.update.keeps': ({ before, first }, sent) => sameBody(before, first, Object.keys(sent)),
    'stripe-api-model.invoices.update.lasts': ({ second, after }) => sameBody(second, after),
    'stripe-api-model.invoices.update.idempotent': ({ first, second }) => sameBody(first, second),
  },
})

interface Payment {
  readonly total: number
  readonly paid: number
}

/** An invoice and a part of it, from nothing to all. */
const payments: Arbitrary<Payment> = fc
  .integer({ min: 1, max: 100_000 })
  .chain((total) => fc.record({ total: fc.constant(total), paid: fc.integer({ min: 1, max: total }) }))

async function pay(trial: Trial, total: number, body: JsonObject): Promise<Exchange> {
  const invoice = await givenInvoice(trial, { dueAmount: total })
  return trial.call('updateInvoice', { path: { invoiceId: textAt(invoice, '/invoiceId') }, body })
}

const both = property<Exchange, Payment>('stripe-api-model/invoices/pay-both-sent', {
  share: 0.3,
  inputs: () => payments,
  arrange: (trial, { total, paid }) => pay(trial, total, { dueAmount: total - paid, paidAmount: paid }),
  judge: {
    'stripe-api-model.invoices.update.both': (updated, { total, paid }) =>
      all(hasStatus(updated, 200), equals(updated, '/dueAmount', total - paid), equals(updated, '/paidAmount', paid)),
  },
})

/** All is paid: of a target that takes a dueAmount alone, zero is one as well. */
const dueAlone = example<{ half: Exchange; none: Exchange }>('stripe-api-model/invoices/due-alone', {
  arrange: async (trial) => ({
    half: await pay(trial, 400, { dueAmount: 200 }),
    none: await pay(trial, 400, { dueAmount: 0 }),
  }),
  judge: {
    'stripe-api-model.invoices.update.sets': ({ half, none }) =>
      half.response.status === 200
        ? all(hasStatus(none, 200), equals(half, '/dueAmount', 200), equals(none, '/dueAmount', 0))
        : unobservable('the target wants both amounts'),
  },
})

const paidAlone = property<Exchange, Payment>('stripe-api-model/invoices/pay-paid-alone', {
  share: 0.3,
  inputs: () => payments,
  arrange: (trial, { total, paid }) => pay(trial, total, { paidAmount: paid }),
  judge: {
    'stripe-api-model.invoices.update.paid-and-due': (updated, { total, paid }): Judgement => {
      if (updated.response.status === 400) return reads('client-sends-both')
      const mismatches = all(
        hasStatus(updated, 200, 400),
        equals(updated, '/paidAmount', paid),
        equals(updated, '/dueAmount', total - paid),
      )
      return !isKept(mismatches) ? mismatches : reads('server-derives')
    },
  },
})

/** One payment after the other: what is paid and what is due stay one sum. */
const inParts = property<readonly Exchange[], readonly number[]>('stripe-api-model/invoices/pay-in-parts', {
  share: 0.3,
  inputs: () => fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 4 }),
  arrange: async (trial, parts) => {
    const invoice = await givenInvoice(trial, { dueAmount: 500 })
    const path = { invoiceId: textAt(invoice, '/invoiceId') }
    const updated: Exchange[] = []
    for (const paidAmount of parts) updated.push(await trial.call('updateInvoice', { path, body: { paidAmount } }))
    return [...updated, await trial.given('retrieveInvoice', { path })]
  },
  judge: {
    'stripe-api-model.invoices.update.sum': (answers) =>
      each(
        answers.filter(({ response }) => response.status === 200),
        (answer) =>
          holds(
            sumOf(answer) === 500,
            '/dueAmount',
            `500 less ${numberAt(answer, '/paidAmount')}`,
            numberAt(answer, '/dueAmount'),
          ),
      ),
  },
})

function sumOf(invoice: Exchange): number {
  return numberAt(invoice, '/dueAmount') + numberAt(invoice, '/paidAmount')
}

const otherSum = property<{ refused: Exchange; before: Exchange; after: Exchange }, Payment>(
  'stripe-api-model/invoices/pay-another-sum',
  {
    share: 0.3,
    inputs: () => payments,
    arrange: async (trial, { total, paid }) => {
      const before = await givenInvoice(trial, { dueAmount: total })
      const path = { invoiceId: textAt(before, '/invoiceId') }
      const refused = await trial.call('updateInvoice', { path, body: { dueAmount: total, paidAmount: paid } })
      return { refused, before, after: await trial.given('retrieveInvoice', { path }) }
    },
    judge: {
      'stripe-api-model.invoices.update.other-sum': ({ refused }) => refusedWith(refused, 400),
      'stripe-api-model.invoices.update.refused-changes-nothing': ({ refused, before, after }) =>
        refused.response.status < 400 ? unobservable('the update was not refused') : sameBody(before, after),
    },
  },
)

const tooMuch = example<Exchange>('stripe-api-model/invoices/pay-too-much', {
  arrange: (trial) => pay(trial, 100, { paidAmount: 101 }),
  judge: { 'stripe-api-model.invoices.update.other-sum': (refused) => refusedWith(refused, 400) },
})

export const invoiceUpdates: readonly Check[] = [anyUpdate, both, dueAlone, paidAlone, inParts, otherSum, tooMuch]
