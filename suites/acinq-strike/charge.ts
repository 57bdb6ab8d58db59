import type { Call, Trial } from '../../model/trial.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { textAt } from '../vocabulary/read.ts'

/** A create that every target accepts, recognisable by its description; `more` replaces parts of it. */
export function wanted(trial: Trial, more: JsonObject = {}): { readonly body: JsonObject } {
  return {
    body: { amount: 42_000, currency: 'btc', description: trial.unique('order '), customer_id: 'customer-17', ...more },
  }
}

/** Makes a charge that a check stands on. */
export function givenCharge(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCharge', wanted(trial, more))
}

/** The call that concerns the charge of an answer. */
export function of(charge: Exchange): Call {
  return { path: { charge: textAt(charge, '/id') } }
}

/** A customer pays the charge. */
export async function pay(trial: Trial, charge: Exchange): Promise<void> {
  await trial.lever('pay', { charge: textAt(charge, '/id') })
}
