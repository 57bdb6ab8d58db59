import { all, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCustomer, givenInvoice, listed } from './scenes.ts'

interface Deleted {
  readonly id: string
  readonly note: Exchange
  readonly retrieved: Exchange
  /** How an id is answered that nothing ever had. */
  readonly never: Exchange
  readonly listed: number
  readonly again: Exchange
}

interface Deletable {
  readonly make: (trial: Trial) => Promise<Exchange>
  readonly id: string
  readonly deletion: string
  readonly retrieve: string
  readonly list: string
}

async function deleted(trial: Trial, { make, id: name, deletion, retrieve, list }: Deletable): Promise<Deleted> {
  const id = textAt(await make(trial), `/${name}`)
  const call = { path: { [name]: id } }
  const note = await trial.given(deletion, call)
  const retrieved = await trial.call(retrieve, call)
  const never = await trial.call(retrieve, { path: { [name]: trial.unique('nothing') } })
  const left = await listed(trial, list, name, id)
  return { id, note, retrieved, never, listed: left.length, again: await trial.call(deletion, call) }
}

/** It is answered as an id that nothing ever had; that this is 404 is a clause of its own. */
function isGone({ retrieved, never, listed: left }: Deleted): Judgement {
  const { status } = retrieved.response
  const alike = status >= 400 && status === never.response.status
  return all(alike ? kept() : hasStatus(retrieved, 404), holds(left === 0, '/data', 'no deleted object', left))
}

const customer: Deletable = {
  make: givenCustomer,
  id: 'customerId',
  deletion: 'deleteCustomer',
  retrieve: 'retrieveCustomer',
  list: 'listCustomers',
}
const invoice: Deletable = {
  make: givenInvoice,
  id: 'invoiceId',
  deletion: 'deleteInvoice',
  retrieve: 'retrieveInvoice',
  list: 'listInvoices',
}

export const deletions: readonly Check[] = [
  example<Deleted>('stripe-api-model/customers/delete', {
    arrange: (trial) => deleted(trial, customer),
    judge: {
      'stripe-api-model.customers.delete.gone': isGone,
      'stripe-api-model.customers.delete.again': ({ again }) => hasStatus(again, 404),
    },
  }),
  example<Deleted>('stripe-api-model/invoices/delete', {
    arrange: (trial) => deleted(trial, invoice),
    judge: {
      'stripe-api-model.invoices.delete.gone': isGone,
      'stripe-api-model.invoices.delete.again': ({ again }) => hasStatus(again, 404),
      'stripe-api-model.invoices.deleted.id': ({ id, note }) => equals(note, '/id', id),
    },
  }),
]
