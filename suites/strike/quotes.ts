import fc from 'fast-check'
import type { Check } from '../model/check.ts'
import { example, property } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Judgement, Mismatch } from '../model/finding.ts'
import { equals, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { decimalOf, isWithin, lastDigit, minus, plus, sameNumber, times } from './decimals.ts'
import { lightningInvoiceOf } from './lightning.ts'
import { refusedAs } from './refusal.ts'
import { givenInvoice, of, wanted } from './scenes.ts'
import { instantAt } from './timestamps.ts'

/** Source times rate is the target, as far as the rounding of the source and of the target allows. */
function rateHolds(quote: Exchange): readonly Mismatch[] {
  const [source, target, rate] = ['/sourceAmount/amount', '/targetAmount/amount', '/conversionRate/amount'].map((at) => decimalOf(read(quote, at)))
  if (source === undefined || target === undefined || rate === undefined) return [{ at: '/conversionRate', expected: 'three decimals', actual: read(quote, '') ?? null }]
  const slack = plus(times(lastDigit(source), rate), lastDigit(target))
  const fits = isWithin(minus(times(source, rate), target), slack)
  return holds(fits, '/conversionRate/amount', `about ${Number(target.units) / 10 ** target.scale} for the source amount`, read(quote, '/conversionRate/amount'))
}

function pairOf(quote: Exchange): readonly Mismatch[] {
  return [
    ...equals(quote, '/conversionRate/sourceCurrency', read(quote, '/sourceAmount/currency') ?? null),
    ...equals(quote, '/conversionRate/targetCurrency', read(quote, '/targetAmount/currency') ?? null),
  ]
}

/** A lightning invoice is decoded, or the judgement says that it is none. */
function decoded(quote: Exchange, judge: (invoice: NonNullable<ReturnType<typeof lightningInvoiceOf>>) => readonly Mismatch[]): Judgement {
  const invoice = lightningInvoiceOf(quote)
  return invoice === undefined ? { unobservable: 'the Lightning invoice does not decode' } : judge(invoice)
}

function asksFor(quote: Exchange): Judgement {
  return decoded(quote, ({ millisatoshi }) => {
    const source = decimalOf(read(quote, '/sourceAmount/amount'))
    const asked = decimalOf(`${String(millisatoshi)}`)
    const same = source !== undefined && asked !== undefined && minus({ units: asked.units, scale: 11 }, source).units === 0n
    return holds(same, '/lnInvoice', `the amount of ${String(read(quote, '/sourceAmount/amount'))} BTC`, `${String(millisatoshi)} millisatoshi`)
  })
}

interface Quoted {
  readonly invoice: Exchange
  readonly quote: Exchange
}

const any = fc.record({
  cents: fc.integer({ min: 100, max: 9_999_999 }),
  description: fc.string({ unit: fc.constantFrom(...'abc XYZ 0123 äé€,.-'), minLength: 1, maxLength: 60 }).map((text) => `for ${text}.`),
})

const quoted = property<Quoted, { cents: number; description: string }>('strike/quotes/what-a-quote-says', {
  share: 0.3,
  inputs: () => any,
  arrange: async (trial, { cents, description }) => {
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    const invoice = await givenInvoice(trial, { amount: { amount, currency: 'USD' }, description })
    return { invoice, quote: await trial.given('createQuote', of(invoice)) }
  },
  judge: {
    'strike.quotes.create.target': ({ invoice, quote }) => [
      ...holds(sameNumber(read(quote, '/targetAmount/amount'), read(invoice, '/amount/amount')), '/targetAmount/amount', read(invoice, '/amount/amount') ?? null, read(quote, '/targetAmount/amount')),
      ...equals(quote, '/targetAmount/currency', 'USD'),
    ],
    'strike.quotes.create.source': ({ quote }) => equals(quote, '/sourceAmount/currency', 'BTC'),
    'strike.quotes.create.rate': ({ quote }) => [...pairOf(quote), ...rateHolds(quote)],
    'strike.quotes.create.lightning-invoice': ({ quote }) => holds(lightningInvoiceOf(quote) !== undefined, '/lnInvoice', 'a BOLT 11 invoice', read(quote, '/lnInvoice')),
    'strike.quotes.create.lightning-amount': ({ quote }) => asksFor(quote),
    'strike.quotes.create.description': ({ quote }, { description }) =>
      decoded(quote, (invoice) => holds(invoice.description === description, '/lnInvoice', `the description ${description}`, invoice.description)),
  },
})

const hashed = example('strike/quotes/description-hash', {
  arrange: async (trial) => {
    const descriptionHash = 'c0ffee00'.repeat(8)
    const invoice = await givenInvoice(trial, { description: 'Two tickets' })
    return { descriptionHash, quote: await trial.given('createQuote', { ...of(invoice), body: { descriptionHash } }) }
  },
  judge: {
    'strike.quotes.create.description-hash': ({ quote, descriptionHash }) =>
      decoded(quote, (invoice) => [
        ...holds(invoice.descriptionHash === descriptionHash, '/lnInvoice', `the hash ${descriptionHash}`, invoice.descriptionHash),
        ...holds(invoice.description === null, '/lnInvoice', 'no description', invoice.description),
      ]),
  },
})

const allowedMs = 5_000

function expiresWhenSaid(quote: Exchange, now: number): readonly Mismatch[] {
  const [expiration, seconds] = [instantAt(quote, '/expiration'), read(quote, '/expirationInSec')]
  if (expiration === undefined || typeof seconds !== 'number') return [{ at: '/expiration', expected: 'a time', actual: read(quote, '/expiration') ?? 'absent' }]
  const ahead = (expiration - now) / 1000
  return holds(expiration > now && Math.abs(expiration - now - seconds * 1000) <= allowedMs, '/expiration', `${seconds} seconds ahead`, `${ahead} seconds ahead`)
}

function lifetimeOf(quote: Exchange): Judgement {
  const seconds = Number(read(quote, '/expirationInSec'))
  const near = (expected: number): boolean => Math.abs(seconds - expected) <= 2
  if (near(30)) return { reading: 'thirty-seconds' }
  if (near(60)) return { reading: 'sixty-seconds' }
  return seconds > 62 ? { reading: 'longer' } : [{ at: '/expirationInSec', expected: '30, 60 or more', actual: seconds }]
}

const again = example('strike/quotes/quoted-again', {
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    const now = trial.now()
    const first = await trial.given('createQuote', of(invoice))
    const second = await trial.given('createQuote', of(invoice))
    return { now, first, second, fetched: await trial.call('retrieveQuote', { path: { quoteId: textAt(first, '/quoteId') } }) }
  },
  judge: {
    'strike.quotes.create.expiration': ({ first, now }) => expiresWhenSaid(first, now),
    'strike.quotes.create.lifetime': ({ first }) => lifetimeOf(first),
    'strike.quotes.create.anew': ({ first, second }) =>
      ['/quoteId', '/lnInvoice'].flatMap((at) => holds(read(first, at) !== read(second, at), at, 'another one', read(second, at))),
    'strike.quotes.retrieve.same': ({ first, fetched }) => [...hasStatus(fetched, 200), ...sameBody(first, fetched, ['sourceAmount', 'conversionRate'])],
  },
})

