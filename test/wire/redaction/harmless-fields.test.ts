import { describe, expect, it } from 'vitest'
import { isHarmlessField } from '../../../wire/redaction/harmless-fields.ts'

describe('a header field that no provider documents', () => {
  it.each([
    ['connection', 'keep-alive'],
    ['keep-alive', 'timeout=5, max=100'],
    ['x-powered-by', 'Express'],
    ['server', 'nginx/1.25.3'],
    ['access-control-allow-origin', '*'],
    ['access-control-allow-methods', 'GET, POST'],
    ['strict-transport-security', 'max-age=31556926; includeSubDomains; preload'],
    ['expires', 'Sun, 29 Nov 2026 04:44:57 GMT'],
    ['idempotent-replayed', 'true'],
    ['x-ratelimit-remaining', '99'],
  ])('is stored where its name and the form of its value tell nothing: %s: %s', (name, value) => {
    expect(isHarmlessField(name, value)).toBe(true)
  })

  it.each([
    ['connection', 'Ada Lovelace'],
    ['x-powered-by', 'Express for Ada Lovelace'],
    ['server', 'db-7.internal.example'],
    ['access-control-allow-origin', 'https://shop.example'],
    ['etag', '"8c3-5kXyz"'],
    ['x-request-token', 'true'],
    ['keep-alive', 'timeout=5, token=5'],
    ['x-ratelimit-remaining', '4242424242424242'],
    ['constructor', 'true'],
  ])('is not stored else: %s: %s', (name, value) => {
    expect(isHarmlessField(name, value)).toBe(false)
  })
})
