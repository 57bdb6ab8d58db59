import { describe, expect, it } from 'vitest'
import { customer, link, open } from './harness.ts'

describe('customers', () => {
  it.for([
    ['standard', 'verified'],
    ['verified', 'verified'],
    ['review', 'review'],
    ['rejected', 'rejected'],
  ] as const)('with outcome %s are %s, at once or after a while', async ([outcome, status]) => {
    const { send, emulator } = open()
    const inline = await send('POST', '/v1/customers', customer({ config: { sandbox_outcome: outcome } }))
    expect(inline.body.data.status).toBe(status)
    const config = { sandbox_outcome: outcome, processing_method: 'background' }
    const behind = (await send('POST', '/v1/customers', customer({ config }))).body.data
    expect([behind.status, behind.config]).toEqual(['pending', config])
    await emulator.advance(5)
    expect((await send('GET', `/v1/customers/${behind.id}`)).body.data.status).toBe(status)
  })

  it('are decided on in review only', async () => {
    const { send } = open()
    for (const outcome of ['verified', 'rejected']) {
      const { id } = (await send('POST', '/v1/customers', customer({ config: { sandbox_outcome: outcome } }))).body.data
      expect((await send('PATCH', `/v1/customers/${id}/review`, { status: 'verified' })).status).toBe(422)
      expect((await send('GET', `/v1/customers/${id}/review`)).status).toBe(200)
    }
    const { id } = (await send('POST', '/v1/customers', customer({ config: { sandbox_outcome: 'review' } }))).body.data
    expect((await send('PATCH', `/v1/customers/${id}/review`, { status: 'inactive' })).status).toBe(400)
    const decided = await send('PATCH', `/v1/customers/${id}/review`, { status: 'rejected' })
    expect(decided.body.data.status).toBe('rejected')
  })

  it('hide personal data but from the unmasked read', async () => {
    const { send } = open()
    const profile = { ein: '12-3456789', legal_business_name: 'Example Ltd', website: 'https://example.com' }
    const made = await send('POST', '/v1/customers', customer({ type: 'business', compliance_profile: profile }))
    const path = `/v1/customers/${made.body.data.id}`
    for (const { text } of [
      made,
      await send('GET', path),
      await send('GET', `${path}/review`),
      await send('GET', '/v1/customers'),
    ]) {
      expect(text).not.toContain('12-3456789')
      expect(text).not.toContain('192.0.2.7')
    }
    const unmasked = await send('GET', `${path}/unmasked`)
    expect(unmasked.body.data).toMatchObject({ compliance_profile: profile, device: { ip_address: '192.0.2.7' } })
  })

  it('are listed in brief', async () => {
    const { send } = open()
    await send('POST', '/v1/customers', customer({ metadata: { a: 'b' } }))
    expect(Object.keys((await send('GET', '/v1/customers')).body.data[0]).toSorted()).toEqual(
      ['created_at', 'email', 'id', 'name', 'phone', 'status', 'type', 'updated_at'].toSorted(),
    )
  })

  it('are gone once removed', async () => {
    const { send } = open()
    const { id } = (await send('POST', '/v1/customers', customer())).body.data
    expect((await send('DELETE', `/v1/customers/${id}`)).body.data.id).toBe(id)
    expect((await send('GET', `/v1/customers/${id}`)).status).toBe(404)
    expect((await send('GET', '/v1/customers')).body.meta.total_items).toBe(0)
  })
})

describe('paykeys', () => {
  it('are refused to rejected customers, whatever the outcome', async () => {
    const { send } = open()
    const { id } = (await send('POST', '/v1/customers', customer({ config: { sandbox_outcome: 'rejected' } }))).body
      .data
    const bank = {
      customer_id: id,
      routing_number: '021000021',
      account_number: '000123456789',
      account_type: 'savings',
    }
    const refused = await send('POST', '/v1/bridge/bank_account', { ...bank, config: { sandbox_outcome: 'active' } })
    expect(refused.status).toBe(422)
    expect(refused.body.error).not.toHaveProperty('items')
    expect((await send('POST', '/v1/bridge/bank_account', { ...bank, customer_id: crypto.randomUUID() })).status).toBe(
      422,
    )
  })

  it.for([
    ['standard', 'active'],
    ['active', 'active'],
    ['review', 'review'],
    ['rejected', 'rejected'],
  ] as const)('with outcome %s are %s', async ([outcome, status]) => {
    const hands = open()
    const { paykeyId } = await link(hands, { config: { sandbox_outcome: outcome } })
    const path = `/v1/paykeys/${paykeyId}`
    expect((await hands.send('GET', path)).body.data.status).toBe(status)
    const decided = await hands.send('PATCH', `${path}/review`, { status: 'active' })
    expect(decided.status).toBe(status === 'review' ? 200 : 422)
    const refreshed = await hands.send('PUT', `${path}/refresh_review`)
    expect([refreshed.status, refreshed.body.data.status]).toEqual([202, 'pending'])
    await hands.emulator.advance(5)
    expect((await hands.send('GET', path)).body.data.status).toBe(status)
  })

  it('show the whole account number in one place only', async () => {
    const hands = open()
    const { paykeyId, token } = await link(hands)
    const path = `/v1/paykeys/${paykeyId}`
    const seen = await Promise.all(
      ['/v1/paykeys', path, `${path}/review`, `${path}/reveal`].map((each) => hands.send('GET', each)),
    )
    for (const { text } of seen) expect(text).not.toContain('000123456789')
    for (const { text } of seen.slice(0, 3)) expect(text).not.toContain(token)
    expect((await hands.send('GET', `${path}/unmasked`)).text).toContain('000123456789')
  })

  it('stay inactive once cancelled', async () => {
    const hands = open()
    const { paykeyId } = await link(hands)
    const path = `/v1/paykeys/${paykeyId}`
    expect((await hands.send('PUT', `${path}/cancel`, { reason: 'Enough' })).body.data).toMatchObject({
      status: 'inactive',
      status_details: { message: 'Enough', reason: 'cancel_request', source: 'user_action' },
    })
    for (const [method, action] of [
      ['PUT', 'cancel'],
      ['PUT', 'refresh_review'],
      ['PATCH', 'unblock'],
    ] as const) {
      expect((await hands.send(method, `${path}/${action}`)).status).toBe(422)
    }
  })
})
