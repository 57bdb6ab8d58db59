import { describe, expect, it } from 'vitest'
import { charged, openAccount, openEmulator, payingCustomer } from './account.ts'
import type { Account } from './account.ts'

const key = { 'idempotency-key': 'purchase-1' }

async function howMany(account: Account, path: string): Promise<number> {
  return ((await account.get(path)).body['data'] as unknown[]).length
}

describe('a repeat under the same key', () => {
  it('of a success gets its answer and does nothing', async () => {
    const account = openAccount()
    const fields = { amount: 10, currency: 'USD', customerId: await payingCustomer(account) }
    const first = await account.post('charges', fields, key)
    const second = await account.post('charges', fields, key)
    expect([second.status, second.body]).toEqual([first.status, first.body])
    expect(await howMany(account, 'charges')).toBe(1)
  })

  it('of a failure is processed', async () => {
    const account = openAccount()
    const payout = (): ReturnType<Account['post']> => account.post('payouts', { amount: 10, currency: 'USD' }, key)
    expect((await payout()).status).toBe(402)
    await charged(account, 10)
    expect((await payout()).status).toBe(200)
    expect((await payout()).status).toBe(200)
    expect(await howMany(account, 'payouts')).toBe(1)
  })

  it('conflicts while the first is in flight, and only then', async () => {
    const account = openAccount()
    const create = (): ReturnType<Account['post']> => account.post('customers', { name: 'Ada' }, key)
    const statuses = (await Promise.all([create(), create(), create()])).map(({ status }) => status)
    expect(statuses.toSorted((left, right) => left - right)).toEqual([200, 409, 409])
    expect((await create()).status).toBe(200)
    expect(await howMany(account, 'customers')).toBe(1)
  })
})

describe('a key', () => {
  it('means nothing to another account', async () => {
    const { account } = openEmulator()
    const [one, two] = [account('sam_one'), account('sam_two')]
    await one.post('customers', { name: 'Ada' }, key)
    await two.post('customers', { name: 'Ada' }, key)
    expect([await howMany(one, 'customers'), await howMany(two, 'customers')]).toEqual([1, 1])
  })

  it('is not needed', async () => {
    const account = openAccount()
    for (let index = 0; index < 2; index += 1) await account.post('customers', { name: 'Ada' })
    expect(await howMany(account, 'customers')).toBe(2)
  })
})

describe('the emulator', () => {
  it('makes the same ids for the same seed', async () => {
    const ids = await Promise.all([3, 3, 4].map((seed) => payingCustomer(openEmulator(seed).account())))
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).not.toBe(ids[2])
  })
})
