import { describe, expect, it } from 'vitest'
import { stripeApiModel } from '../../../contracts/stripe-api-model/provider.ts'
import type { Lie } from '../../../emulator/module.ts'
import type { Rules } from '../../../emulator/stripe-api-model/index.ts'
import { refuse } from '../../../emulator/stripe-api-model/refusal.ts'
import { run } from '../../../engine/run.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../../../wire/targets.ts'

/** A server whose authors read every contradiction the other way, and chose otherwise where the document is blank. */
const otherwise: Lie<Rules> = {
  id: 'read-otherwise',
  breaks: 'stripe-api-model.errors.body.envelope',
  text: 'Follows the other readings.',
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

async function judged(lie: Lie<Rules>) {
  const { clauses } = await run({
    providers: [stripeApiModel],
    kind: 'emulator',
    openTarget: () => embeddedEmulator(stripeApiModel, 1, { lie: lie as never }),
    redactor: (contract) => createRedactor(contract, []),
    seed: 1,
    runs: 3,
    shrinks: 0,
    only: [],
    nonce: '',
    version: 'test',
    waivers: [],
  })
  return clauses
}

describe('a server that reads the document otherwise', () => {
  it('keeps every promise of the document, and the report says which readings it follows', async () => {
    const clauses = await judged(otherwise)
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
      'stripe-api-model.invoices.create.unknown-customer': 'bad-request',
      'stripe-api-model.invoices.update.paid-and-due': 'client-sends-both',
      'stripe-api-model.lists.answer.shape': 'array',
    })
  }, 30_000)
})
