import { describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { eventsOf, signatureFits, stampOf, webhookHeader } from '../../../suites/straddle/deliveries.ts'
import { exchange } from './exchange.ts'

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
const event = { event_type: 'customer.created.v1', event_id: 'e', account_id: 'a', data: { id: 'c' } }
const time = new Date('2026-01-01T10:00:00Z')

function delivery(prefix: 'webhook' | 'svix', signature?: string) {
  const signed = signature ?? new Webhook(secret).sign('msg_1', time, JSON.stringify(event))
  const headers = [
    [`${prefix}-id`, 'msg_1'],
    [`${prefix}-timestamp`, String(time.getTime() / 1000)],
    [`${prefix}-signature`, signed],
  ] as const
  return exchange({ inbound: true, sent: event, requestHeaders: headers })
}

describe('the signature of a webhook', () => {
  it.for(['webhook', 'svix'] as const)(
    'is accepted as the standardwebhooks package makes it, under %s headers',
    (prefix) => {
      expect(signatureFits(delivery(prefix), secret)).toBe(true)
      expect(stampOf(delivery(prefix))).toBe(time.getTime())
    },
  )

  it('is refused over another body, under another secret, or missing', () => {
    const other = new Webhook(secret).sign('msg_1', time, '{}')
    expect(signatureFits(delivery('webhook', other), secret)).toBe(false)
    expect(
      signatureFits(delivery('webhook'), `whsec_${Buffer.from('another secret of 24 byte').toString('base64')}`),
    ).toBe(false)
    expect(signatureFits(exchange({ inbound: true, sent: event }), secret)).toBe(false)
  })

  it('is one of several', () => {
    const own = webhookHeader(delivery('webhook'), 'signature') ?? ''
    expect(signatureFits(delivery('webhook', `v1,AAAA ${own}`), secret)).toBe(true)
  })
})

describe('the events of a resource', () => {
  it('are found by type and id', () => {
    const all = [delivery('webhook'), exchange({ inbound: true })]
    expect(eventsOf(all, 'customer.created.v1', 'c')).toHaveLength(1)
    expect(eventsOf(all, 'customer.event.v1', 'c')).toEqual([])
    expect(eventsOf(all, 'customer.created.v1', 'd')).toEqual([])
  })
})
