import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../model/json.ts'
import { client } from './client.ts'
import type { Client } from './client.ts'

/** A customer with a card, and a charge of it. */
async function shop(): Promise<{ readonly hands: Client; readonly customer: string; readonly charge: JsonObject }> {
  const hands = client()
  const customer = String((await hands.post('/v1/customers', { source: 'tok_visa' })).body['id'])
  const { body: charge } = await hands.post('/v1/charges', { amount: 900, currency: 'usd', customer })
  return { hands, customer, charge }
}

describe('expanding', () => {
  it('puts what a retrieve returns in the place of an id, and changes nothing else', async () => {
    const { hands, customer, charge } = await shop()
    const { body } = await hands.get(`/v1/charges/${String(charge['id'])}`, { 'expand[]': 'customer' })
    expect(body).toEqual({ ...charge, customer: (await hands.get(`/v1/customers/${customer}`)).body })
    expect((await hands.get(`/v1/charges/${String(charge['id'])}`)).body).toEqual(charge)
  })

  it('follows several paths, with dots, through lists and shown objects', async () => {
    const { hands, charge } = await shop()
    const { body } = await hands.post(`/v1/charges/${String(charge['id'])}/refund`, {
      'expand[0]': 'customer.default_source',
      'expand[1]': 'balance_transaction.source',
      'expand[2]': 'refunds.data.charge',
      'expand[3]': 'source.customer',
      'expand[4]': 'invoice.customer',
    })
    expect(body).toMatchObject({
      customer: { object: 'customer', default_source: { object: 'card' } },
      balance_transaction: { object: 'balance_transaction', source: { object: 'charge' } },
      refunds: { data: [{ object: 'refund', charge: { object: 'charge' } }] },
      source: { object: 'card', customer: { object: 'customer' } },
      invoice: null,
    })
  })

  it('begins with data in a list', async () => {
    const { hands } = await shop()
    const { body } = await hands.get('/v1/charges', { 'expand[]': 'data.customer' })
    expect(body).toMatchObject({ data: [{ customer: { object: 'customer' } }] })
  })

  it('works on a create, and leaves a deleted customer a stub', async () => {
    const { hands, customer, charge } = await shop()
    await hands.del(`/v1/customers/${customer}`)
    const { body } = await hands.get(`/v1/charges/${String(charge['id'])}`, { 'expand[]': 'customer' })
    expect(body['customer']).toEqual({ id: customer, deleted: true })
  })

  it.for([
    ['/v1/charges', 'colour'],
    ['/v1/charges', 'amount'],
    ['/v1/charges', 'source'],
    ['/v1/charges', 'invoice.colour'],
    ['/v1/charges', '__proto__.x'],
    ['/v1/charges', 'balance_transaction.source.customer.default_source.customer'],
  ] as const)('refuses at %s the path %s, and nothing is made', async ([path, expand]) => {
    const { get, post } = client()
    const answer = await post(path, { amount: 900, currency: 'usd', source: 'tok_visa', 'expand[]': expand })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { type: 'invalid_request_error' } })
    expect((await get('/v1/charges')).body['data']).toEqual([])
  })

  it('refuses a path without data in a list, and text in the place of a list', async () => {
    const { get } = client()
    expect((await get('/v1/charges', { 'expand[]': 'customer' })).status).toBe(400)
    expect((await get('/v1/charges', { expand: 'data.customer' })).body).toMatchObject({ error: { param: 'expand' } })
  })
})
