import { UnknownLever } from '../http.ts'
import { availableIn } from './balance-view.ts'
import { showRefund } from './charge-view.ts'
import type { Context } from './context.ts'
import { payOut, failPayout } from './paying-out.ts'
import { showPayout } from './payout-view.ts'
import { failRefund } from './refunding.ts'

type Details = Readonly<Record<string, unknown>>
type Lever = (context: Context, details: Details) => unknown

function textIn(details: Details, name: string, fallback?: string): string {
  const value = details[name] ?? fallback
  if (typeof value !== 'string') throw new Error(`"${name}" has to be text.`)
  return value
}

function outageIn(details: Details): { readonly status: number; readonly times: number } {
  const { status, times = 1 } = details
  if (typeof status !== 'number' || ![429, 500, 502, 503, 504].includes(status)) {
    throw new Error('"status" has to be 429, 500, 502, 503 or 504.')
  }
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > 1000) {
    throw new Error('"times" has to be a whole number from 1 to 1000.')
  }
  return { status, times }
}

const levers: Readonly<Record<string, Lever>> = {
  /** The bank returns a payout. */
  'fail-payout'(context, details) {
    const id = textIn(details, 'payout')
    const payout = failPayout(context, id, textIn(details, 'failure_code', 'could_not_process'))
    if (payout === undefined) throw new Error(`There is no payout ${id} that could fail.`)
    return showPayout(context, payout)
  },

  /** The account's schedule pays out everything that is available. */
  'pay-out-automatically'(context, details) {
    const currency = textIn(details, 'currency', 'usd')
    const amount = availableIn(context, currency)
    if (amount <= 0) throw new Error(`Nothing is available in ${currency}.`)
    const payout = payOut(context, {
      amount,
      automatic: true,
      currency,
      description: null,
      metadata: {},
      method: 'standard',
      source_type: 'card',
      statement_descriptor: null,
    })
    return showPayout(context, payout)
  },

  /** A card's bank sends a refund back. */
  'fail-refund'(context, details) {
    const id = textIn(details, 'refund')
    const refund = failRefund(context, id)
    if (refund === undefined) throw new Error(`There is no refund ${id} that could fail.`)
    return showRefund(context, refund)
  },

  /** The built-in rules are switched in the Dashboard. */
  'set-rules'({ account }, { cvc = account.radar.cvc, zip = account.radar.zip }) {
    if (typeof cvc !== 'boolean' || typeof zip !== 'boolean')
      throw new Error('"cvc" and "zip" have to be true or false.')
    Object.assign(account.radar, { cvc, zip })
    return { ...account.radar }
  },

  /** The next requests of the account meet trouble on the service's side. */
  'fail-next'({ account }, details) {
    const { status, times } = outageIn(details)
    account.outages.push(...Array.from({ length: times }, () => status))
    return { status, times }
  },
}

/** Brings about on an account what no call of the API can. */
export function pull(context: Context, name: string, details: Details): unknown {
  const lever = Object.hasOwn(levers, name) ? levers[name] : undefined
  if (lever === undefined)
    throw new UnknownLever(`There is no lever ${name}: there are ${Object.keys(levers).join(', ')}.`)
  return lever(context, details)
}
