import { describe, expect, it } from 'vitest'
import { charged, openAccount, payingCustomer } from './account.ts'
import type { Account } from './account.ts'

async function available(account: Account, currency = 'USD'): Promise<number> {
  const { body } = await account.get('balance')
  return (
    (body['available'] as { amount: number; currency: string }[]).find((funds) => funds.currency === currency)
      ?.amount ?? 0
  )
}

describe('a charge', () => {
  it('adds to the balance of its currency', async () => {
    const account = openAccount()
    await charged(account, 700, 'eur')
    await charged(account, 50)
    expect([await available(account, 'EUR'), await available(account)]).toEqual([700, 50])
  })

  it('fails without a card, or with one that lacks the funds', async () => {
    const account = openAccount()
    const customers: readonly Record<string, string>[] = [{ name: 'Ada' }, { cardInfo: 'enc_nofunds' }]
    for (const fields of customers) {
      const { body } = await account.post('customers', fields)
      const failed = await account.post('charges', {
        amount: 1,
        currency: 'USD',
        customerId: String(body['customerId']),
      })
      expect(failed.status).toBe(402)
    }
    expect((await account.get('charges')).body['data']).toEqual([])
  })

  it('refuses an amount of 0', async () => {
    const account = openAccount()
    expect(
      (await account.post('charges', { amount: 0, currency: 'USD', customerId: await payingCustomer(account) })).status,
    ).toBe(400)
  })
})

describe('a refund', () => {
  it('is never more than is left', async () => {
    const account = openAccount()
    const chargeId = await charged(account, 100)
    const statuses = []
    for (const amount of [60, 41, 40, 1]) statuses.push((await account.post('refunds', { chargeId, amount })).status)
    expect(statuses).toEqual([200, 400, 200, 400])
    expect((await account.get(`charges/${chargeId}`)).body['refundedAmount']).toBe(100)
    expect(await available(account)).toBe(0)
  })

  it('is of all that is left where it names no amount, and then no more', async () => {
    const account = openAccount()
    const chargeId = await charged(account, 100)
    expect((await account.post('refunds', { chargeId })).body['amount']).toBe(100)
    expect((await account.post('refunds', { chargeId })).status).toBe(400)
  })

  it('needs the funds', async () => {
    const account = openAccount()
    const chargeId = await charged(account, 100)
    await account.post('payouts', { amount: 1, currency: 'USD' })
    expect((await account.post('refunds', { chargeId })).status).toBe(402)
  })
})

describe('a payout', () => {
  it('takes what is available and no more', async () => {
    const account = openAccount()
    await charged(account, 100)
    expect((await account.post('payouts', { amount: 101, currency: 'USD' })).status).toBe(402)
    expect((await account.post('payouts', { amount: 100, currency: 'USD' })).status).toBe(200)
    expect(await available(account)).toBe(0)
  })
})

describe('the transactions', () => {
  it('name what moved the balance, and add up to it', async () => {
    const account = openAccount()
    const chargeId = await charged(account, 100)
    const refund = await account.post('refunds', { chargeId, amount: 30 })
    const payout = await account.post('payouts', { amount: 50, currency: 'USD' })
    const { body } = await account.get('balance/transactions')
    const transactions = body['data'] as { transactionId: string; type: string; sourceId: string; net: number }[]
    expect(transactions.map(({ type, sourceId, net }) => [type, sourceId, net])).toEqual([
      ['payout', payout.body['payoutId'], -50],
      ['refund', refund.body['refundId'], -30],
      ['charge', chargeId, 100],
    ])
    expect(await available(account)).toBe(20)
    expect((await account.get(`balance/transactions/${String(transactions[0]?.transactionId)}`)).body).toEqual(
      transactions[0],
    )
  })
})
