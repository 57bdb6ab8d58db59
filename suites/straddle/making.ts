import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { bankAccountBody, customerBody } from './bodies.ts'

/** What a call carries besides its body. */
export type Around = Omit<Call, 'body'>

export const idOf = (exchange: Exchange): string => textAt(exchange, '/data/id')

/** Creates a customer that checks stand on. */
export function makeCustomer(trial: Trial, more: JsonObject = {}, around: Around = {}): Promise<Exchange> {
  return trial.given('createCustomer', { ...around, body: customerBody(trial, more) })
}

/** A new paykey with the token that payments are made with. */
export interface Paykey {
  readonly id: string
  readonly token: string
  readonly customer: string
  readonly answer: Exchange
}

/** Links a bank account to a new customer (or to the one given). */
export async function makePaykey(trial: Trial, more: JsonObject = {}, around: Around = {}): Promise<Paykey> {
  const given = more['customer_id']
  const customer =
    typeof given === 'string'
      ? given
      : idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }, around))
  const body = bankAccountBody(trial, customer, { config: { sandbox_outcome: 'active' }, ...more })
  const answer = await trial.given('createBankAccountPaykey', { ...around, body })
  return { id: idOf(answer), token: textAt(answer, '/data/paykey'), customer, answer }
}
