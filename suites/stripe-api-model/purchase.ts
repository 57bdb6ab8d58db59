import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
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
  const charge: Send = (idempotencyKey) =>
    trial.call('createCharge', { body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) })
  const answers = await manners[manner](charge, key, trial.unique('purchase'))
  return { answers, charges: (await chargesOf(trial, customerId)).length }
}

type Send = (key: string | undefined) => Promise<Exchange>

const manners: Readonly<Record<Manner, (send: Send, key: string, other: string) => Promise<Purchase['answers']>>> = {
  'at once': (send, key) => Promise.all([send(key), send(key)]),
  'one after the other': async (send, key) => [await send(key), await send(key)],
  'with other keys': async (send, key, other) => [await send(key), await send(other)],
  'without key': async (send) => [await send(undefined), await send(undefined)],
}
