import type { Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { Trial } from '../model/trial.ts'
import { listed, payer } from './scenes.ts'

/** Two equal charges of a customer, and how many came of them. */
export interface Purchase {
  readonly answers: readonly [Exchange, Exchange]
  readonly charges: number
}

type Manner = 'one after the other' | 'at once' | 'with other keys' | 'without key'

export function chargesOf(trial: Trial, customerId: string): Promise<readonly JsonObject[]> {
  return listed(trial, 'listCharges', 'customerId', customerId)
}

/** Sends the same charge twice, under one key unless the manner says otherwise. */
export async function purchase(trial: Trial, manner: Manner): Promise<Purchase> {
  const customerId = await payer(trial)
  const body = { amount: 1000, currency: 'USD', customerId }
  const key = trial.unique('purchase')
  const charge = (idempotencyKey: string | undefined): Promise<Exchange> =>
    trial.call('createCharge', { body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) })
  const answers = await inManner(manner, key, trial.unique('purchase'), charge)
  return { answers, charges: (await chargesOf(trial, customerId)).length }
}

async function inManner(manner: Manner, key: string, other: string, charge: (key: string | undefined) => Promise<Exchange>): Promise<Purchase['answers']> {
  switch (manner) {
    case 'at once':
      return Promise.all([charge(key), charge(key)])
    case 'one after the other':
      return [await charge(key), await charge(key)]
    case 'with other keys':
      return [await charge(key), await charge(other)]
    case 'without key':
      return [await charge(undefined), await charge(undefined)]
  }
}
