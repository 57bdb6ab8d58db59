import { describe, expect, it } from 'vitest'
import { charge, link, open, payout } from './harness.ts'
import type { Answer, Hands, Linked } from './harness.ts'

type Kind = 'charge' | 'payout'

const make = async (
  hands: Hands,
  { token }: Linked,
  kind: Kind,
  config: object = {},
  parts: object = {},
): Promise<Answer> =>
  kind === 'charge'
    ? hands.send('POST', '/v1/charges', charge(token, { config: { balance_check: 'disabled', ...config }, ...parts }))
    : hands.send('POST', '/v1/payouts', payout(token, { config, ...parts }))

const path = (kind: Kind, id: string): string => `/v1/${kind}s/${id}`

/** Ways to bring a payment into each status. */
const ways: Readonly<Record<string, { readonly outcome?: string; readonly action?: string; readonly wait: number }>> = {
  created: { wait: 0 },
  scheduled: { wait: 10 },
  on_hold: { action: 'hold', wait: 0 },
  pending: { wait: 70 },
  paid: { outcome: 'paid', wait: 200 },
  failed: { outcome: 'failed_insufficient_funds', wait: 200 },
  reversed: { outcome: 'reversed_insufficient_funds', wait: 900 },
  cancelled: { action: 'cancel', wait: 0 },
}

async function bring(hands: Hands, linked: Linked, kind: Kind, status: string): Promise<string> {
  const { outcome = 'standard', action, wait } = ways[status] ?? { wait: 0 }
  const { id } = (await make(hands, linked, kind, { sandbox_outcome: outcome })).body.data
  if (action !== undefined) await hands.send('PUT', `${path(kind, id)}/${action}`, { reason: 'Test' })
  await hands.emulator.advance(wait)
  expect((await hands.send('GET', path(kind, id))).body.data.status).toBe(status)
  return id as string
}

const open3 = ['created', 'scheduled', 'on_hold']
const allowed: Readonly<Record<string, readonly string[]>> = {
  update: open3,
  hold: ['created', 'scheduled'],
  release: ['on_hold'],
  cancel: open3,
  resubmit: ['failed', 'reversed', 'cancelled'],
  refund: ['paid'],
}

function act(hands: Hands, kind: Kind, id: string, action: string): Promise<Answer> {
  const update = { amount: 1, description: null, payment_date: '2026-03-02' }
  if (action === 'update') return hands.send('PUT', path(kind, id), update)
  const method = action === 'resubmit' || action === 'refund' ? 'POST' : 'PUT'
  return hands.send(method, `${path(kind, id)}/${action}`, {})
}

