import { describe, expect, it } from 'vitest'
import { assertSendable, pathFlaw } from '../../model/request-form.ts'

describe('the path of a request', () => {
  it.each(['/', '/v1/charges', '/v1/charges?limit=1&expand[]=a', '/v1/a%20b', '/v1/..a/.b', '/v1/$count', '/v1/?a=..'])(
    'may be %s',
    (path) => expect(pathFlaw(path)).toBeUndefined(),
  )

  it.each([
    '',
    '*',
    ' ',
    'v1/charges',
    '?limit=1',
    'https://api.example/v1',
    '//api.example/v1',
    '/v1/a b',
    '/v1/\0',
    '/v1/\n',
    '/v1/é',
    '/v1/\u202e',
    '/v1/..',
    '/v1/../x',
    '/v1/.',
    '/v1/%2e%2E/x',
    '/..?a=1',
    '/v1#a',
    '\\\\host\\x',
  ])('may not be %j', (path) => {
    expect(pathFlaw(path)).toBeTypeOf('string')
    expect(() => assertSendable({ path, headers: [] })).toThrow('a request cannot be sent')
  })
})

it('a header field may hold what HTTP can carry', () => {
  expect(() => assertSendable({ path: '/', headers: [['x-name', 'Zo\u00eb\t']] })).not.toThrow()
  for (const value of ['a\nb', '\0', '…', '\u202e'])
    expect(() => assertSendable({ path: '/', headers: [['x-name', value]] })).toThrow('header field x-name')
})
