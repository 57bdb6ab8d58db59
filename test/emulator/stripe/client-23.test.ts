import { Stripe } from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Served } from '../../../emulator/server.ts'
import { serve } from '../../../emulator/server.ts'
import { newEmulator } from './client.ts'

const emulator = newEmulator()
let served: Served

beforeAll(async () => {
  served = await serve(emulator, { port: 0 })
})
afterAll(() => served.close())

/** The official client, current, as a team would point it at the emulator. */
function official(key: string): Stripe {
  return new Stripe(key, {
    // the types know the client's own version alone
    apiVersion: '2018-01-23' as Stripe.LatestApiVersion,
    host: '127.0.0.1',
    port: served.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  })
}

describe('the official client, current', () => {
  it('charges, expands, reads back and updates', async () => {
    const stripe = official('sk_test_charges')
    const charge = await stripe.charges.create({
      amount: 2000,
      currency: 'usd',
      source: 'tok_visa',
      metadata: { order_id: '6735' },
      expand: ['balance_transaction'],
    })
    expect(charge).toMatchObject({ amount: 2000, metadata: { order_id: '6735' }, balance_transaction: { net: 1912 } })
    expect(charge.lastResponse).toMatchObject({ statusCode: 200, apiVersion: '2018-01-23' })
    expect(charge.lastResponse.requestId).toMatch(/^req_/u)
    const updated = await stripe.charges.update(charge.id, { description: 'two shirts', metadata: { sku: 'a[b]' } })
    expect(updated).toMatchObject({ description: 'two shirts', metadata: { order_id: '6735', sku: 'a[b]' } })
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ id: charge.id, description: 'two shirts' })
    const refund = await stripe.refunds.create({ charge: charge.id, amount: 500, reason: 'duplicate' })
    expect(refund).toMatchObject({ amount: 500, status: 'succeeded' })
  })

  it.for([
    ['tok_chargeDeclined', 'card_declined', 'generic_decline'],
    ['tok_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['tok_chargeDeclinedExpiredCard', 'expired_card', ''],
  ] as const)('sees %s as a card error', async ([source, code, reason]) => {
    const stripe = official('sk_test_declines')
    const failure: unknown = await stripe.charges
      .create({ amount: 100, currency: 'usd', source })
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Stripe.errors.StripeCardError)
    expect(failure).toMatchObject({
      statusCode: 402,
      code,
      decline_code: reason,
      charge: expect.stringMatching(/^ch_/u) as string,
    })
  })

  it('sees each failure as the class it is', async () => {
    const stripe = official('sk_test_errors')
    await expect(stripe.charges.retrieve('ch_none')).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
    await expect(stripe.charges.create({ currency: 'usd' })).rejects.toMatchObject({ statusCode: 400, param: 'amount' })
    await expect(official('sk_test_invalid').balance.retrieve()).rejects.toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    )
    await emulator.lever('fail-next', 'sk_test_errors', { status: 429 })
    await expect(stripe.balance.retrieve()).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError)
    await emulator.lever('fail-next', 'sk_test_errors', { status: 500 })
    await expect(stripe.balance.retrieve()).rejects.toBeInstanceOf(Stripe.errors.StripeAPIError)
  })

  it('retries under a key without charging twice', async () => {
    const stripe = official('sk_test_keys')
    const charge = { amount: 2000, currency: 'usd', source: 'tok_visa' }
    const first = await stripe.charges.create(charge, { idempotencyKey: 'k1' })
    const again = await stripe.charges.create(charge, { idempotencyKey: 'k1' })
    expect(again.id).toBe(first.id)
    expect(again.lastResponse.idempotencyKey).toBe('k1')
    const other = stripe.charges.create({ ...charge, amount: 1 }, { idempotencyKey: 'k1' })
    await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
    expect((await stripe.charges.list()).data).toHaveLength(1)
  })

  it('pages through more than a hundred customers by itself', async () => {
    const stripe = official('sk_test_pages')
    const made: string[] = []
    for (let count = 0; count < 105; count += 1)
      made.unshift((await stripe.customers.create({ email: `${count}@b.c` })).id)
    const seen: string[] = []
    for await (const customer of stripe.customers.list({ limit: 10 })) seen.push(customer.id)
    expect(seen).toEqual(made)
    const last = made.at(-1) ?? ''
    const backwards: string[] = []
    for await (const customer of stripe.customers.list({ limit: 100, ending_before: last })) backwards.push(customer.id)
    expect(new Set(backwards)).toEqual(new Set(made.slice(0, -1)))
  })

  it('keeps cards, invoices and pays out', async () => {
    const stripe = official('sk_test_billing')
    const customer = await stripe.customers.create({ source: 'tok_bypassPending', expand: ['default_source'] })
    expect(customer.default_source).toMatchObject({ object: 'card', last4: '0077' })
    const second = await stripe.customers.createSource(customer.id, { source: 'tok_mastercard' })
    expect((await stripe.customers.listSources(customer.id, { limit: 1 })).data[0]?.id).toBe(second.id)
    await stripe.invoiceItems.create({ customer: customer.id, amount: 5000, currency: 'usd' })
    const invoice = await stripe.invoices.create({ customer: customer.id })
    expect(await stripe.invoices.pay(invoice.id)).toMatchObject({ paid: true })
    const balance = await stripe.balance.retrieve()
    expect(balance.available[0]?.amount).toBe(4825)
    const payout = await stripe.payouts.create({ amount: 4000, currency: 'usd' })
    expect(await stripe.payouts.cancel(payout.id)).toMatchObject({ status: 'canceled' })
    const history = (await stripe.rawRequest('GET', '/v1/balance/history?limit=2')) as unknown as {
      readonly data: readonly unknown[]
    }
    expect(history.data).toMatchObject([{ type: 'payout_cancel' }, { type: 'payout' }])
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true })
    const token = await stripe.tokens.create({
      card: { number: '4242424242424242', exp_month: '12', exp_year: '2019' },
    })
    expect(token.card?.last4).toBe('4242')
  })
})