describe.for<Kind>(['charge', 'payout'])('a %s', (kind) => {
  it.for(Object.keys(ways))('that is %s allows what the table says', async (status) => {
    for (const [action, statuses] of Object.entries(allowed)) {
      if (kind === 'payout' && action === 'refund') continue
      const hands = open()
      const id = await bring(hands, await link(hands), kind, status)
      const before = (await hands.send('GET', path(kind, id))).body.data
      const answer = await act(hands, kind, id, action)
      const success = action === 'resubmit' || action === 'refund' ? 201 : 200
      expect([action, answer.status]).toEqual([action, statuses.includes(status) ? success : 422])
      const after = (await hands.send('GET', path(kind, id))).body.data
      expect(statuses.includes(status) ? before : after).toEqual(before)
      expect(after.status_history.slice(0, before.status_history.length)).toEqual(before.status_history)
    }
  })

  it.for([
    ['standard', 'paid', 'ok', 'system', undefined],
    ['paid', 'paid', 'ok', 'system', undefined],
    ['on_hold_daily_limit', 'on_hold', 'amount_too_large', 'watchtower', undefined],
    ['cancelled_for_fraud_risk', 'cancelled', 'payment_blocked', 'watchtower', undefined],
    ['cancelled_for_balance_check', 'cancelled', 'insufficient_funds', 'watchtower', undefined],
    ['failed_insufficient_funds', 'failed', 'insufficient_funds', 'bank_decline', 'R01'],
    ['failed_closed_bank_account', 'failed', 'closed_bank_account', 'bank_decline', 'R02'],
    ['failed_customer_dispute', 'failed', 'disputed', 'customer_dispute', 'R05'],
    ['failed_not_authorized', 'failed', 'disputed', 'customer_dispute', 'R29'],
    ['reversed_insufficient_funds', 'reversed', 'insufficient_funds', 'bank_decline', 'R01'],
    ['reversed_closed_bank_account', 'reversed', 'closed_bank_account', 'bank_decline', 'R02'],
    ['reversed_customer_dispute', 'reversed', 'disputed', 'customer_dispute', 'R05'],
    ['reversed_not_authorized', 'reversed', 'disputed', 'customer_dispute', 'R29'],
  ] as const)('with outcome %s ends as %s', async ([outcome, status, reason, source, code]) => {
    const hands = open()
    const { id } = (await make(hands, await link(hands), kind, { sandbox_outcome: outcome })).body.data
    await hands.emulator.advance(3600)
    const { data } = (await hands.send('GET', path(kind, id))).body
    expect(data.status).toBe(status)
    expect([data.status_details.reason, data.status_details.source, data.status_details.code]).toEqual([
      reason,
      source,
      code,
    ])
    expect(data.status_history.at(-1)).toEqual({ status, ...data.status_details })
    const statuses = data.status_history.map((entry: { status: string }) => entry.status)
    const usual = ['created', 'scheduled', 'pending', 'pending', 'pending', 'paid', 'reversed']
    const way = status === 'reversed' ? usual : [...usual.slice(0, usual.indexOf('paid')), status]
    const short = [...(status === 'on_hold' || status === 'cancelled' ? ['created'] : way.slice(0, -1)), status]
    expect(statuses).toEqual(short)
  })

  it('goes on after a hold was released, and only then', async () => {
    const hands = open()
    const id = await bring(hands, await link(hands), kind, 'on_hold')
    await hands.emulator.advance(9000)
    expect((await hands.send('GET', path(kind, id))).body.data.status).toBe('on_hold')
    expect((await hands.send('PUT', `${path(kind, id)}/release`, {})).body.data.status).toBe('created')
    await hands.emulator.advance(200)
    expect((await hands.send('GET', path(kind, id))).body.data.status).toBe('paid')
  })

  it('is held from the start where it says so', async () => {
    const hands = open()
    const config = { auto_hold: true, auto_hold_message: 'Look at it first' }
    const { data } = (await make(hands, await link(hands), kind, config)).body
    expect(data).toMatchObject({
      status: 'on_hold',
      status_details: { reason: 'auto_hold', message: 'Look at it first' },
    })
  })

  it('waits for its date in New York', async () => {
    const hands = open({ start: Date.parse('2026-03-03T03:30:00Z') })
    const linked = await link(hands)
    expect((await make(hands, linked, kind, {}, { payment_date: '2026-03-01' })).status).toBe(422)
    const { id } = (await make(hands, linked, kind, {}, { payment_date: '2026-03-03' })).body.data
    expect((await make(hands, linked, kind, {}, { payment_date: '2026-03-02' })).status).toBe(201)
    await hands.emulator.advance(5400 - 1)
    expect((await hands.send('GET', path(kind, id))).body.data.status).toBe('scheduled')
    await hands.emulator.advance(2)
    expect((await hands.send('GET', path(kind, id))).body.data.status).toBe('pending')
  })

  it('has an external id of its own', async () => {
    const hands = open()
    const linked = await link(hands)
    const parts = { external_id: 'order-x' }
    expect((await make(hands, linked, kind, {}, parts)).status).toBe(201)
    expect((await make(hands, linked, kind, {}, parts)).body.error.items[0].reference).toBe(`${kind}.external_id`)
    expect((await make(hands, linked, kind === 'charge' ? 'payout' : 'charge', {}, parts)).status).toBe(201)
  })

  it('keeps its metadata until an update replaces it', async () => {
    const hands = open()
    const { id } = (await make(hands, await link(hands), kind, {}, { metadata: { a: '1', b: '2' } })).body.data
    const update = { amount: 5, description: 'New', payment_date: '2026-03-02' }
    expect((await hands.send('PUT', path(kind, id), update)).body.data.metadata).toEqual({ a: '1', b: '2' })
    const replaced = await hands.send('PUT', path(kind, id), { ...update, metadata: { c: '3' } })
    expect(replaced.body.data.metadata).toEqual({ c: '3' })
  })
})

