import { describe, expect, it } from 'vitest'
import { stripeApiModel } from '../../../contracts/stripe-api-model/provider.ts'
import type { Rules } from '../../../emulator/stripe-api-model/index.ts'
import { refuse } from '../../../emulator/stripe-api-model/refusal.ts'
import { judgeVariant } from '../variant.ts'
import type { Variant } from '../variant.ts'

/** A server whose authors read every contradiction the other way, and chose otherwise where the document is blank. */
const otherwise: NonNullable<Variant<Rules>['lie']> = {
  rules: ({ showCustomer, settle }) => ({
    createdStatus: 201,
    cardNames: ['cardNumber'],
    mediaType: 'text/json',
    needsToken: () => true,
    showCustomer: (customer) => ({ ...showCustomer(customer), name: null, balance: 4000 }),
    settle: (invoice, due, paid) => (due === undefined && paid !== undefined ? undefined : settle(invoice, due, paid)),
    unknownReference: (parameter) => refuse('badRequest', 'No.', parameter),
    listShape: (data) => data,
    errorBody: ({ message }) => ({ message }),
  }),
}

describe('a server that reads the document otherwise', () => {
  it('keeps every promise of the document, and the report says which readings it follows', async () => {
    const { clauses } = (await judgeVariant<Rules>(stripeApiModel, { lie: otherwise })).run
    const red = clauses.filter(({ verdict }) => verdict !== 'conforms' && verdict !== 'unobservable')
    expect(red.filter(({ source }) => source.kind !== 'ours').map(({ id, verdict }) => [id, verdict])).toEqual([])
    expect(red.map(({ id }) => id)).toEqual([
      'stripe-api-model.customers.create.balance',
      'stripe-api-model.errors.body.envelope',
      'stripe-api-model.errors.body.parameter',
      'stripe-api-model.pact.list-invoices',
    ])
    const readings = new Map(
      clauses.flatMap(({ id, follows }) => (follows ?? []).map(({ name }) => [id, name] as const)),
    )
    expect(Object.fromEntries(readings)).toMatchObject({
      'stripe-api-model.authentication.reads.token': 'key-and-token',
      'stripe-api-model.messages.response.media-type': 'text-json',
      'stripe-api-model.customers.create.parameters': 'name-hidden',
      'stripe-api-model.customers.create.card': 'card-number',

      'stripe-api-model.invoices.update.paid-and-due': 'client-sends-both',
    })
  }, 30_000)
})
