import { all, departs, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { millisecondsOf } from '../../model/instant.ts'
import { equals, holds, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { decimalOf, isWithin, lastDigit, minus, plus, times } from './decimals.ts'
import { lightningInvoiceOf } from './lightning.ts'

/** Source times rate is the target, as far as the rounding of the source and of the target allows. */
export function rateHolds(quote: Exchange): Judgement {
  const [source, target, rate] = ['/sourceAmount/amount', '/targetAmount/amount', '/conversionRate/amount'].map((at) =>
    decimalOf(read(quote, at)),
  )
  if (source === undefined || target === undefined || rate === undefined)
    return departs({ at: '/conversionRate', expected: 'three decimals', actual: read(quote, '') ?? null })
  const slack = plus(times(lastDigit(source), rate), lastDigit(target))
  const fits = isWithin(minus(times(source, rate), target), slack)
  return holds(
    fits,
    '/conversionRate/amount',
    `about ${Number(target.units) / 10 ** target.scale} for the source amount`,
    read(quote, '/conversionRate/amount'),
  )
}

/** The rate is one from the source currency to the target currency. */
export function pairOf(quote: Exchange): Judgement {
  return all(
    equals(quote, '/conversionRate/sourceCurrency', read(quote, '/sourceAmount/currency') ?? null),
    equals(quote, '/conversionRate/targetCurrency', read(quote, '/targetAmount/currency') ?? null),
  )
}

/** A lightning invoice is decoded, or the judgement says that it is none. */
export function decoded(
  quote: Exchange,
  judge: (invoice: NonNullable<ReturnType<typeof lightningInvoiceOf>>) => Judgement,
): Judgement {
  const invoice = lightningInvoiceOf(quote)
  return invoice === undefined
    ? unobservable('the Lightning invoice does not decode')
    : inExchange(quote, judge(invoice))
}

/** The Lightning invoice asks for the source amount. */
export function asksFor(quote: Exchange): Judgement {
  return decoded(quote, ({ millisatoshi }) => {
    const source = decimalOf(read(quote, '/sourceAmount/amount'))
    const asked = decimalOf(String(millisatoshi))
    const same =
      source !== undefined && asked !== undefined && minus({ units: asked.units, scale: 11 }, source).units === 0n
    return holds(
      same,
      '/lnInvoice',
      `the amount of ${String(read(quote, '/sourceAmount/amount'))} BTC`,
      `${String(millisatoshi)} millisatoshi`,
    )
  })
}

/** The expiration lies as far ahead as the quote says, which was given at some time between two. Both times are told to `allowedMs`. */
export function expiresWhenSaid(
  quote: Exchange,
  [before, after]: readonly [number, number],
  allowedMs: number,
): Judgement {
  const [expiration, seconds] = [millisecondsOf(read(quote, '/expiration')), read(quote, '/expirationInSec')]
  if (Number.isNaN(expiration) || typeof seconds !== 'number')
    return departs({ at: '/expiration', expected: 'a time', actual: read(quote, '/expiration') ?? 'absent', in: quote })
  const end = expiration - seconds * 1000
  const fits = expiration > before && end > before - allowedMs && end < after + allowedMs
  const ahead = `${(expiration - after) / 1000} seconds ahead`
  return inExchange(quote, holds(fits, '/expiration', `${seconds} seconds ahead`, ahead))
}

/** A payer has half a minute at least. */
export function lastsLongEnough(quote: Exchange): Judgement {
  const seconds = read(quote, '/expirationInSec')
  // the seconds that were left when the answer was written
  return holds(typeof seconds === 'number' && seconds >= 28, '/expirationInSec', 'about 30 or more', seconds)
}
