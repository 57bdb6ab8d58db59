import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { sameNumber } from './decimals.ts'
import { lightningInvoiceOf } from './lightning.ts'
import type { LightningInvoice } from './lightning.ts'
import { asksFor, decoded, expiresWhenSaid, lastsLongEnough, pairOf, rateHolds } from './quote-judgements.ts'
import { refusedAs } from './refusal.ts'
import { forEach, givenInvoice, of, wanted } from './scenes.ts'

interface Quoted {
  readonly invoice: Exchange
  readonly quote: Exchange
}

const any = fc.record({
  cents: fc.integer({ min: 100, max: 9_999_999 }),
  description: fc
    .string({ unit: fc.constantFrom(...'abc XYZ 0123 äé€,.-'), minLength: 1, maxLength: 60 })
    .map((text) => `for ${text}.`),
})

const quoted = property<Quoted, { cents: number; description: string }>('strike/quotes/what-a-quote-says', {
  share: 0.3,
  inputs: () => any,
  visits: () => [
    { cents: 100, description: 'One dollar' },
    { cents: 499_999, description: 'e\u0301 and é' },
    { cents: 99_999_999, description: 'Nearly a million' },
    { cents: 6_500_001, description: '\u{1F3AB}'.repeat(159) },
    { cents: 12_345, description: '漢'.repeat(200) },
    { cents: 12_345, description: '\u{1F3AB}'.repeat(200) },
  ],
  arrange: async (trial, { cents, description }) => {
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    const invoice = await givenInvoice(trial, { amount: { amount, currency: 'USD' }, description })
    return { invoice, quote: await trial.given('createQuote', of(invoice)) }
  },
  judge: {
    'strike.quotes.create.target': ({ invoice, quote }) =>
      all(
        holds(
          sameNumber(read(quote, '/targetAmount/amount'), read(invoice, '/amount/amount')),
          '/targetAmount/amount',
          read(invoice, '/amount/amount') ?? null,
          read(quote, '/targetAmount/amount'),
        ),
        equals(quote, '/targetAmount/currency', 'USD'),
      ),
    'strike.quotes.create.source': ({ quote }) => equals(quote, '/sourceAmount/currency', 'BTC'),
    'strike.quotes.create.rate': ({ quote }) => all(pairOf(quote), rateHolds(quote)),
    'strike.quotes.create.lightning-invoice': ({ quote }) =>
      holds(lightningInvoiceOf(quote) !== undefined, '/lnInvoice', 'a BOLT 11 invoice', read(quote, '/lnInvoice')),
    'strike.quotes.create.lightning-amount': ({ quote }) => asksFor(quote),
    'strike.quotes.create.description': ({ quote }, { description }) =>
      decoded(quote, (invoice) => describes(invoice, description)),
  },
})

/** The most bytes of a description that BOLT 11 has room for; in place of more it has their hash. */
const longest = 639

function describes({ description, descriptionHash }: LightningInvoice, expected: string): Judgement {
  if (Buffer.byteLength(expected) <= longest)
    return holds(description === expected, '/lnInvoice', `the description ${expected}`, description)
  const hash = createHash('sha256').update(expected).digest('hex')
  return holds(descriptionHash === hash, '/lnInvoice', `the hash ${hash}`, descriptionHash ?? description)
}

const hashed = example('strike/quotes/description-hash', {
  arrange: async (trial) => {
    const descriptionHash = 'c0ffee00'.repeat(8)
    const quotes = await forEach([{ description: 'Two tickets' }, {}], async (more) =>
      trial.given('createQuote', { ...of(await givenInvoice(trial, more)), body: { descriptionHash } }),
    )
    return { descriptionHash, quotes }
  },
  judge: {
    'strike.quotes.create.description-hash': ({ quotes, descriptionHash }) =>
      each(quotes, (quote) =>
        decoded(quote, (invoice) =>
          all(
            holds(
              invoice.descriptionHash === descriptionHash,
              '/lnInvoice',
              `the hash ${descriptionHash}`,
              invoice.descriptionHash,
            ),
            holds(invoice.description === null, '/lnInvoice', 'no description', invoice.description),
          ),
        ),
      ),
  },
})

/** Milliseconds by which the clock of a target and ours differ. */
const clocksDiffer = 5_000

const toTheSecond = example('strike/quotes/expires-to-the-second', {
  needs: ['clock'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    await trial.advance(61)
    const before = trial.now()
    const quote = await trial.given('createQuote', of(invoice))
    return { quote, times: [before, trial.now()] as const }
  },
  judge: {
    // what is left can have been rounded to whole seconds
    'strike.quotes.create.expiration': ({ quote, times }) => expiresWhenSaid(quote, times, 1_000),
  },
})

const again = example('strike/quotes/quoted-again', {
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    const before = trial.now()
    const first = await trial.given('createQuote', of(invoice))
    const times = [before, trial.now()] as const
    const second = await trial.given('createQuote', of(invoice))
    return {
      times,
      first,
      second,
      fetched: await trial.call('retrieveQuote', { path: { quoteId: textAt(first, '/quoteId') } }),
    }
  },
  judge: {
    'strike.quotes.create.expiration': ({ first, times }) => expiresWhenSaid(first, times, clocksDiffer),
    'strike.quotes.create.lifetime': ({ first, second }) => each([first, second], lastsLongEnough),
    'strike.quotes.create.rate': ({ first, second }) =>
      each([first, second], (quote) => all(pairOf(quote), rateHolds(quote))),
    'strike.quotes.create.lightning-amount': ({ second }) => asksFor(second),
    'strike.quotes.create.anew': ({ first, second }) =>
      each(['/quoteId', '/lnInvoice'], (at) =>
        holds(read(first, at) !== read(second, at), at, 'another one', read(second, at)),
      ),
    'strike.quotes.retrieve.same': ({ first, fetched }) =>
      all(hasStatus(fetched, 200), sameBody(first, fetched, ['sourceAmount', 'conversionRate'])),
  },
})

const inBitcoin = example('strike/quotes/in-bitcoin', {
  arrange: async (trial) => {
    const invoice = await trial.call('createInvoice', wanted({ amount: { amount: '0.00012345', currency: 'BTC' } }))
    return {
      invoice,
      quote: invoice.response.status === 201 ? await trial.call('createQuote', of(invoice)) : undefined,
    }
  },
  judge: {
    'strike.quotes.create.target': ({ quote }): Judgement => {
      if (quote === undefined || read(quote, '/targetAmount/currency') !== 'BTC')
        return unobservable('the account has no quotes in bitcoin')
      return holds(
        sameNumber(read(quote, '/targetAmount/amount'), '0.00012345'),
        '/targetAmount/amount',
        '0.00012345',
        read(quote, '/targetAmount/amount'),
      )
    },
    'strike.quotes.create.rate': ({ quote }): Judgement =>
      quote === undefined || quote.response.status >= 300
        ? unobservable('the account has no quotes in bitcoin')
        : all(pairOf(quote), rateHolds(quote)),
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
    // which status goes with the code has a clause of its own
    'strike.quotes.create.lightning-down': (refused) => equals(refused, '/data/code', 'LN_UNAVAILABLE'),
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

export const quotes: readonly Check[] = [quoted, hashed, again, toTheSecond, inBitcoin, withoutLightning, withoutRate]
