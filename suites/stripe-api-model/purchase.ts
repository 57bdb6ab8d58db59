import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Step, Trial } from '../../model/trial.ts'
import { read } from '../vocabulary/read.ts'
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
  const charge: Charge = (idempotencyKey) => (hands) =>
    hands.call('createCharge', { body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) })
  const answers = await manners[manner](trial, charge, key, trial.unique('purchase'))
  return { answers, charges: await countOf(trial, customerId, answers) }
}

/** How many charges a customer has: as many as the list holds, and no fewer than the answers have named. */
export async function countOf(trial: Trial, customerId: string, answers: readonly Exchange[]): Promise<number> {
  const named = answers.filter(({ response }) => response.status < 300).map((answer) => read(answer, '/chargeId'))
  return Math.max((await chargesOf(trial, customerId)).length, new Set(named).size)
}

type Charge = (key: string | undefined) => Step

type SendTwice = (trial: Trial, charge: Charge, key: string, other: string) => Promise<Purchase['answers']>

const manners: Readonly<Record<Manner, SendTwice>> = {
  'at once': (trial, charge, key) => trial.together(charge(key), charge(key)),
  'one after the other': async (trial, charge, key) => [await charge(key)(trial), await charge(key)(trial)],
  'with other keys': async (trial, charge, key, other) => [await charge(key)(trial), await charge(other)(trial)],
  'without key': async (trial, charge) => [await charge(undefined)(trial), await charge(undefined)(trial)],
}
