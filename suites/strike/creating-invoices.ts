import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked, Refused } from '../../model/trial.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { decimalOf, sameNumber } from './decimals.ts'
import { isTooHigh } from './refusal.ts'
import { givenHolder, of, ownId, wanted } from './scenes.ts'

function echoesAmount(invoice: Exchange, { amount, currency }: JsonObject): Judgement {
  const shown = read(invoice, '/amount/amount')
  return all(
    holds(isExactly(shown, amount), '/amount/amount', amount ?? null, shown),
    equals(invoice, '/amount/currency', currency ?? null),
  )
}

/** The same number, and no digit of it lost, a zero at the end included. */
function isExactly(shown: Json | undefined, sent: Json | undefined): boolean {
  const [left, right] = [decimalOf(shown), decimalOf(sent)]
  return left !== undefined && right !== undefined && sameNumber(shown, sent) && left.scale >= right.scale
}

function echoesTexts(invoice: Exchange, sent: JsonObject): Judgement {
  return each(['correlationId', 'description'], (name) =>
    sent[name] === undefined ? nothing : equals(invoice, `/${name}`, sent[name]),
  )
}

function readBack(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'strike/invoices/read-back', {
    create: 'createInvoice',
    retrieve: 'retrieveInvoice',
    id: '/invoiceId',
    parameter: 'invoiceId',
    prepare: async (trial) => ({ ids: { 'correlation-id': trial.unique('Order No. ') } }),
    same: { clause: 'strike.invoices.retrieve.same' },
    carries: {
      'strike.invoices.create.echoes-amount': (invoice, { amount }) => echoesAmount(invoice, amount as JsonObject),
      'strike.invoices.create.echoes-texts': echoesTexts,
      'strike.invoices.create.unpaid': (invoice) => equals(invoice, '/state', 'UNPAID'),
      'strike.invoices.create.receiver': (invoice) => equals(invoice, '/receiverId', textAt(invoice, '/issuerId')),
    },
  })
}

const cents = fc
  .integer({ min: 1, max: 99_999_999 })
  .map((count) => `${Math.floor(count / 100)}.${String(count % 100).padStart(2, '0')}`)

const amounts = property<Exchange, string>('strike/invoices/amounts-to-the-last-digit', {
  inputs: () => cents,
  visits: () => ['0.01', '0.10', '1.50', '100.00', '999999.99', '1000000.00'],
  arrange: async (trial, amount) => {
    const made = await trial.call('createInvoice', wanted({ amount: { amount, currency: 'USD' } }))
    if (isTooHigh(made)) throw new Refused(made)
    if (made.response.status >= 300) throw new Blocked(made, `createInvoice answered ${made.response.status}`)
    return trial.given('retrieveInvoice', of(made))
  },
  judge: {
    'strike.invoices.create.echoes-amount': (invoice, amount) => echoesAmount(invoice, { amount, currency: 'USD' }),
  },
})

const forHandle = example('strike/invoices/for-a-handle', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const holder = await givenHolder(trial.as('receiver'))
    const issuer = await ownId(trial)
    const created = await trial.given('createInvoiceForReceiver', { path: { handle: holder.handle }, ...wanted() })
    return { holder, issuer, created, seen: await trial.as('receiver').call('retrieveInvoice', of(created)) }
  },
  judge: {
    'strike.invoices.create-for-receiver.receiver': ({ holder, issuer, created, seen }) =>
      all(equals(created, '/receiverId', holder.id), equals(created, '/issuerId', issuer), hasStatus(seen, 200)),
  },
})

const unknownProperty = example('strike/invoices/unknown-property', {
  arrange: (trial) => trial.call('createInvoice', wanted({ handle: 'nobody' })),
  judge: { 'strike.conventions.unknown-properties': (created) => hasStatus(created, 201) },
})

export function creatingInvoices(contract: Contract): readonly Check[] {
  return [readBack(contract), amounts, forHandle, unknownProperty]
}
