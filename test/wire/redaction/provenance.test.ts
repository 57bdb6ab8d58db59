import { describe, expect, it } from 'vitest'
import { createProvenance } from '../../../wire/redaction/provenance.ts'
import { exchangeOf } from './exchanges.ts'

type Parts = Parameters<typeof exchangeOf>[0]

/** Who said each value first, after some exchanges. */
function firstOf(values: readonly string[], ...seen: readonly Parts[]): readonly string[] {
  const { see, isTold, isSent } = createProvenance((word) => word === 'customer')
  for (const parts of seen) see(exchangeOf(parts))
  return values.map((value) => (isTold(value) ? 'target' : isSent(value) ? 'suite' : 'nobody'))
}

describe('a value is ours', () => {
  it.each<[string, string, Parts]>([
    ['in a body of JSON', 'Ada', { body: '{"a":[{"b":"Ada"}]}' }],
    ['as a name in JSON', 'Ada', { body: '{"Ada":1}' }],
    ['in a form', 'Ada Lovelace', { body: 'a=1&b=Ada+Lovelace' }],
    ['in a form, encoded', 'ada@acme.com', { body: 'b=ada%40acme.com' }],
    ['as a name in a form', 'Ada', { body: 'metadata[Ada]=1' }],
    ['in a query', 'a=b', { path: '/v1?x=a%3Db' }],
    ['in a path', 'Ada', { path: '/v1/Ada/x?y=1' }],
    ['in a header', 'key 1', { headers: [['idempotency-key', 'key 1']] }],
  ])('%s of a request', (_, value, parts) => {
    expect(firstOf([value], parts)).toEqual(['suite'])
    expect(firstOf([value], parts, { answer: JSON.stringify([value]) }, parts)).toEqual(['suite'])
  })
})

describe('a value is the target’s', () => {
  it.each<[string, string, Parts]>([
    ['in an answer', 'Ada', { answer: '{"a":[{"b":"Ada"}]}' }],
    ['as a name in an answer', 'Ada', { answer: '{"Ada":1}' }],
    ['in a header', 'Ada', { answerHeaders: [['x-name', 'Ada']] }],
    ['in an address', 'Ada', { answer: '{"url":"/v1/x?name=Ada"}' }],
    ['in an address, encoded', 'Ada L', { answer: '{"url":"https://shop.example/Ada%20L/x"}' }],
    ['in a delivery', 'Ada', { direction: 'inbound', body: '{"a":"Ada"}' }],
  ])('%s', (_, value, parts) => {
    const repeated = { body: JSON.stringify({ a: value }) }
    expect(firstOf([value], parts)).toEqual(['target'])
    expect(firstOf([value], parts, repeated)).toEqual(['target'])
    expect(firstOf([value], repeated, parts)).toEqual(['suite'])
  })

  it.each([
    ['in another case', 'CUS_1A2B3C4D5E'],
    ['with something after it', 'cus_1a2b3c4d5ex of 1a2b3c4d5e'],
    ['in a longer text', 'the customer cus_1a2b3c4d5e'],
  ])('%s', (_, value) => {
    const told = { answer: '{"id":"cus_1a2b3c4d5e","of":"customer"}' }
    expect(firstOf([value], told, { body: JSON.stringify([value]) })).toEqual(['target'])
    expect(firstOf(['our customer'], told, { body: '["our customer"]' })).toEqual(['suite'])
  })

  it('but not where a delivery repeats a request that is under way', () => {
    const { see, isTold, isSent } = createProvenance(() => false)
    see({ ...exchangeOf({ direction: 'inbound', body: '{"a":["Ada","Bob"]}' }), id: 6 })
    see({ ...exchangeOf({ body: '{"a":"Ada"}' }), id: 7, after: 5 })
    see({ ...exchangeOf({ body: '{"a":"Bob"}' }), id: 8, after: 7 })
    expect(['Ada', 'Bob'].map((value) => [isTold(value), isSent(value)])).toEqual([
      [false, true],
      [true, false],
    ])
  })

  it('of an exchange that is kept, although many others were told since', () => {
    const ids = Array.from({ length: 110_000 }, (_, index) => `id${index}`)
    const { see, isTold, madeUpIn } = createProvenance(() => false)
    const first = exchangeOf({ path: '/', body: '{"a":"Ada"}', answer: '"x"' })
    const second = exchangeOf({ path: '/', body: '{"a":"x","b":"Bob"}' })
    see(first)
    see(second)
    for (let from = 0; from < ids.length; from += 1000)
      see(exchangeOf({ answer: JSON.stringify(ids.slice(from, from + 1000)) }))
    expect(ids.slice(-50_000).every(isTold)).toBe(true)
    expect([ids.filter(isTold).length <= 100_000, isTold('x')]).toEqual([true, false])
    expect(madeUpIn(second)).toEqual(['a', 'b', 'Bob'])
    expect(madeUpIn(exchangeOf({ direction: 'inbound', body: '{"a":"Ada"}' }))).toEqual([])
  })
})

it('what nobody said is nobody’s', () => {
  expect(firstOf(['Ada', ''], { body: 'x', answer: 'not json: Ada' }, { body: '{"cut' })).toEqual(['nobody', 'nobody'])
})
