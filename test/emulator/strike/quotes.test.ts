import { decode as decodeOutside } from 'light-bolt11-decoder'
import { decode } from 'bolt11'
import { describe, expect, it } from 'vitest'
import { openDesk, order, secondKey, start } from './desk.ts'
import type { Body, Desk } from './desk.ts'

async function quote({ ask }: Desk, asked: unknown, body?: unknown): Promise<Body> {
  const invoice = await ask('POST', '/invoices', asked)
  const answer = await ask('POST', `/invoices/${invoice.body.invoiceId}/quote`, body)
  expect(answer.status).toBe(201)
  return answer.body
}

function section(lnInvoice: Body | undefined, name: string): unknown {
  return decodeOutside(String(lnInvoice)).sections.find((found) => found.name === name && 'value' in found)?.[
    'value' as never
  ]
}

describe('quoting an invoice', () => {
  it('gives a Lightning invoice that an outside decoder reads as quoted', async () => {
    const { lnInvoice, sourceAmount, expirationInSec } = await quote(openDesk(), order({ description: 'Two tickets' }))
    expect(sourceAmount?.currency).toBe('BTC')
    expect(Number(section(lnInvoice, 'amount'))).toBe(Math.round(Number(sourceAmount?.amount) * 1e11))
    expect(section(lnInvoice, 'description')).toBe('Two tickets')
    expect(section(lnInvoice, 'timestamp')).toBe(start / 1000)
    expect(decodeOutside(String(lnInvoice)).expiry).toBe(expirationInSec)
  })

  it('signs the Lightning invoice', async () => {
    const { lnInvoice } = await quote(openDesk(), order())
    const read = decode(String(lnInvoice), {
      bech32: 'tb',
      pubKeyHash: 0x6f,
      scriptHash: 0xc4,
      validWitnessVersions: [0, 1],
    })
    expect(read.payeeNodeKey).toMatch(/^0[23][0-9a-f]{64}$/)
    expect(read.complete).toBe(true)
  })

  it('carries a hash in place of the description', async () => {
    const hash = 'ab'.repeat(32)
    const { lnInvoice } = await quote(openDesk(), order({ description: 'Two tickets' }), { descriptionHash: hash })
    expect(section(lnInvoice, 'description_hash')).toBe(hash)
    expect(section(lnInvoice, 'description')).toBeUndefined()
  })

  it.for(['0.01', '12.50', '999999.99'])('converts %s dollars up to whole satoshis', async (amount) => {
    const { conversionRate, sourceAmount, targetAmount } = await quote(openDesk(), {
      amount: { amount, currency: 'USD' },
    })
    expect(targetAmount).toEqual({ amount, currency: 'USD' })
    const back = Number(sourceAmount?.amount) * Number(conversionRate?.amount)
    expect(back).toBeGreaterThanOrEqual(Number(amount) - 1e-6)
    expect(back - Number(amount)).toBeLessThan(Number(conversionRate?.amount) * 1e-8 + 1e-6)
  })

  it('survives a description that a Lightning invoice cannot hold', async () => {
    const { lnInvoice } = await quote(openDesk(), order({ description: '🦊'.repeat(200) }))
    expect(section(lnInvoice, 'amount')).toBeDefined()
  })

  it('gives a new quote each time, which can be fetched', async () => {
    const desk = openDesk()
    const { body } = await desk.ask('POST', '/invoices', order())
    const [one, two] = await Promise.all([1, 2].map(() => desk.ask('POST', `/invoices/${body.invoiceId}/quote`)))
    expect(one?.body.quoteId).not.toBe(two?.body.quoteId)
    expect((await desk.ask('GET', `/quotes/${one?.body.quoteId}`)).body).toEqual(one?.body)
    expect((await desk.ask('GET', `/quotes/${one?.body.quoteId}`, undefined, secondKey)).status).toBe(404)
  })

  it.for([
    ['lightning', { on: false }, 'LN_UNAVAILABLE'],
    ['rate', { source: 'BTC', target: 'USD', available: false }, 'EXCHANGE_RATE_NOT_AVAILABLE'],
  ] as const)('is refused after the lever %s', async ([name, details, code]) => {
    const { ask, lever } = openDesk()
    const { body } = await ask('POST', '/invoices', order())
    await lever(name, details)
    const refused = await ask('POST', `/invoices/${body.invoiceId}/quote`)
    expect([refused.status, refused.body.data?.code]).toEqual([422, code])
  })
})

describe('paying', () => {
  it('takes an invoice from another account to PAID', async () => {
    const desk = openDesk()
    const { body } = await desk.ask('POST', '/invoices', order())
    const { lnInvoice } = (await desk.ask('POST', `/invoices/${body.invoiceId}/quote`)).body
    const self = await desk.ask('POST', '/payment-quotes/lightning', { lnInvoice })
    expect([self.status, self.body.data?.code]).toEqual([422, 'SELF_PAYMENT_NOT_ALLOWED'])
    const paying = await desk.ask('POST', '/payment-quotes/lightning', { lnInvoice, sourceCurrency: 'USD' }, secondKey)
    expect(paying.status).toBe(201)
    const paid = await desk.ask('PATCH', `/payment-quotes/${paying.body.paymentQuoteId}/execute`, undefined, secondKey)
    expect([paid.status, paid.body.state]).toEqual([200, 'COMPLETED'])
    expect((await desk.ask('GET', `/invoices/${body.invoiceId}`)).body.state).toBe('PAID')
    const again = await desk.ask('PATCH', `/payment-quotes/${paying.body.paymentQuoteId}/execute`, undefined, secondKey)
    expect(again.body.data?.code).toBe('INVALID_STATE_FOR_INVOICE_PAID')
  })

  it('ends with the quote, after which the invoice is still unpaid', async () => {
    const desk = openDesk()
    const { body } = await desk.ask('POST', '/invoices', order())
    const { lnInvoice } = (await desk.ask('POST', `/invoices/${body.invoiceId}/quote`)).body
    await desk.emulator.advance(31)
    const late = await desk.ask('POST', '/payment-quotes/lightning', { lnInvoice }, secondKey)
    expect([late.status, late.body.data?.code]).toEqual([422, 'UNPROCESSABLE_ENTITY'])
    expect((await desk.ask('GET', `/invoices/${body.invoiceId}`)).body.state).toBe('UNPAID')
  })
  it('takes payments off a balance, and goes no further', async () => {
    const desk = openDesk()
    await desk.lever('balance', { currency: 'USD', amount: '20' }, secondKey)
    const pay = async () => {
      const { body } = await desk.ask('POST', '/invoices', order())
      const { lnInvoice } = (await desk.ask('POST', `/invoices/${body.invoiceId}/quote`)).body
      const paying = await desk.ask(
        'POST',
        '/payment-quotes/lightning',
        { lnInvoice, sourceCurrency: 'USD' },
        secondKey,
      )
      return desk.ask('PATCH', `/payment-quotes/${paying.body.paymentQuoteId}/execute`, undefined, secondKey)
    }
    const [within, beyond] = [await pay(), await pay()]
    expect([within.status, beyond.status, beyond.body.data?.code]).toEqual([200, 422, 'UNPROCESSABLE_ENTITY'])
    await desk.lever('balance', { currency: 'USD', amount: '12.5' }, secondKey)
    expect((await pay()).status).toBe(200)
  })
})
