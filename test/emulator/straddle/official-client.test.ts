import Straddle from '@straddlecom/straddle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmulator } from '../../../emulator/module.ts'
import { serve } from '../../../emulator/server.ts'
import type { Served } from '../../../emulator/server.ts'
import { model } from '../../../emulator/straddle/index.ts'
import { key, start } from './harness.ts'

const emulator = createEmulator(model, { seed: 7, start, deliver: () => Promise.resolve(200) })
let served: Served
let client: Straddle

const clientOf = (account: string): Straddle =>
  new Straddle({ apiKey: key(account), baseURL: served.origin, maxRetries: 0, logLevel: 'off' })

beforeAll(async () => {
  served = await serve(emulator, { port: 0 })
  client = clientOf('client')
})
afterAll(() => served.close())

const device = { ip_address: '192.0.2.7' }
let counter = 0

async function makeCustomer(parts: Partial<Straddle.CustomerCreateParams> = {}, by = client) {
  counter += 1
  const { data } = await by.customers.create({
    name: 'Ada Example',
    type: 'individual',
    email: `client${counter}@example.com`,
    phone: '+12025550123',
    device,
    ...parts,
  })
  return data
}

async function makePaykey(by = client) {
  const customer = await makeCustomer({}, by)
  const { data } = await by.bridge.link.bankAccount({
    customer_id: customer.id,
    routing_number: '021000021',
    account_number: '000123456789',
    account_type: 'checking',
  })
  return data
}

function chargeOf(paykey: string, parts: Partial<Straddle.ChargeCreateParams> = {}): Straddle.ChargeCreateParams {
  counter += 1
  return {
    paykey,
    amount: 1250,
    currency: 'USD',
    description: 'Pencils',
    payment_date: '2026-03-02',
    consent_type: 'internet',
    device,
    external_id: `client-${counter}`,
    config: { balance_check: 'disabled', sandbox_outcome: 'paid' },
    ...parts,
  }
}

