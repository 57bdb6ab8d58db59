import { describe, expect, it } from 'vitest'
import { firstKey, openDesk, order, secondKey } from './desk.ts'

describe('creating an invoice', () => {
  it('answers with what was asked for, unpaid, with opaque ids', async () => {
    const { ask } = openDesk()
    const asked = order({ correlationId: 'order-1', description: 'Two tickets' })
    const { status, body } = await ask('POST', '/invoices', asked)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...asked, state: 'UNPAID' })
    expect(body.issuerId).toBe(body.receiverId)
    expect(body.created).toMatch(/\+00:00$/)
    expect((await ask('GET', `/invoices/${body.invoiceId}`)).body).toEqual(body)
  })

  it('keeps every digit of an amount', async () => {
    const { ask } = openDesk()
    const { body } = await ask('POST', '/invoices', { amount: { amount: '0.10000000', currency: 'BTC' } })
    expect(body.amount).toEqual({ amount: '0.10000000', currency: 'BTC' })
  })

  it('reports all faults under their fields', async () => {
    const { ask } = openDesk()
    const { status, body } = await ask('POST', '/invoices', {
      correlationId: 'x'.repeat(41),
      description: 'y'.repeat(201),
    })
    expect(status).toBe(400)
    expect(body.data).toMatchObject({
      status: 400,
      code: 'INVALID_DATA',
      validationErrors: {
        correlationId: [{ code: 'INVALID_DATA_MAXLENGTH', values: { field: 'correlationId', maxLength: 40 } }],
        description: [{ code: 'INVALID_DATA_MAXLENGTH', values: { field: 'description', maxLength: 200 } }],
        amount: [{ code: 'INVALID_DATA_REQUIRED', values: { field: 'amount' } }],
      },
    })
  })

  it.for([
    [{ amount: 'much' }, 'amount', 'INVALID_DATA_VALUE'],
    [{ amount: {} }, 'amount.currency', 'INVALID_DATA_REQUIRED'],
    [{ amount: { amount: 'much', currency: 'USD' } }, 'amount.amount', 'INVALID_DATA_VALUE'],
    [{ amount: { amount: 5, currency: 'USD' } }, 'amount.amount', 'INVALID_DATA_VALUE'],
    [{ amount: { amount: '5.001', currency: 'USD' } }, 'amount.amount', 'INVALID_DATA_VALUE'],
    [{ amount: { amount: '5.00', currency: 'XYZ' } }, 'amount.currency', 'INVALID_DATA_CURRENCY'],
    [{ ...order(), correlationId: 5 }, 'correlationId', 'INVALID_DATA_VALUE'],
    ['{"amount"', 'body', 'INVALID_DATA'],
    ['[]', 'body', 'INVALID_DATA'],
  ] as const)('refuses %j', async ([asked, field, code]) => {
    const { body } = await openDesk().ask('POST', '/invoices', asked)
    expect(body.data).toMatchObject({ code: 'INVALID_DATA', validationErrors: { [field]: [{ code }] } })
  })

  it.for([
    ['0.00', 'USD', 422, 'INVALID_AMOUNT'],
    ['-1.00', 'USD', 422, 'INVALID_AMOUNT'],
    ['1000000.01', 'USD', 422, 'AMOUNT_TOO_HIGH'],
    ['1.00', 'EUR', 422, 'USER_CURRENCY_UNAVAILABLE'],
    ['1000000.00', 'USD', 201, undefined],
  ] as const)('answers %s %s with %i', async ([amount, currency, status, code]) => {
    const answer = await openDesk().ask('POST', '/invoices', { amount: { amount, currency } })
    expect([answer.status, answer.body.data?.code]).toEqual([status, code])
  })

  it('shows the limit with thousands separators', async () => {
    const { body } = await openDesk().ask('POST', '/invoices', { amount: { amount: '1000001.00', currency: 'USD' } })
    expect(body.data?.values).toEqual({ limit: { amount: '1,000,000.00', currency: 'USD' } })
  })
})

describe('correlation ids', () => {
  it('are taken once per account', async () => {
    const { ask } = openDesk()
    await ask('POST', '/invoices', order({ correlationId: 'order-1' }))
    const again = await ask('POST', '/invoices', order({ correlationId: 'order-1' }))
    expect([again.status, again.body.data?.code]).toEqual([409, 'DUPLICATE_INVOICE'])
    expect(again.body.data?.values).toEqual({ correlationId: 'order-1' })
    expect((await ask('POST', '/invoices', order({ correlationId: 'order-1' }), secondKey)).status).toBe(201)
  })

  it('are taken once of two requests under way together', async () => {
    const { ask } = openDesk()
    const both = await Promise.all([1, 2].map(() => ask('POST', '/invoices', order({ correlationId: 'order-1' }))))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })
})

describe('an invoice for the holder of a handle', () => {
  it('is seen and cancelled by its receiver, and by no one else', async () => {
    const { ask, lever } = openDesk()
    const { handle, id } = (await lever('account', {}, secondKey)) as { handle: string; id: string }
    const { body } = await ask('POST', `/invoices/handle/${handle}`, order())
    expect(body.receiverId).toBe(id)
    expect(body.issuerId).not.toBe(id)
    expect((await ask('PATCH', `/invoices/${body.invoiceId}/cancel`, undefined, 'STRIKEAPIKEYthree')).status).toBe(404)
    const cancelled = await ask('PATCH', `/invoices/${body.invoiceId}/cancel`, undefined, secondKey)
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'CANCELLED'])
  })

  it('is refused while the holder cannot receive, or does not exist', async () => {
    const { ask, lever } = openDesk()
    const { handle } = (await lever('account', {}, secondKey)) as { handle: string }
    await lever('profile', { canReceive: false }, secondKey)
    expect((await ask('POST', `/invoices/handle/${handle}`, order())).body.data?.code).toBe('INVALID_RECIPIENT')
    expect((await ask('POST', '/invoices/handle/nobody', order())).body.data?.code).toBe('NOT_FOUND')
  })
})

describe('the states of an invoice', () => {
  it.for([
    ['PENDING', 'PROCESSING_PAYMENT'],
    ['PAID', 'INVALID_STATE_FOR_INVOICE_PAID'],
  ])('is neither cancelled nor quoted when %s', async ([stopAt, code]) => {
    const { ask, lever } = openDesk()
    const { body } = await ask('POST', '/invoices', order())
    await lever('pay', { invoiceId: body.invoiceId, stopAt })
    expect((await ask('GET', `/invoices/${body.invoiceId}`)).body.state).toBe(stopAt)
    expect((await ask('PATCH', `/invoices/${body.invoiceId}/cancel`)).body.data?.code).toBe(code)
    expect((await ask('POST', `/invoices/${body.invoiceId}/quote`)).body.data?.code).toBe(code)
  })

  it('ends with being cancelled', async () => {
    const { ask, lever } = openDesk()
    const { body } = await ask('POST', '/invoices', order())
    await ask('PATCH', `/invoices/${body.invoiceId}/cancel`)
    const again = await ask('PATCH', `/invoices/${body.invoiceId}/cancel`)
    expect([again.status, again.body.data?.code]).toEqual([422, 'INVALID_STATE_FOR_INVOICE_CANCELLED'])
    await expect(lever('pay', { invoiceId: body.invoiceId })).rejects.toThrow('cancelled')
  })
})

it('says the same for the same seed', async () => {
  const once = await openDesk({ seed: 3 }).ask('POST', '/invoices', order(), firstKey)
  const again = await openDesk({ seed: 3 }).ask('POST', '/invoices', order(), firstKey)
  expect(again.body).toEqual(once.body)
})
