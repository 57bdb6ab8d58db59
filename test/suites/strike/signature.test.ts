import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Exchange, Headers } from '../../../suites/model/exchange.ts'
import { isSigned } from '../../../suites/strike/deliveries.ts'

const [body, secret] = ['{"id":"1","data":{"entityId":"2"}}', 'a secret of ours']
const hex = createHmac('sha256', secret).update(body).digest('hex')

function delivery(headers: Headers, sent = body): Exchange {
  const request = { method: 'POST', path: '/hooks', headers, body: sent, credentials: { kind: 'none' as const } }
  const response = { status: 200, headers: [], body: '', content: 'empty' as const }
  return {
    id: 1,
    direction: 'inbound',
    operation: undefined,
    request,
    response,
    attempts: [],
    startedAt: 0,
    durationMs: 0,
  }
}

describe('a delivery is signed', () => {
  it('over exactly its body, in either case of the digits', () => {
    expect(isSigned(delivery([['x-webhook-signature', hex]]), secret)).toBe(true)
    expect(isSigned(delivery([['x-webhook-signature', hex.toUpperCase()]]), secret)).toBe(true)
  })

  it('not when body, secret or header differ', () => {
    expect(isSigned(delivery([['x-webhook-signature', hex]], `${body} `), secret)).toBe(false)
    expect(isSigned(delivery([['x-webhook-signature', hex]]), 'another secret')).toBe(false)
    expect(
      isSigned(delivery([['x-webhook-signature', hex.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))]]), secret),
    ).toBe(false)
    expect(isSigned(delivery([['x-webhook-signature', hex.slice(2)]]), secret)).toBe(false)
    expect(isSigned(delivery([['x-webhook-signature', 'none']]), secret)).toBe(false)
    expect(isSigned(delivery([]), secret)).toBe(false)
  })
})
