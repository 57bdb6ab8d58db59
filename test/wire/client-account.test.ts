import { describe, expect, it } from 'vitest'
import { stripe } from '../../contracts/stripe/provider.ts'
import { createClientAccount } from '../../wire/client-account.ts'

const basic = (user: string): string => `Basic ${Buffer.from(`${user}:`).toString('base64')}`

describe('the key of a client', () => {
  it.for([
    ['Bearer sk_live_example', true],
    ['Bearer sk_test_example', false],
    [basic('rk_live_example'), true],
    [basic('sk_test_example'), false],
    ['sk_live_example', true],
    ['Bearer [redacted]', undefined],
  ] as const)('%s tells its mode as %s', ([authorization, production]) => {
    const { credentials } = createClientAccount(stripe)([['authorization', authorization]])
    expect(credentials.kind === 'account' ? credentials.production : 'no account').toBe(production)
  })
})
