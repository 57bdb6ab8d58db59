import { describe, expect, it } from 'vitest'
import { bounded } from '../../emulator/bounded.ts'
import type { Emulator, EmulatorRequest } from '../../emulator/http.ts'
import { measure } from '../../emulator/measure.ts'

const emulator: Emulator = {
  handle: async ({ headers }) => ({
    status: headers.get('authorization') === 'Bearer wrong' ? 401 : 200,
    headers: [],
    body: '{}',
  }),
  now: () => 0,
  advance: () => Promise.resolve(),
  lever: () => Promise.resolve(null),
  reset: () => Promise.resolve(),
  settled: () => Promise.resolve(),
}

const asked = (key: string, more: Partial<EmulatorRequest> = {}): EmulatorRequest => ({
  method: 'POST',
  url: '/v1/things',
  headers: new Map([['authorization', `Bearer ${key}`]]),
  body: '',
  ...more,
})

const said = async (within: Emulator, request: EmulatorRequest) => {
  const { status, body } = await within.handle(request)
  return `${status} ${body}`
}

describe('an emulator within limits', () => {
  it('opens so many accounts, and another when one is reset', async () => {
    const within = bounded(emulator, { limits: { accounts: 2 } })
    for (const key of ['one', 'two', 'wrong', 'one']) await within.handle(asked(key))
    expect(await said(within, asked('three'))).toBe(
      '507 assay emulate: there are 2 accounts already; reset one, or start the emulator anew\n',
    )
    expect(await said(within, asked('two'))).toBe('200 {}')
    await within.lever('reset', 'one', {})
    expect(await said(within, asked('three'))).toBe('200 {}')
  })

  it('keeps so much, answers reading all the same, and keeps more when an account is reset', async () => {
    const within = bounded(emulator, { limits: { keptBytes: 30_000 } })
    for (let count = 0; count < 3; count += 1) await within.handle(asked('one', { body: 'x'.repeat(3_000) }))
    expect(await said(within, asked('two'))).toBe(
      '507 assay emulate: it keeps as much as its memory allows; reset an account, start it anew, or allow more\n',
    )
    expect(await said(within, asked('two', { method: 'GET' }))).toBe('200 {}')
    await within.lever('reset', 'one', {})
    expect(await said(within, asked('two'))).toBe('200 {}')
  })

  it('tells an account by the header that carries keys, where there is one', async () => {
    const within = bounded(emulator, { limits: { accounts: 1 }, keyHeader: 'x-key' })
    const of = (key: string, token: string): EmulatorRequest =>
      asked('', {
        headers: new Map([
          ['authorization', `Bearer ${token}`],
          ['x-key', key],
        ]),
      })
    for (const token of ['a', 'b']) expect(await said(within, of('same', token))).toBe('200 {}')
    expect(await said(within, of('other', 'a'))).toMatch(/^507/)
  })

  it.for([
    ['parameters in a form', { body: 'a=1&'.repeat(2_001) }, 'more than 2000 parameters'],
    ['parameters in a query', { method: 'GET', url: `/v1?${'a&'.repeat(2_001)}` }, 'more than 2000 parameters'],
    ['parameters in JSON', { body: `[${'1,'.repeat(2_001)}1]` }, 'more than 2000 parameters'],
    ['depth in JSON', { body: `${'['.repeat(1_000)}${']'.repeat(1_000)}` }, 'nested more than 64 deep'],
    ['depth in a form', { body: `a${'[b]'.repeat(65)}=1` }, 'nested more than 64 deep'],
    ['depth in a query', { method: 'GET', url: `/v1?a${'%5Bb%5D'.repeat(65)}=1` }, 'nested more than 64 deep'],
  ] as const)('takes no more %s than is said', async ([, more, why]) => {
    const answer = await said(bounded(emulator), asked('one', more))
    expect(answer).toMatch(/^413 assay emulate: /)
    expect(answer).toContain(why)
  })
})

it.each([
  ['', { parameters: 0, depth: 0 }],
  ['a=1&b[c]=2&d[e][f]=', { parameters: 3, depth: 2 }],
  ['{"a":[1,2,{"b":"[[[,,,"}]}', { parameters: 5, depth: 3 }],
  ['{"a":"\\",,\\\\","b":1}', { parameters: 2, depth: 1 }],
  ['no json, nor a form', { parameters: 1, depth: 0 }],
])('%s is measured without being parsed', (text, measured) => expect(measure(text)).toEqual(measured))
