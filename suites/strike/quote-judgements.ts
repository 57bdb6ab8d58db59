import { all, departs, reads, unobservable } from '../../model/judgement.ts'
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

// clocks of a live target and of ours differ a little
const allowedMs = 5_000

/** The expiration lies as far ahead as the quote says. */
export function expiresWhenSaid(quote: Exchange, now: number): Judgement {
  const [expiration, seconds] = [millisecondsOf(read(quote, '/expiration')), read(quote, '/expirationInSec')]
  if (Number.isNaN(expiration) || typeof seconds !== 'number')
    return departs({ at: '/expiration', expected: 'a time', actual: read(quote, '/expiration') ?? 'absent', in: quote })
  const ahead = (expiration - now) / 1000
  const fits = expiration > now && Math.abs(expiration - now - seconds * 1000) <= allowedMs
  return inExchange(quote, holds(fits, '/expiration', `${seconds} seconds ahead`, `${ahead} seconds ahead`))
}

/** Which of the known lifetimes a quote has. */
export function lifetimeOf(quote: Exchange): Judgement {
  const seconds = Number(read(quote, '/expirationInSec'))
  const near = (expected: number): boolean => Math.abs(seconds - expected) <= 2
  if (near(30)) return reads('thirty-seconds')
  if (near(60)) return reads('sixty-seconds')
  return seconds > 62
    ? reads('longer')
    : departs({ at: '/expirationInSec', expected: '30, 60 or more', actual: seconds })
}
