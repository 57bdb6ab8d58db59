import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Exchange, Headers } from '../../../model/exchange.ts'
import { isSigned } from '../../../suites/strike/deliveries.ts'
import { answered, requestOf } from '../../answered.ts'

const [body, secret] = ['{"id":"1","data":{"entityId":"2"}}', 'a secret of ours']
const hex = createHmac('sha256', secret).update(body).digest('hex')

const delivery = (headers: Headers, sent = body): Exchange =>
  answered({}, 200, {
    direction: 'inbound',
    request: requestOf({ method: 'POST', path: '/hooks', headers, body: sent }),
  })

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
