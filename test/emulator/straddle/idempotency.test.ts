import { describe, expect, it } from 'vitest'
import { charge, customer, key, link, open } from './harness.ts'
import type { Hands } from './harness.ts'

const under = (value: string, account?: string) => ({ account, headers: { 'idempotency-key': value } })
const total = async ({ send }: Hands, path = '/v1/customers'): Promise<number> =>
  (await send('GET', path)).body.meta.total_items as number

describe('idempotency keys', () => {
  it.for([
    [9, 400],
    [10, 201],
    [40, 201],
    [41, 400],
  ] as const)('of %i characters are answered with %i', async ([length, status]) => {
    const hands = open()
    const made = await hands.send('POST', '/v1/customers', customer(), under('k'.repeat(length)))
    expect(made.status).toBe(status)
    expect(await total(hands)).toBe(status === 201 ? 1 : 0)
  })

  it('replay status, headers and body of a success, and say so', async () => {
    const hands = open()
    const body = customer()
    const first = await hands.send('POST', '/v1/customers', body, under('replayed-key'))
    await hands.send('DELETE', `/v1/customers/${first.body.data.id}`)
    const again = await hands.send('POST', '/v1/customers', body, under('replayed-key'))
    expect([again.status, again.text]).toEqual([201, first.text])
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([
      undefined,
      'true',
    ])
    expect(await total(hands)).toBe(0)
  })

  it.for(['body', 'path', 'method'])('conflict with another %s', async (part) => {
    const hands = open()
    const { token } = await link(hands)
    const made = (await hands.send('POST', '/v1/charges', charge(token))).body.data
    const path = `/v1/charges/${made.id}/hold`
    const first = await hands.send('PUT', path, { reason: 'one' }, under('conflict-key'))
    expect(first.status).toBe(200)
    const other = {
      body: () => hands.send('PUT', path, { reason: 'two' }, under('conflict-key')),
      path: () => hands.send('PUT', `/v1/charges/${made.id}/cancel`, { reason: 'one' }, under('conflict-key')),
      method: () => hands.send('DELETE', `/v1/customers/${made.id}`, { reason: 'one' }, under('conflict-key')),
    }[part]
    const refused = await other?.()
    expect([refused?.status, refused?.body.response_type]).toEqual([409, 'error'])
    expect((await hands.send('GET', `/v1/charges/${made.id}`)).body.data.status).toBe('on_hold')
  })

  it('let one of two requests in flight through', async () => {
    const hands = open()
    const { token } = await link(hands)
    const body = charge(token)
    const statuses = (
      await Promise.all([1, 2, 3].map(() => hands.send('POST', '/v1/charges', body, under('flight-key-1'))))
    ).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(2)
    expect(await total(hands, '/v1/payments')).toBe(1)
  })

  it('are used up by a request that failed', async () => {
    const hands = open()
    expect((await hands.send('POST', '/v1/customers', {}, under('failing-key'))).status).toBe(400)
    expect((await hands.send('POST', '/v1/customers', {}, under('failing-key'))).status).toBe(409)
    expect((await hands.send('POST', '/v1/customers', customer(), under('failing-key'))).status).toBe(409)
    expect(await total(hands)).toBe(0)
  })

  it('are forgotten after 24 hours', async () => {
    const hands = open()
    const send = (parts: object) => hands.send('POST', '/v1/customers', customer(parts), under('daily-key-1'))
    await send({})
    await hands.emulator.advance(24 * 3600 - 1)
    expect((await send({})).status).toBe(409)
    await hands.emulator.advance(1)
    expect((await send({})).status).toBe(201)
  })

  it('of one account say nothing about another', async () => {
    const hands = open()
    const made = await hands.send('POST', '/v1/customers', customer(), under('common-key'))
    const other = await hands.send('POST', '/v1/customers', customer(), under('common-key', 'two'))
    expect([made.status, other.status]).toEqual([201, 201])
    expect(key('one')).not.toBe(key('two'))
  })

  it('mean nothing on reads', async () => {
    const { send } = open()
    expect((await send('GET', '/v1/customers', undefined, under('short'))).status).toBe(200)
  })
})
