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
    expect(skipped).toEqual({ otherHosts: 3, noAnswer: 4, noBody: 1, again: 0, unreadable: 0 })
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

  it('is in the order in which requests were sent, where each waited for the answer to the one before', () => {
    const sent = (url: string, ms: number, time: number): LooseEntry =>
      entry({ url: `https://api.acme.example/v1/${url}` }, {}, { startedDateTime: new Date(ms).toISOString(), time })
    const orders = (...entries: readonly LooseEntry[]) =>
      read(...entries).exchanges.map(({ request, id, after }) => [request.path, id, after])
    // times are cut off: the second began after 101.9 and was complete before 102.1
    expect(orders(sent('2', 101, 0.4), sent('1', 100, 1.9))).toEqual([
      ['/v1/1', 1, 0],
      ['/v1/2', 2, 1],
    ])
    expect(orders(sent('1', 100, 0), sent('2', 100, 0)).map(([, , after]) => after)).toEqual([0, 1])
  })

  it('tells of what is later than a request whose answer is not known that it may have written', () => {
    const write = { method: 'POST', url: 'https://api.acme.example/v1/orders' }
    const lost = entry(write, { status: 0 }, { startedDateTime: '2026-01-02T03:04:06.000Z' })
    const unread = entry(write, { content: { size: 300 } })
    const later = entry({}, {}, { startedDateTime: '2026-01-02T03:04:07.000Z' })
    const asked = entry({}, { status: 0 })
    const lostAt = (...entries: readonly LooseEntry[]) => read(...entries).exchanges.map((exchange) => exchange.lostAt)
    expect(lostAt(entry(), lost, later)).toEqual([undefined, 3])
    expect(lostAt(unread, later)).toEqual([2])
    expect(lostAt(asked, later)).toEqual([undefined])
  })

  it('takes a key that was masked for one that was not seen', () => {
    const [exchange] = read(entry({ headers: [{ name: 'Authorization', value: 'Bearer [REDACTED]' }] })).exchanges
    expect(exchange?.request.credentials).toEqual({ kind: 'account', account: 'account-1', unseen: true })
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

  it('takes requests for some that lost their key, where many have none', () => {
    const keyed = entry({ headers: [{ name: 'X-Api-Key', value: 'k1' }] })
    const bare = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        entry({}, {}, { startedDateTime: new Date(index * 1000).toISOString() }),
      )
    const kindsOf = (entries: readonly LooseEntry[]) =>
      new Set([...recordingOf(entries, contract, bases).exchanges].map(({ request }) => request.credentials.kind))
    expect(kindsOf([keyed, ...bare(3)])).toEqual(new Set(['account', 'none']))
    expect(kindsOf([keyed, ...bare(4)])).toEqual(new Set(['account']))
  })

  it('tells whether it keeps some response headers only', () => {
    const withHeaders = (...names: readonly string[]) =>
      entry({}, { headers: names.map((name) => ({ name, value: 'x' })) })
    const areSome = (entries: readonly LooseEntry[]) =>
      [...recordingOf(entries, contract, bases).exchanges][0]?.recorded?.areSome
    expect(areSome([withHeaders('Content-Type', 'Request-Id'), withHeaders('Date')])).toBe(true)
    expect(areSome([withHeaders('Content-Type', 'Request-Id', 'Date'), withHeaders('Server')])).toBe(false)
  })

  it('goes by the order of the file where a clock was set back', () => {
    const served = (second: number, startedDateTime: string) =>
      entry(
        { url: `${bases[0]}/v1/orders/${second}` },
        { headers: [{ name: 'date', value: new Date(second * 1000).toUTCString() }] },
        { startedDateTime },
      )
    const file = [served(1, '2026-01-02T05:00:00Z'), served(2, '2026-01-02T04:00:00Z')]
    const paths = (entries: readonly LooseEntry[]) =>
      [...recordingOf(entries, contract, bases).exchanges].map(({ request }) => request.path)
    expect(paths(file)).toEqual(['/v1/orders/1', '/v1/orders/2'])
    expect(paths([...file].toReversed())).toEqual(['/v1/orders/2', '/v1/orders/1'])
  })
})