describe('the official client', () => {
  it('creates, reads, changes and removes a customer', async () => {
    const made = await makeCustomer({
      compliance_profile: { ssn: '123-45-6789', dob: '1990-01-02' },
      metadata: { tier: 'gold' },
    })
    expect(made).toMatchObject({
      status: 'verified',
      metadata: { tier: 'gold' },
      device: { ip_address: '**.**.**.**' },
    })
    expect(made.compliance_profile).toEqual({ ssn: '***-**-****', dob: '****-**-**' })

    const unmasked = await client.customers.unmasked(made.id)
    expect(unmasked.data.compliance_profile).toEqual({ ssn: '123-45-6789', dob: '1990-01-02' })

    const { email, phone, name } = made
    const changed = await client.customers.update(made.id, {
      email,
      phone,
      name: `${name} II`,
      device,
      status: 'inactive',
    })
    expect(changed.data).toMatchObject({ name: 'Ada Example II', status: 'inactive' })

    const removed = await client.customers.delete(made.id)
    expect(removed.data.id).toBe(made.id)
    await expect(client.customers.get(made.id)).rejects.toBeInstanceOf(Straddle.NotFoundError)
  })

  it('decides on a customer in review, once', async () => {
    const made = await makeCustomer({ config: { sandbox_outcome: 'review' } })
    expect(made.status).toBe('review')
    const review = await client.customers.review.get(made.id)
    expect(review.data.customer_details.id).toBe(made.id)
    const decided = await client.customers.review.decision(made.id, { status: 'verified' })
    expect(decided.data.status).toBe('verified')
    await expect(client.customers.review.decision(made.id, { status: 'rejected' })).rejects.toBeInstanceOf(
      Straddle.UnprocessableEntityError,
    )
    const refreshed = await client.customers.review.refreshReview(made.id)
    expect(refreshed.data.status).toBe('pending')
  })

  it('links bank accounts and reads paykeys at every degree of masking', async () => {
    const made = await makePaykey()
    expect(made.paykey).toMatch(/^[0-9a-f]{8}\.\d\d\.[0-9a-f]{64}$/)
    const read = await client.paykeys.get(made.id)
    expect(read.data.paykey).toMatch(/^[0-9a-f]{3}\*{3}\.\d\d\.\*{6}[0-9a-f]{3}$/)
    expect(read.data.bank_data?.account_number).toBe('********6789')
    const revealed = await client.paykeys.reveal(made.id)
    expect([revealed.data.paykey, revealed.data.bank_data?.account_number]).toEqual([made.paykey, '********6789'])
    const unmasked = await client.paykeys.unmasked(made.id)
    expect(unmasked.data.bank_data?.account_number).toBe('000123456789')
  })

  it('opens sessions and links tokens of Plaid and Quiltt', async () => {
    const { id } = await makeCustomer()
    const session = await client.bridge.initialize({ customer_id: id })
    expect(session.data.bridge_token.split('.')).toHaveLength(3)
    const plaid = await client.bridge.link.plaid({ customer_id: id, plaid_token: 'processor-sandbox-1' })
    expect(plaid.data.source).toBe('plaid')
    const quiltt = await client.bridge.link.createPaykey({ customer_id: id, quiltt_token: 'quiltt-1' })
    expect(quiltt.data.source).toBe('quiltt')
    const refreshed = await client.paykeys.updateBalance(plaid.data.id)
    expect(refreshed.data.balance?.status).toBe('pending')
    const cancelled = await client.paykeys.cancel(plaid.data.id, { reason: 'No longer wanted' })
    expect(cancelled.data).toMatchObject({ status: 'inactive', status_details: { reason: 'cancel_request' } })
  })

  it('charges, holds, releases and follows a charge until it is paid', async () => {
    const { paykey } = await makePaykey()
    const { data: charge } = await client.charges.create(chargeOf(paykey))
    expect(charge).toMatchObject({ status: 'created', amount: 1250 })
    expect((await client.charges.hold(charge.id, { reason: 'Wait' })).data.status_details.message).toBe('Wait')
    expect((await client.charges.release(charge.id)).data.status).toBe('created')
    await emulator.advance(200)
    const { data: paid } = await client.charges.get(charge.id)
    expect(paid.status).toBe('paid')
    expect(paid.status_history.map(({ status }) => status)).toEqual([
      'created',
      'on_hold',
      'created',
      'scheduled',
      'pending',
      'pending',
      'pending',
      'paid',
    ])
    expect((await client.charges.unmask(charge.id)).data.paykey).toBe(paykey)
    await expect(client.charges.cancel(charge.id)).rejects.toBeInstanceOf(Straddle.UnprocessableEntityError)
  })

  it('makes, changes and cancels a payout', async () => {
    const { paykey } = await makePaykey()
    const { consent_type: _consent, config: _config, ...body } = chargeOf(paykey)
    const { data: payout } = await client.payouts.create(body)
    const update = { amount: 99, description: 'Less', payment_date: '2026-03-09', metadata: { why: 'asked' } }
    expect((await client.payouts.update(payout.id, update)).data).toMatchObject(update)
    expect((await client.payouts.hold(payout.id, { reason: 'Wait' })).data.status).toBe('on_hold')
    expect((await client.payouts.cancel(payout.id, { reason: 'Never mind' })).data.status).toBe('cancelled')
    expect((await client.payouts.unmask(payout.id)).data.paykey).toBe(paykey)
  })

  it('walks over all pages by itself', async () => {
    const other = clientOf('pages')
    const names = Array.from({ length: 23 }, (_, index) => `Name ${String(index).padStart(2, '0')}`)
    for (const name of names.toReversed()) await makeCustomer({ name }, other)
    const seen: string[] = []
    for await (const each of other.customers.list({ page_size: 5, sort_by: 'name' })) seen.push(each.name)
    expect(seen).toEqual(names)
    const page = await other.customers.list({ page_size: 5, page_number: 5, status: ['verified', 'review'] })
    expect(page.data).toHaveLength(3)
    expect(page.meta).toMatchObject({
      page_number: 5,
      page_size: 5,
      total_items: 23,
      total_pages: 5,
      max_page_size: 1000,
    })
  })

  it('searches payments and lists funding events', async () => {
    const other = clientOf('search')
    const { paykey } = await makePaykey(other)
    const { data: charge } = await other.charges.create(chargeOf(paykey))
    await emulator.advance(200)
    await other.post('/v1/funding_events/simulate', { body: { funding_event_job_type: 'charges' } })
    const found = await other.payments.list({ external_id: charge.external_id, payment_status: ['paid'] })
    expect(found.data.map(({ id }) => id)).toEqual([charge.id])
    const events = await other.fundingEvents.list()
    expect(events.data).toMatchObject([{ amount: 1250, event_type: 'charge_deposit', payment_count: 1 }])
    expect((await other.fundingEvents.get(events.data[0]?.id ?? '')).data.direction).toBe('deposit')
  })

  it('replays a request under its key and meets a conflict as its own class of error', async () => {
    const { paykey } = await makePaykey()
    const body = { ...chargeOf(paykey), 'Idempotency-Key': 'client-key-0001' }
    const first = await client.charges.create(body).withResponse()
    const second = await client.charges.create(body).withResponse()
    expect(second.data).toEqual(first.data)
    expect(first.response.headers.get('idempotent-replayed')).toBeNull()
    expect([second.response.status, second.response.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    await expect(client.charges.create({ ...body, amount: 1 })).rejects.toBeInstanceOf(Straddle.ConflictError)
  })

  it('sees each refusal as the class of its status', async () => {
    const stranger = new Straddle({ apiKey: 'x.invalid.y', baseURL: served.origin, maxRetries: 0 })
    await expect(stranger.customers.list()).rejects.toBeInstanceOf(Straddle.AuthenticationError)
    const refused = makeCustomer({ email: 'not an address' })
    await expect(refused).rejects.toBeInstanceOf(Straddle.BadRequestError)
    await expect(refused).rejects.toMatchObject({
      error: {
        response_type: 'error',
        error: { status: 400, type: 'validation_error', items: [{ reference: 'customer.email' }] },
      },
    })
    const foreign = client.customers.list({ 'Straddle-Account-Id': '5f0c3f0e-0000-4000-8000-000000000000' })
    await expect(foreign).rejects.toBeInstanceOf(Straddle.PermissionDeniedError)
    await emulator.lever('outage', key('client'), { status: 429, times: 1 })
    await expect(client.customers.list()).rejects.toBeInstanceOf(Straddle.RateLimitError)
  })
})
