import { describe, expect, it } from 'vitest'
import { loadContract } from '../../../contracts/load.ts'
import { stripe } from '../../../contracts/stripe/provider.ts'
import type { Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import { balancesAddUp } from '../../../suites/stripe/observers/balances-add-up.ts'
import { cardNumbersStayHidden } from '../../../suites/stripe/observers/card-numbers-stay-hidden.ts'
import { chargesAddUp } from '../../../suites/stripe/observers/charges-add-up.ts'
import { keysAreEchoed } from '../../../suites/stripe/observers/keys-are-echoed.ts'
import { listsSayWhereTheyAre } from '../../../suites/stripe/observers/lists-say-where-they-are.ts'
import { modesAreTold } from '../../../suites/stripe/observers/modes-are-told.ts'
import { moneyAddsUp } from '../../../suites/stripe/observers/money-adds-up.ts'
import { parametersAreNamed } from '../../../suites/stripe/observers/parameters-are-named.ts'
import { exchange } from './exchange.ts'

const contract = loadContract(stripe)

/** Clauses that an observer sees broken in one exchange, without the name of the provider. */
function broken(observer: Observer, seen: Exchange): readonly string[] {
  return observer
    .watch(contract)(seen)
    .flatMap(({ clause, judgement }) => (mismatchesOf(judgement).length > 0 ? [clause.slice(7)] : []))
}

const answered = (answer: Json): Exchange => exchange({ answer })

const transaction = {
  object: 'balance_transaction',
  amount: 1500,
  fee: 74,
  net: 1426,
  currency: 'usd',
  created: 100,
  available_on: 200,
  fee_details: [{ amount: 74, currency: 'usd' }],
}

describe('figures of a transaction', () => {
  it.for([
    ['upheld', {}, []],
    ['a net that is off by one', { net: 1427 }, ['balance-transactions.net.is-amount-less-fee']],
    ['details that miss a part', { fee_details: [] }, ['balance-transactions.fee.is-sum-of-details']],
    [
      'details in another currency',
      { fee_details: [{ amount: 74, currency: 'eur' }] },
      ['balance-transactions.fee.details-currency'],
    ],
    ['available before it was created', { available_on: 99 }, ['balance-transactions.available-on.not-before-created']],
  ] as const)('%s', ([, change, expected]) => {
    expect(broken(moneyAddsUp, answered({ ...transaction, ...change }))).toEqual(expected)
  })

  it('are found inside lists and expanded objects', () => {
    const inside = { object: 'list', data: [{ object: 'charge', balance_transaction: { ...transaction, net: 0 } }] }
    expect(broken(moneyAddsUp, answered(inside))).toEqual(['balance-transactions.net.is-amount-less-fee'])
  })
})

describe('refunds of a charge', () => {
  const refunds = (...amounts: readonly number[]): Json => ({
    has_more: false,
    data: amounts.map((amount) => ({ amount, status: 'succeeded' })),
  })
  const charge = (amountRefunded: number, refunded: boolean, ...amounts: readonly number[]): Exchange =>
    answered({
      object: 'charge',
      amount: 1000,
      amount_refunded: amountRefunded,
      refunded,
      refunds: refunds(...amounts),
    })

  it('agree with the charge', () => {
    expect(broken(chargesAddUp, charge(700, false, 300, 400))).toEqual([])
    expect(broken(chargesAddUp, charge(1000, true, 1000))).toEqual([])
  })

  it('that are not in the sum, or above the amount, are seen', () => {
    expect(broken(chargesAddUp, charge(300, false, 300, 400))).toEqual(['refunds.create.raises-amount-refunded'])
    expect(broken(chargesAddUp, charge(1100, true, 1100))).toEqual(['refunds.create.raises-amount-refunded'])
  })

  it('make the charge refunded exactly when all is given back', () => {
    expect(broken(chargesAddUp, charge(400, true, 400))).toEqual(['refunds.create.refunded-when-whole'])
    expect(broken(chargesAddUp, charge(1000, false, 1000))).toEqual(['refunds.create.refunded-when-whole'])
  })

  it('that failed do not count, and lists that go on are left alone', () => {
    const failed = { has_more: false, data: [{ amount: 300, status: 'failed' }] }
    const open = { has_more: true, data: [] }
    const counted = { has_more: false, total_count: 2, data: [{ amount: 300, status: 'succeeded' }] }
    const full = { has_more: false, data: Array.from({ length: 10 }, () => ({ amount: 1, status: 'succeeded' })) }
    const shown = { object: 'charge', amount: 1000, refunded: false }
    expect(broken(chargesAddUp, answered({ ...shown, amount_refunded: 700, refunds: counted }))).toEqual([])
    expect(broken(chargesAddUp, answered({ ...shown, amount_refunded: 12, refunds: full }))).toEqual([])
    expect(broken(chargesAddUp, answered({ ...shown, amount_refunded: 0, refunds: failed }))).toEqual([])
    expect(broken(chargesAddUp, answered({ ...shown, amount_refunded: 300, refunds: open }))).toEqual([])
  })
})

describe('funds of a balance', () => {
  const usd = { currency: 'usd', amount: 10, source_types: { card: 7, bank_account: 3 } }
  const balance = (available: Json): Exchange => answered({ object: 'balance', available, pending: [] })

  it('agree with their breakdown, one for each currency', () => {
    expect(broken(balancesAddUp, balance([usd, { ...usd, currency: 'eur' }]))).toEqual([])
  })

  it('that do not are seen', () => {
    expect(broken(balancesAddUp, balance([{ ...usd, amount: 11 }]))).toEqual(['balance.entry.source-types-sum'])
    expect(broken(balancesAddUp, balance([usd, usd]))).toEqual(['balance.entry.one-per-currency'])
  })
})

describe('keys', () => {
  const keyed = (told: readonly (readonly [string, string])[], method = 'POST'): Exchange =>
    exchange({ answer: {}, asked: [['idempotency-key', 'k1']], told, method })

  it('come back on a POST', () => {
    expect(broken(keysAreEchoed, keyed([['idempotency-key', 'k1']]))).toEqual([])
    expect(broken(keysAreEchoed, keyed([['idempotency-key', 'k2']]))).toEqual(['idempotency.header.echoed'])
    expect(broken(keysAreEchoed, keyed([]))).toEqual(['idempotency.header.echoed'])
  })

  it('are not looked for elsewhere', () => {
    expect(broken(keysAreEchoed, keyed([], 'GET'))).toEqual([])
    expect(keysAreEchoed.watch(contract)(exchange({ answer: {} }))).toEqual([])
  })
})

describe('modes', () => {
  const charge = (livemode: boolean): Json => ({
    object: 'charge',
    livemode: false,
    invoice: { object: 'invoice', livemode },
  })

  it.for([
    ['a test key and an object of the live mode', false, charge(true), ['introduction.mode.by-key']],
    ['a test key and objects of the test mode', false, charge(false), []],
    [
      'a live key and an object of the test mode',
      true,
      { object: 'charge', livemode: false },
      ['introduction.mode.by-key'],
    ],
    ['a live key and an object of the live mode', true, { object: 'charge', livemode: true }, []],
    ['no key that was seen', null, charge(true), []],
  ] as const)('are those of the key: %s', ([, production, answer, expected]) => {
    expect(broken(modesAreTold, exchange({ answer, production }))).toEqual(expected)
  })
})

describe('card numbers', () => {
  it.for([
    ['the last four digits', { last4: '4242' }, 0],
    ['a whole number', { last4: '4242424242424242' }, 1],
    ['a whole number within text', { note: 'card 4242424242424242 was used' }, 1],
    ['digits with a wrong check digit', { id: '4242424242424241' }, 0],
    ['a phone number with a valid check digit', { shipping: { phone: '+5511987654325' } }, 0],
    ['a phone number that could be a card', { shipping: { phone: '+4917610000003' } }, 0],
    ['a key with a valid check digit', { error: { message: 'No such key: sk_test_assay0000000000000000000' } }, 0],
    ['a security code', { card: { cvc: '123' } }, 1],
    ['what the client wrote itself', { metadata: { number: '4242424242424242' } }, 0],
  ] as const)('%s', ([, body, count]) => {
    expect(broken(cardNumbersStayHidden, answered(body))).toHaveLength(count)
  })
})

describe('a list', () => {
  const asked = (path: string, answer: Json): Exchange => {
    const one = exchange({ answer, method: 'GET' })
    return { ...one, operation: 'listCharges', request: { ...one.request, path } }
  }
  const url = ['pagination.url.gives-the-list']
  const count = ['pagination.embedded.total-count']

  it('has the url that was asked', () => {
    expect(broken(listsSayWhereTheyAre, asked('/v1/charges?limit=1', { object: 'list', url: '/v1/charges' }))).toEqual(
      [],
    )
    expect(broken(listsSayWhereTheyAre, asked('/v1/charges', { object: 'list', url: '/mock/v1/charges?x=1' }))).toEqual(
      [],
    )
    expect(broken(listsSayWhereTheyAre, asked('/v1/charges', { object: 'list', url: '/v1/refunds' }))).toEqual(url)
  })

  it('inside an object names it, and counts what it holds', () => {
    const charge = (refunds: Json): Exchange =>
      answered({ object: 'charge', id: 'ch_1', refunds: { object: 'list', ...(refunds as object) } })
    const own = { url: '/v1/charges/ch_1/refunds', data: [{}], has_more: false, total_count: 1 }
    expect(broken(listsSayWhereTheyAre, charge(own))).toEqual([])
    expect(broken(listsSayWhereTheyAre, charge({ ...own, url: '/v1/charges/ch_2/refunds' }))).toEqual(url)
    expect(broken(listsSayWhereTheyAre, charge({ ...own, total_count: 2 }))).toEqual(count)
    expect(broken(listsSayWhereTheyAre, charge({ ...own, has_more: true }))).toEqual(count)
  })
})

describe('the parameter of an error', () => {
  const refused = (error: Json, body = ''): Exchange => {
    const one = exchange({ status: 400, answer: { error } })
    return { ...one, request: { ...one.request, body } }
  }
  it.for<readonly [string, Json, string, readonly string[]]>([
    ['was sent', { type: 'invalid_request_error', param: 'colour' }, 'colour=red', []],
    ['is one of the operation', { type: 'invalid_request_error', param: 'amount' }, '', []],
    ['is that of the object in the path', { type: 'invalid_request_error', param: 'id' }, '', []],
    ['is within one that was sent', { type: 'invalid_request_error', param: 'shape[side]' }, 'shape=1', []],
    ['is none', { type: 'invalid_request_error', param: 'colour' }, 'amount=1', ['errors.object.param']],
    ['is that of a card', { type: 'card_error', param: 'number' }, '', []],
  ])('%s', ([, error, body, expected]) => {
    expect(broken(parametersAreNamed, refused(error, body))).toEqual(expected)
  })
})
