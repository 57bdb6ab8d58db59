import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { hashOf } from './hash.ts'
import { variedBankAccount, variedCustomer, variedPayment } from './varied.ts'

/** A new customer, with an e-mail address that nobody has: a person, unless it may differ. */
export function customerBody(trial: Trial, more: JsonObject = {}): JsonObject {
  const email = `${trial.unique('ada.')}@example.com`
  return {
    name: 'Ada Doe',
    type: 'individual',
    email,
    phone: '+12025550123',
    device: { ip_address: '192.168.1.1' },
    ...variedCustomer(trial, email, more),
    ...more,
  }
}

/** A new bank account of a customer. */
export function bankAccountBody(trial: Trial, customer: string, more: JsonObject = {}): JsonObject {
  return {
    customer_id: customer,
    routing_number: '021000021',
    account_number: accountNumber(trial),
    account_type: 'checking',
    ...variedBankAccount(trial, more),
    ...more,
  }
}

/** Ten digits that no other bank account of the run has: a returned payment spoils its account for all that share it. */
export function accountNumber(trial: Pick<Trial, 'unique'>): string {
  return String(1_000_000_000 + hashOf(trial.unique('account-')))
}

/** A payment of a paykey that is due today. */
export function paymentBody(
  trial: Trial,
  kind: 'charge' | 'payout',
  paykey: string,
  more: JsonObject = {},
): JsonObject {
  const config: JsonObject = kind === 'charge' ? { balance_check: 'disabled' } : {}
  const external_id = trial.unique('ORDER-')
  return {
    paykey,
    amount: 10_000,
    currency: 'USD',
    description: 'An order',
    payment_date: dayOf(trial, 0),
    ...(kind === 'charge' ? { consent_type: 'internet' } : {}),
    device: { ip_address: '192.168.1.1' },
    external_id,
    ...variedPayment(trial, kind, external_id),
    ...more,
    config: { ...config, ...(more['config'] as JsonObject | undefined) },
  }
}

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in New York, whose calendar payments follow, so many days from the target's today. */
export function dayOf(trial: Pick<Trial, 'now'>, days: number): string {
  const noon = Date.parse(`${calendar.format(new Date(trial.now()))}T12:00:00Z`)
  return new Date(noon + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

const quarter = 15 * 60 * 1000

/** Advances the target's clock to so many seconds after, or before, a day begins in New York. */
export async function advanceToDay(trial: Trial, day: string, seconds: number): Promise<void> {
  let start = Math.floor(trial.now() / quarter) * quarter
  while (dayOf({ now: () => start }, 0) < day) start += quarter
  const wait = Math.round((start - trial.now()) / 1000) + seconds
  if (wait > 0) await trial.advance(wait)
}