describe('returns', () => {
  it('as not authorized block the bank account, once liftable', async () => {
    const hands = open()
    const first = await link(hands)
    const second = await link(hands)
    const read = async ({ paykeyId }: Linked) => (await hands.send('GET', `/v1/paykeys/${paykeyId}`)).body.data
    for (const eligible of [true, false]) {
      await make(hands, first, 'charge', { sandbox_outcome: 'failed_not_authorized' })
      await hands.emulator.advance(200)
      expect(await read(first)).toMatchObject({ status: 'blocked', unblock_eligible: eligible })
      expect((await read(second)).status).toBe('blocked')
      const lifted = await hands.send('PATCH', `/v1/paykeys/${first.paykeyId}/unblock`, {})
      expect(lifted.status).toBe(eligible ? 200 : 422)
    }
    const doomed = (await make(hands, first, 'charge')).body.data
    await hands.emulator.advance(5)
    expect((await hands.send('GET', path('charge', doomed.id))).body.data).toMatchObject({
      status: 'failed',
      status_details: { reason: 'invalid_paykey', source: 'watchtower', code: 'R29' },
    })
    const bank = { routing_number: '021000021', account_number: '000123456789', account_type: 'checking' }
    const barred = await hands.send('POST', '/v1/bridge/bank_account', { ...bank, customer_id: second.customerId })
    expect(barred.status).toBe(422)
  })
})

describe('balance checks', () => {
  it('that are required fail where no balance can be read', async () => {
    const hands = open()
    const { id } = (await make(hands, await link(hands), 'charge', { balance_check: 'required' })).body.data
    await hands.emulator.advance(5)
    expect((await hands.send('GET', path('charge', id))).body.data).toMatchObject({
      status: 'failed',
      status_details: { reason: 'insufficient_funds', source: 'watchtower' },
    })
  })
})

describe('refunds', () => {
  it('pay a charge back by a payout, in full or in part', async () => {
    const hands = open()
    const id = await bring(hands, await link(hands), 'charge', 'paid')
    const refund = (body?: object) => hands.send('POST', `${path('charge', id)}/refund`, body)
    for (const amount of [1251, 0, -1]) {
      const refused = await refund({ amount })
      expect([refused.status, refused.body.error.items[0].reference]).toEqual([422, 'charge.amount'])
    }
    const { data } = (await refund()).body
    expect(data).toMatchObject({ amount: 1250, is_refund: true, related_payments: [{ id, relationship: 'original' }] })
    const { data: original } = (await hands.send('GET', path('charge', id))).body
    expect(original).toMatchObject({ has_refund: true, related_payments: [{ id: data.id, relationship: 'refund' }] })
    const second = (await refund({ amount: 1 })).body.data
    await hands.emulator.advance(200)
    expect((await hands.send('GET', path('payout', data.id))).body.data.status).toBe('paid')
    expect((await hands.send('GET', path('payout', second.id))).body.data).toMatchObject({
      status: 'cancelled',
      status_details: { reason: 'payment_blocked', source: 'watchtower' },
    })
  })
})

describe('funding', () => {
  it('settles paid charges once and takes reversed ones back', async () => {
    const hands = open()
    const linked = await link(hands)
    const simulate = () => hands.send('POST', '/v1/funding_events/simulate', { funding_event_job_type: 'charges' })
    expect((await simulate()).status).toBe(422)
    const kept = (await make(hands, linked, 'charge', { sandbox_outcome: 'paid' }, { amount: 300 })).body.data
    const lost = (
      await make(hands, linked, 'charge', { sandbox_outcome: 'reversed_insufficient_funds' }, { amount: 50 })
    ).body.data
    await hands.emulator.advance(200)
    const { id } = (await simulate()).body.data
    const event = (await hands.send('GET', `/v1/funding_events/${id}`)).body.data
    expect(event).toMatchObject({ amount: 350, payment_count: 2, direction: 'deposit', event_type: 'charge_deposit' })
    const payments = (await hands.send('GET', `/v1/funding_event_payments/${id}`)).body.data
    expect(new Set(payments.map((payment: { id: string }) => payment.id))).toEqual(new Set([kept.id, lost.id]))
    expect((await simulate()).status).toBe(422)
    await hands.emulator.advance(400)
    expect((await simulate()).status).toBe(201)
    const events = (await hands.send('GET', '/v1/funding_events?direction=withdrawal')).body.data
    expect(events).toMatchObject([{ amount: 50, event_type: 'charge_reversal' }])
    expect((await hands.send('GET', path('charge', lost.id))).body.data.funding_ids).toEqual([id, events[0].id])
  })
})