const inBitcoin = example('strike/quotes/in-bitcoin', {
  arrange: async (trial) => {
    const invoice = await trial.call('createInvoice', wanted({ amount: { amount: '0.00010000', currency: 'BTC' } }))
    return { invoice, quote: invoice.response.status === 201 ? await trial.call('createQuote', of(invoice)) : undefined }
  },
  judge: {
    'strike.quotes.create.target-currency': ({ quote }): Judgement => {
      const isBitcoin = quote !== undefined && quote.response.status < 300 && read(quote, '/targetAmount/currency') === 'BTC'
      return { reading: isBitcoin ? 'btc-possible' : 'never-btc' }
    },
    'strike.quotes.create.target': ({ quote }): Judgement => {
      if (quote === undefined || read(quote, '/targetAmount/currency') !== 'BTC') return { unobservable: 'the account has no quotes in bitcoin' }
      return holds(sameNumber(read(quote, '/targetAmount/amount'), '0.00010000'), '/targetAmount/amount', '0.00010000', read(quote, '/targetAmount/amount'))
    },
  },
})

const withoutLightning = example('strike/quotes/without-lightning', {
  needs: ['levers'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    await trial.lever('lightning', { on: false })
    return trial.call('createQuote', of(invoice))
  },
  judge: {
    'strike.quotes.create.lightning-down': (refused) => [...hasStatus(refused, 422, 503), ...equals(refused, '/data/code', 'LN_UNAVAILABLE')],
  },
})

const withoutRate = example('strike/quotes/without-a-rate', {
  needs: ['levers'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    await trial.lever('rate', { source: 'BTC', target: 'USD', available: false })
    return trial.call('createQuote', of(invoice))
  },
  judge: { 'strike.quotes.create.rate-missing': (refused) => refusedAs(refused, 422, 'EXCHANGE_RATE_NOT_AVAILABLE') },
})

export const quotes: readonly Check[] = [quoted, hashed, again, inBitcoin, withoutLightning, withoutRate]
