import { describe, expect, it } from 'vitest'
import { UnknownLever } from '../../../emulator/http.ts'
import { client } from './client.ts'
import type { Client } from './client.ts'

const key = 'sk_test_one'

async function funded(): Promise<Client> {
  const hands = client()
  await hands.post('/v1/charges', { amount: 10_000, currency: 'usd', source: 'tok_bypassPending' })
  return hands
}

const available = async ({ get }: Client): Promise<unknown> =>
  ((await get('/v1/balance')).body['available'] as readonly { readonly amount: number }[])[0]?.amount

describe('a lever', () => {
  it('lets a payout fail, and its money come back', async () => {
    const hands = await funded()
    const { body } = await hands.post('/v1/payouts', { amount: 500, currency: 'usd' })
    await hands.emulator.lever('fail-payout', key, { payout: body['id'], failure_code: 'account_closed' })
    const failed = await hands.get(`/v1/payouts/${String(body['id'])}`, { 'expand[]': 'failure_balance_transaction' })
    expect(failed.body).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
      failure_balance_transaction: { type: 'payout_failure', amount: 500 },
    })
    expect(await available(hands)).toBe(9680)
  })

  it('pays out on schedule, which nobody can cancel', async () => {
    const hands = await funded()
    const payout = (await hands.emulator.lever('pay-out-automatically', key, {})) as { readonly id: string }
    expect(payout).toMatchObject({ automatic: true, amount: 9680 })
    expect((await hands.post(`/v1/payouts/${payout.id}/cancel`)).status).toBe(400)
    await expect(hands.emulator.lever('pay-out-automatically', key, {})).rejects.toThrow('Nothing is available')
  })

  it('lets a refund fail', async () => {
    const hands = await funded()
    const charge = await hands.post('/v1/charges', { amount: 100, currency: 'usd', source: 'tok_visa' })
    const { body } = await hands.post('/v1/refunds', { charge: String(charge.body['id']) })
    await hands.emulator.lever('fail-refund', key, { refund: body['id'] })
    expect((await hands.get(`/v1/refunds/${String(body['id'])}`)).body['status']).toBe('failed')
  })

  it.for([
    ['cvc', 'tok_cvcCheckFail', 'incorrect_cvc'],
    ['zip', 'tok_avsZipFail', 'incorrect_zip'],
  ] as const)('switches the built-in rule for %s', async ([rule, source, code]) => {
    const { emulator, post } = client()
    const charge = { amount: 100, currency: 'usd', source }
    expect((await post('/v1/charges', charge)).status).toBe(200)
    await emulator.lever('set-rules', key, { [rule]: true })
    expect((await post('/v1/charges', charge)).body).toMatchObject({ error: { type: 'card_error', code } })
    await emulator.lever('set-rules', key, { [rule]: false })
    expect((await post('/v1/charges', charge)).status).toBe(200)
  })

  it.for([
    [429, 'rate_limit_error'],
    [503, 'api_error'],
  ] as const)('lets the next requests meet %i', async ([status, type]) => {
    const { emulator, get } = client()
    await emulator.lever('fail-next', key, { status, times: 2 })
    for (const answer of [await get('/v1/balance'), await get('/v1/balance')]) {
      expect([answer.status, answer.body]).toMatchObject([status, { error: { type } }])
    }
    expect((await get('/v1/balance')).status).toBe(200)
  })

  it('that does not exist, or an account that does not, is refused', async () => {
    const { emulator } = client()
    await expect(emulator.lever('fly', key, {})).rejects.toThrow(UnknownLever)
    await expect(emulator.lever('toString', key, {})).rejects.toThrow(UnknownLever)
    await expect(emulator.lever('fail-next', 'sk_test_invalid', { status: 429 })).rejects.toThrow('No account')
    await expect(emulator.lever('fail-next', key, { status: 404 })).rejects.toThrow('"status"')
    await expect(emulator.lever('fail-payout', key, { payout: 'po_none' })).rejects.toThrow('po_none')
  })
})
