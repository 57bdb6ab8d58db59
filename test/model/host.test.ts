import { describe, expect, it } from 'vitest'
import { canonicalHost, isLoopback } from '../../model/host.ts'

describe('a host', () => {
  it.each([
    ['API.Stripe.COM', 'api.stripe.com'],
    ['api.stripe.com.', 'api.stripe.com'],
    ['api.stripe.com..', 'api.stripe.com'],
    ['api.stripe.com:8443', 'api.stripe.com'],
    ['https://api.stripe.com/v1', 'api.stripe.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['ａｐｉ.stripe.com', 'api.stripe.com'],
    ['localhost', 'localhost'],
    ['localhost.', 'localhost'],
    ['mock.localhost', 'localhost'],
    ['127.0.0.1', 'localhost'],
    ['127.1', 'localhost'],
    ['2130706433', 'localhost'],
    ['0x7f000001', 'localhost'],
    ['127.255.0.3', 'localhost'],
    ['::1', 'localhost'],
    ['[::1]', 'localhost'],
    ['[::1]:8080', 'localhost'],
    ['::ffff:127.0.0.1', 'localhost'],
    ['128.0.0.1', '128.0.0.1'],
    ['127.0.0.1.example', '127.0.0.1.example'],
    ['localhost.example', 'localhost.example'],
    ['2001:DB8::1', '[2001:db8::1]'],
  ])('%s is compared as %s', (written, host) => expect(canonicalHost(written)).toBe(host))

  it.each(['', ' ', 'a b', 'https://', '[::', 'exa^mple'])('is none: %j', (text) => {
    expect(canonicalHost(text)).toBeUndefined()
  })

  it('of this machine is known in every form', () => {
    for (const origin of ['http://localhost.:1', 'http://127.1', 'http://[::1]', 'http://a.localhost'])
      expect(isLoopback(new URL(origin))).toBe(true)
    for (const origin of ['http://127.0.0.1.nip.example', 'http://0.0.0.0', 'http://10.0.0.1'])
      expect(isLoopback(new URL(origin))).toBe(false)
  })
})
