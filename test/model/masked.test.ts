import { describe, expect, it } from 'vitest'
import { isMasked } from '../../model/masked.ts'

describe('a masked value', () => {
  it.each([
    '[REDACTED]',
    '<redacted>',
    '{{redacted}}',
    '(filtered)',
    '[value removed]',
    '[redacted by proxy]',
    '[key]',
    '***',
    '***-**-6789',
    '••••6789',
    'REDACTED',
    'sk_test_REDACTED',
    'req_XXXXXXXXXXXX',
    'xxxxxxxx',
    'Bearer [REDACTED]',
  ])('%s is one', (text) => {
    expect(isMasked(text)).toBe(true)
  })

  it.each([
    '',
    'req_A1bcdefgh',
    'hidden',
    'removed',
    'a redacted text',
    'REDACTEDLY',
    'xxx',
    'boxxxxxxes',
    '[1, 2]',
    '***123456789',
    'ada@acme.com',
    '[text 24]',
  ])('%j is none', (text) => {
    expect(isMasked(text)).toBe(false)
  })
})
