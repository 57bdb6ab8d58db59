import { describe, expect, it } from 'vitest'
import type { LooseEntry } from '../../../wire/har/loose-entry.ts'
import { recordingOf } from '../../../wire/har/recording.ts'
import { bases, contract, entry } from './entries.ts'

const read = (...entries: readonly LooseEntry[]) => {
  const { exchanges, skipped } = recordingOf(entries, contract, bases)
  return { exchanges: [...exchanges], skipped }
}
const at = (url: string): LooseEntry => entry({ url })

describe('a recording', () => {
  it('counts what it skips, by the reason', () => {
    const { exchanges, skipped } = read(
      entry(),
      at('https://cdn.example/x.js'),
      at('http://api.acme.example/v1/orders/1'),
      at('wss://api.acme.example/v1/orders/1'),
      entry({}, { status: 0 }),
      entry({}, null),
      entry({ method: 'OPTIONS' }),
      entry({}, {}, { _fromCache: 'disk' }),
      entry({}, { content: { size: 300 } }),
    )
    expect(exchanges).toHaveLength(1)
    expect(skipped).toEqual({ otherHosts: 3, noAnswer: 4, noBody: 1, again: 0 })
  })

  it('matches operations below the base that is said', () => {
    const one = (url: string, base: string) =>
      [...recordingOf([at(url)], contract, [base]).exchanges].map(({ operation, request }) => [operation, request.path])
    expect(one('http://localhost:8080/mock/v1/orders/7?expand=a', 'http://localhost:8080/mock')).toEqual([
      ['retrieveOrder', '/v1/orders/7?expand=a'],
    ])
    expect(one('http://localhost:8080/mocking/v1/orders/7', 'http://localhost:8080/mock')).toEqual([])
    expect(one('https://API.acme.example:443/v1/none#top', 'https://api.acme.example')).toEqual([
      [undefined, '/v1/none'],
    ])
  })

  it('reads what HTTP/2 and tools add: pseudo headers, names in any case, custom fields, missing parts', () => {
    const headers = [
      { name: ':authority', value: 'api.acme.example' },
      { name: 'Idempotency-Key', value: 'k1' },
      { name: 'X-Empty' },
    ]
    const [exchange] = read({ ...entry({ headers, postData: null }), _resourceType: 'fetch' } as LooseEntry).exchanges
    expect(exchange?.request.headers).toEqual([
      ['idempotency-key', 'k1'],
      ['x-empty', ''],
    ])
    expect(
      read({ request: { method: 'GET', url: 'https://api.acme.example/v1/orders/1' }, response: { status: 204 } })
        .exchanges[0],
    ).toMatchObject({
      operation: 'retrieveOrder',
      response: { status: 204, content: 'empty' },
      startedAt: 0,
      durationMs: 0,
    })
  })

  it('keeps no key, and tells accounts apart by theirs', () => {
    const keyed = (value: string, name = 'Authorization') =>
      entry({
        headers: [
          { name, value },
          { name: 'Cookie', value: 'session=1' },
        ],
      })
    const { exchanges } = read(
      keyed('Bearer a'),
      keyed('Bearer b'),
      { ...keyed('Bearer a'), startedDateTime: '2030-01-01T00:00:00.000Z' },
      keyed('c', 'x-api-key'),
      entry(),
    )
    expect(exchanges.map(({ request }) => request.credentials)).toEqual([
      { kind: 'account', account: 'account-1' },
      { kind: 'account', account: 'account-2' },
      { kind: 'account', account: 'account-3' },
      { kind: 'none' },
      { kind: 'account', account: 'account-1' },
    ])
    expect(exchanges.flatMap(({ request }) => request.headers)).toEqual([])
  })

  it('takes an export without any key for one that was cleaned, unless the answer says otherwise', () => {
    const { exchanges } = read(entry(), entry({}, { status: 401 }))
    expect(exchanges.map(({ request }) => request.credentials.kind)).toEqual(['account', 'none'])
  })

  it('is put into the order in which answers were complete, with what each came after', () => {
    const timed = (second: number, time: number, url: string) =>
      entry(
        { url: `https://api.acme.example${url}` },
        {},
        { startedDateTime: `2026-01-02T03:04:0${second}.000Z`, time },
      )
    const { exchanges } = read(
      timed(3, 100, '/third'),
      timed(1, 5000, '/last'),
      timed(1, 500, '/first'),
      timed(2, 100, '/second'),
    )
    expect(exchanges.map(({ id, after, request }) => [request.path, id, after])).toEqual([
      ['/first', 1, 0],
      ['/second', 2, 1],
      ['/third', 3, 2],
      ['/last', 4, 0],
    ])
  })
})
