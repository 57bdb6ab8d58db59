import { describe, expect, it } from 'vitest'
import { client } from './client.ts'
import type { Answer, Client } from './client.ts'

const idOf = ({ body }: Answer): string => String(body['id'])

async function invoiced(
  amounts: readonly number[],
  more: Readonly<Record<string, string | number>> = {},
  source = 'tok_visa',
): Promise<{ readonly hands: Client; readonly customer: string; readonly invoice: Answer; readonly path: string }> {
  const hands = client()
  const customer = idOf(await hands.post('/v1/customers', source === '' ? {} : { source }))
  for (const amount of amounts)
    await hands.post('/v1/invoiceitems', { customer, amount, currency: 'usd', description: `${amount}` })
  const invoice = await hands.post('/v1/invoices', { customer, ...more })
  return { hands, customer, invoice, path: `/v1/invoices/${idOf(invoice)}` }
}

describe('an invoice', () => {
  it('takes up the pending items of its customer, and adds them up with the tax', async () => {
    const { hands, customer, invoice, path } = await invoiced([1000, 500, -200], { tax_percent: 10, description: 'd' })
    expect(invoice.body).toMatchObject({
      object: 'invoice',
      amount_due: 1430,
      attempted: false,
      closed: false,
      description: 'd',
      lines: {
        total_count: 3,
        data: [{ amount: -200, object: 'line_item', type: 'invoiceitem' }, { amount: 500 }, { amount: 1000 }],
      },
      paid: false,
      subtotal: 1300,
      tax: 130,
      total: 1430,
    })
    const items = (await hands.get('/v1/invoiceitems', { customer })).body['data'] as readonly {
      readonly invoice: string
    }[]
    expect(items.map((item) => item.invoice)).toEqual(Array(3).fill(invoice.body['id']))
    expect((await hands.get(`${path}/lines`, { limit: 2 })).body).toMatchObject({
      has_more: true,
      url: `${path}/lines`,
    })
    expect((await hands.get('/v1/invoices', { customer })).body['data']).toHaveLength(1)
    expect((await hands.post('/v1/invoices', { customer })).body).toMatchObject({ total: 0, lines: { data: [] } })
  })

  it('is paid once, from a card of its customer', async () => {
    const { hands, customer, path } = await invoiced([1000])
    const { body } = await hands.post(`${path}/pay`, { 'expand[]': 'charge' })
    expect(body).toMatchObject({
      paid: true,
      closed: true,
      attempted: true,
      attempt_count: 1,
      ending_balance: 0,
      charge: { amount: 1000, customer, invoice: body['id'], paid: true },
    })
    expect((await hands.post(`${path}/pay`)).status).toBe(400)
    expect((await hands.get('/v1/charges', { customer })).body['data']).toHaveLength(1)
    expect((await hands.get(`/v1/customers/${customer}`)).body['currency']).toBe('usd')
  })

  it('stays unpaid when the card is declined, and can be tried again', async () => {
    const { hands, customer, path } = await invoiced([1000], {}, 'tok_chargeCustomerFail')
    const declined = await hands.post(`${path}/pay`)
    expect(declined.status).toBe(402)
    const { charge } = declined.body['error'] as { readonly charge: string }
    expect((await hands.get(path)).body).toMatchObject({ paid: false, closed: false, attempted: true, charge })
    await hands.post(`/v1/customers/${customer}`, { source: 'tok_visa' })
    expect((await hands.post(`${path}/pay`)).body).toMatchObject({ paid: true, attempt_count: 2 })
  })

  it('of a customer without a card is refused as missing one', async () => {
    const { hands, path } = await invoiced([1000], {}, '')
    expect((await hands.post(`${path}/pay`)).body).toMatchObject({ error: { code: 'missing' } })
  })

  it('below the least charge is carried over', async () => {
    const { hands, customer, path } = await invoiced([20])
    expect((await hands.post(`${path}/pay`)).body).toMatchObject({
      paid: true,
      amount_due: 0,
      charge: null,
      ending_balance: 20,
    })
    expect((await hands.get(`/v1/customers/${customer}`)).body['account_balance']).toBe(20)
  })

  it('that is sent has a due date, and is marked as paid by hand', async () => {
    const { hands, invoice, path } = await invoiced([1000], { billing: 'send_invoice', days_until_due: 30 })
    expect(invoice.body['due_date']).toBe(Number(invoice.body['date']) + 30 * 86_400)
    expect((await hands.post(path, { paid: true })).body).toMatchObject({ paid: true, closed: true, charge: null })
  })

  it('is changed, closed and forgiven, and paid no more then', async () => {
    const { hands, invoice, path } = await invoiced([1000])
    expect((await hands.post(path, { description: 'new' })).body).toEqual({ ...invoice.body, description: 'new' })
    expect((await hands.post(path, { paid: true })).status).toBe(400)
    expect((await hands.post(path, { forgiven: true })).body).toMatchObject({ closed: true, forgiven: true })
    expect((await hands.post(`${path}/pay`)).status).toBe(400)
    expect((await hands.del(path)).status).toBe(404)
  })
})

describe('an invoice item', () => {
  it('is made, read, changed and deleted', async () => {
    const { hands, customer } = await invoiced([])
    const made = await hands.post('/v1/invoiceitems', { customer, amount: 5, currency: 'EUR', discountable: false })
    expect(made.body).toMatchObject({
      object: 'invoiceitem',
      amount: 5,
      currency: 'eur',
      customer,
      discountable: false,
      invoice: null,
    })
    const path = `/v1/invoiceitems/${idOf(made)}`
    expect((await hands.post(path, { amount: -7 })).body).toEqual({ ...made.body, amount: -7 })
    expect((await hands.get(path)).body['amount']).toBe(-7)
    expect((await hands.del(path)).body).toEqual({ deleted: true, id: made.body['id'] })
    expect((await hands.get(path)).status).toBe(404)
    expect((await hands.del(path)).status).toBe(404)
  })

  it('can be added to an open invoice and taken off again, not after it closes', async () => {
    const { hands, customer, invoice, path } = await invoiced([1000])
    const item = { customer, amount: 5, currency: 'usd', invoice: idOf(invoice) }
    const made = await hands.post('/v1/invoiceitems', item)
    expect((await hands.get(path)).body).toMatchObject({ total: 1005, lines: { total_count: 2 } })
    await hands.post(path, { closed: true })
    expect((await hands.post(`/v1/invoiceitems/${idOf(made)}`, { amount: 6 })).status).toBe(400)
    expect((await hands.del(`/v1/invoiceitems/${idOf(made)}`)).status).toBe(400)
    expect((await hands.post('/v1/invoiceitems', item)).status).toBe(400)
    await hands.post(path, { closed: false })
    expect((await hands.del(`/v1/invoiceitems/${idOf(made)}`)).status).toBe(200)
    expect((await hands.get(path)).body).toMatchObject({ total: 1000 })
  })

  it.for(['customer', 'invoice', 'subscription'])('with an unknown %s is refused', async (param) => {
    const { hands, customer } = await invoiced([])
    const answer = await hands.post('/v1/invoiceitems', { customer, amount: 5, currency: 'usd', [param]: 'none' })
    expect([answer.status, answer.body]).toMatchObject([400, { error: { param } }])
  })
})
