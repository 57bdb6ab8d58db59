import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge, givenCustomer, givenInvoice, givenPayout, givenRefund, payer, wantedSession } from './scenes.ts'

/** A service that makes objects: its operations, and how an object comes about. */
export interface Service {
  readonly name: string
  readonly create: string
  readonly retrieve: string
  readonly list: string
  /** Name of the id, in answers and as the parameter of the path. */
  readonly id: string
  readonly make: (trial: Trial) => Promise<Exchange>
  /** A body of a create that succeeds. */
  readonly body: (trial: Trial) => Promise<JsonObject>
}

export const services: readonly Service[] = [
  {
    name: 'customers',
    create: 'createCustomer',
    retrieve: 'retrieveCustomer',
    list: 'listCustomers',
    id: 'customerId',
    make: (trial) => givenCustomer(trial),
    body: async (trial) => ({ name: trial.unique('Ada ') }),
  },
  {
    name: 'invoices',
    create: 'createInvoice',
    retrieve: 'retrieveInvoice',
    list: 'listInvoices',
    id: 'invoiceId',
    make: (trial) => givenInvoice(trial),
    body: async (trial) => ({ customerId: await payer(trial), currency: 'USD', dueAmount: 100 }),
  },
  {
    name: 'sessions',
    create: 'createSession',
    retrieve: 'retrieveSession',
    list: 'listSessions',
    id: 'sessionId',
    make: async (trial) => trial.given('createSession', { body: await wantedSession(trial) }),
    body: (trial) => wantedSession(trial),
  },
  {
    name: 'charges',
    create: 'createCharge',
    retrieve: 'retrieveCharge',
    list: 'listCharges',
    id: 'chargeId',
    make: (trial) => givenCharge(trial),
    body: async (trial) => ({ amount: 1000, currency: 'USD', customerId: await payer(trial) }),
  },
  {
    name: 'refunds',
    create: 'createRefund',
    retrieve: 'retrieveRefund',
    list: 'listRefunds',
    id: 'refundId',
    make: (trial) => givenRefund(trial),
    body: async (trial) => ({ chargeId: textAt(await givenCharge(trial), '/chargeId'), amount: 100 }),
  },
  {
    name: 'payouts',
    create: 'createPayout',
    retrieve: 'retrievePayout',
    list: 'listPayouts',
    id: 'payoutId',
    make: (trial) => givenPayout(trial),
    body: async (trial) => {
      await givenCharge(trial)
      return { amount: 100, currency: 'USD' }
    },
  },
]
