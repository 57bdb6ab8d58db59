import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../wire/errors.ts'
import { readHar } from '../../../wire/har/read-har.ts'
import { entry, fileWith } from './entries.ts'

const whole = JSON.stringify({
  log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [entry(), entry()] },
})

describe('reading a HAR file', () => {
  it('takes the entries, also after a byte order mark', () => {
    expect(readHar(fileWith(whole))).toHaveLength(2)
    expect(readHar(fileWith(`\uFEFF${whole}`))).toHaveLength(2)
  })

  it.for([
    { name: 'cut off', content: whole.slice(0, -20), says: /is cut off/ },
    { name: 'not JSON', content: '<html>', says: /not readable JSON/ },
    { name: 'empty', content: '', says: /not readable JSON/ },
    { name: 'JSON of another kind', content: '{"openapi":"3.1.0"}', says: /no log\.entries/ },
    { name: 'an array', content: '[]', says: /no log\.entries/ },
    { name: 'an entry without a request', content: '{"log":{"entries":[{}]}}', says: /Entry 1 of the recording/ },
    { name: 'a request without a URL', content: '{"log":{"entries":[{"request":{"method":"GET"}}]}}', says: /Entry 1/ },
  ])('refuses a file that is $name in one sentence', ({ content, says }) => {
    const path = fileWith(content)
    expect(() => [...readHar(path)]).toThrow(says)
    expect(() => [...readHar(path)]).toThrow(UsageError)
    expect(() => [...readHar(path)]).toThrow(/^[^\n]+\.$/)
  })

  it('takes what it can read, and says of the rest that it is no entry', () => {
    const other = {
      request: { method: 'get', url: 'u', headers: { A: 1 } },
      response: { status: '200', headers: 'none' },
    }
    const path = fileWith(JSON.stringify({ log: { entries: [null, {}, { request: { method: 'GET' } }, other] } }))
    expect([...readHar(path)]).toMatchObject([
      undefined,
      undefined,
      undefined,
      {
        request: { method: 'GET', url: 'u', headers: [{ name: 'A', value: '1' }] },
        response: { status: 200, headers: [] },
      },
    ])
  })

  it('refuses a file that is not there', () => {
    expect(() => readHar('/nowhere/at.all')).toThrow(/cannot be read \(ENOENT\)/)
  })
})
