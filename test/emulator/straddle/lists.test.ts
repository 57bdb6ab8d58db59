import { describe, expect, it } from 'vitest'
import { charge, customer, link, open, payout } from './harness.ts'
import type { Hands } from './harness.ts'

async function seven(): Promise<Hands> {
  const hands = open()
  for (const name of ['Eve', 'Bob', 'Gil', 'Ada', 'Fay', 'Cyd', 'Dan']) {
    await hands.send(
      'POST',
      '/v1/customers',
      customer({ name, external_id: `id-${name}`, type: name < 'D' ? 'individual' : 'business' }),
    )
    await hands.emulator.advance(60)
  }
  return hands
}

const names = async ({ send }: Hands, query: string): Promise<readonly string[]> =>
  ((await send('GET', `/v1/customers?${query}`)).body.data as readonly { name: string }[]).map(({ name }) => name)

describe('pages', () => {
  it('joined are the whole, at every size and in every order', async () => {
    const hands = await seven()
    const orders = [
      'sort_by=name&sort_order=asc',
      'sort_by=name&sort_order=desc',
      'sort_by=created_at',
      'sort_by=created_at&sort_order=desc',
    ]
    for (const order of orders) {
      const whole = await names(hands, order)
      expect(whole).toHaveLength(7)
      for (const size of [1, 2, 3, 6, 7, 8]) {
        const pages = Array.from({ length: Math.ceil(7 / size) }, (_, index) =>
          names(hands, `${order}&page_size=${size}&page_number=${index + 1}`),
        )
        expect((await Promise.all(pages)).flat()).toEqual(whole)
      }
    }
    expect(await names(hands, 'sort_by=name')).toEqual(['Ada', 'Bob', 'Cyd', 'Dan', 'Eve', 'Fay', 'Gil'])
    expect(await names(hands, 'sort_by=created_at&sort_order=desc')).toEqual([
      'Dan',
      'Cyd',
      'Fay',
      'Ada',
      'Gil',
      'Bob',
      'Eve',
    ])
  })

  it('tell where they are', async () => {
    const { send } = await seven()
    const meta = async (query: string) => (await send('GET', `/v1/customers?${query}`)).body.meta
    expect(await meta('')).toMatchObject({
      page_number: 1,
      page_size: 100,
      max_page_size: 1000,
      total_items: 7,
      total_pages: 1,
      sort_by: 'name',
      sort_order: 'asc',
    })
    expect(await meta('page_size=3&page_number=9&sort_order=desc&sort_by=created_at')).toMatchObject({
      page_number: 9,
      page_size: 3,
      total_items: 7,
      total_pages: 3,
      sort_by: 'created_at',
      sort_order: 'desc',
    })
    expect((await send('GET', '/v1/customers?page_number=9')).body.data).toEqual([])
  })

  it.for([
    'page_size=0',
    'page_size=1001',
    'page_size=x',
    'page_number=0',
    'sort_by=shoe',
    'sort_order=up',
    'status=odd',
    'created_from=now',
  ])('refuse %s', async (query) => {
    const refused = await open().send('GET', `/v1/customers?${query}`)
    expect([refused.status, refused.body.error.items[0].reference]).toEqual([400, query.split('=')[0]])
  })
})

describe('filters', () => {
  it('narrow customers', async () => {
    const hands = await seven()
    expect(await names(hands, 'name=a')).toEqual(['Ada', 'Dan', 'Fay'])
    expect(await names(hands, 'external_id=id-Bob')).toEqual(['Bob'])
    expect(await names(hands, 'types=business')).toEqual(['Dan', 'Eve', 'Fay', 'Gil'])
    expect(await names(hands, 'types=business&types=individual')).toHaveLength(7)
    expect(await names(hands, 'types=business,individual')).toHaveLength(7)
    expect(await names(hands, 'status=review')).toEqual([])
    expect(await names(hands, 'search_text=ID-G')).toEqual(['Gil'])
    expect(await names(hands, 'created_from=2026-03-02T15:05:00Z&sort_by=created_at')).toEqual(['Cyd', 'Dan'])
    expect(await names(hands, 'created_to=2026-03-02T15:00:00Z')).toEqual(['Eve'])
    expect(await names(hands, 'created_to=2026-03-02')).toHaveLength(7)
    expect(await names(hands, 'limit=1&unknown=2')).toHaveLength(7)
  })

  it('narrow payments', async () => {
    const hands = open()
    const { token, paykeyId, customerId } = await link(hands)
    const made = []
    for (const amount of [900, 1000, 10_000]) {
      made.push(
        (await hands.send('POST', '/v1/charges', charge(token, { amount, metadata: { n: String(amount) } }))).body.data,
      )
    }
    made.push((await hands.send('POST', '/v1/payouts', payout(token, { amount: 5 }))).body.data)
    const amounts = async (query: string): Promise<readonly number[]> =>
      ((await hands.send('GET', `/v1/payments?${query}`)).body.data as readonly { amount: number }[]).map(
        ({ amount }) => amount,
      )
    expect(await amounts('sort_by=amount')).toEqual([5, 900, 1000, 10_000])
    expect(await amounts('sort_by=amount&sort_order=desc&min_amount=900&max_amount=1000')).toEqual([1000, 900])
    expect(await amounts('payment_type=payout')).toEqual([5])
    expect(await amounts(`payment_id=${made[1].id}`)).toEqual([1000])
    expect(await amounts(`external_id=${made[0].external_id}`)).toEqual([900])
    expect(await amounts(`paykey_id=${paykeyId}&customer_id=${customerId}&paykey=${token}`)).toHaveLength(4)
    expect(await amounts('min_payment_date=2026-03-03')).toEqual([])
    expect(await amounts('payment_status=created&payment_status=paid')).toHaveLength(4)
    await hands.emulator.advance(200)
    expect(await amounts('payment_status=created,pending')).toEqual([])
    expect(await amounts('status_reason=ok&status_source=system&min_effective_at=2026-03-02')).toHaveLength(4)
  })

  it('show metadata of payments to those who ask', async () => {
    const hands = open()
    const { token } = await link(hands)
    await hands.send('POST', '/v1/charges', charge(token, { metadata: { a: 'b' } }))
    expect((await hands.send('GET', '/v1/payments')).body.data[0]).not.toHaveProperty('metadata')
    expect((await hands.send('GET', '/v1/payments?include_metadata=true')).body.data[0].metadata).toEqual({ a: 'b' })
  })
})
