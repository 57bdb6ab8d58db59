import { describe, expect, it } from 'vitest'
import type { Contract, Operation, Schema } from '../../../model/contract.ts'
import type { Mismatch } from '../../../model/finding.ts'
import type { StoredExchange } from '../../../model/report.ts'
import { createRedactText, createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { contract as acme } from '../../engine/acme.ts'
import { exchangeOf } from './exchanges.ts'

const base = 'https://assay.example/schemas/acme/'
const files = ['sent', 'answer', 'refusal', 'other', 'exchange'] as const
const body = '{"note":"Ada"}'
const [anyOperation] = acme.operations.values()

/** A contract in which one schema marks the note that all describe. */
function contractMarkedBy(marking?: string): Contract {
  const schemaOf = (file: string): Schema => ({
    $id: `${base}${file}.json`,
    type: 'object',
    properties: { note: { type: 'string', 'x-secret': file === marking } },
  })
  const operation: Operation = {
    ...(anyOperation as Operation),
    id: 'payThing',
    path: '/things/{thing}',
    pathParameters: [{ name: 'thing', required: true, schema: { type: 'string', 'x-secret': true } }],
    queryParameters: [{ name: 'note', required: false, schema: { type: 'string' } }],
    body: { required: true, mediaTypes: ['application/json'], schema: schemaOf('sent') },
    answers: { '200': `${base}answer.json`, '4XX': `${base}refusal.json`, '204': null, default: `${base}other.json` },
  }
  const schemas = new Map(files.map((file) => [`${base}${file}.json`, schemaOf(file)] as const))
  schemas.set(`${base}exchange.json`, { properties: { body: schemaOf('exchange') } })
  return { ...acme, schemas, operations: new Map([...acme.operations, ['payThing', operation]]) }
}

/** The schemas by whose marks a part of an exchange is redacted. */
const redactedBy = (
  parts: Parameters<typeof exchangeOf>[0],
  bodyOf: (stored: StoredExchange) => string,
): readonly string[] =>
  files.filter((file) => {
    const storedBy = (marking?: string): string =>
      bodyOf(createRedactor(contractMarkedBy(marking), []).exchange(exchangeOf({ path: '/v1', ...parts })))
    return storedBy(file) === '{"note":"[text 1]"}' && storedBy() === body
  })

const redactor = (...secrets: readonly string[]) => createRedactor(contractMarkedBy(), secrets)

describe('what is marked is redacted', () => {
  it.each([
    [200, ['answer', 'exchange']],
    [302, ['other', 'exchange']],
    [204, ['exchange']],
  ])('in an answer of %d, by the schema for its status and by that of any exchange', (status, marking) => {
    const answered = { operation: 'payThing', status, answer: body }
    expect(redactedBy(answered, ({ response }) => response.body)).toEqual(marking)
  })

  it('in an answer to an unknown operation, by the schema of any exchange', () => {
    for (const operation of ['unknown', undefined]) {
      const answered = { answer: body, ...(operation === undefined ? {} : { operation }) }
      expect(redactedBy(answered, ({ response }) => response.body)).toEqual(['exchange'])
    }
  })

  it('in a request, by the schema of its operation', () => {
    const sent = ({ request }: StoredExchange): string => request.body
    expect(redactedBy({ operation: 'payThing', body }, sent)).toEqual(['sent'])
  })

  it('in a delivery, by the schema of any exchange', () => {
    const delivered = { direction: 'inbound', operation: 'payThing', body } as const
    expect(redactedBy(delivered, ({ request }) => request.body)).toEqual(['exchange'])
  })

  it('in a path, by the parameters of its operation', () => {
    const { request } = redactor().exchange(
      exchangeOf({ operation: 'payThing', path: '/things/Ada?note=Ada&more=Ada' }),
    )
    expect(request.path).toBe('/things/%5Btext%201%5D?note=Ada&more=%5Btext%201%5D')
  })

  it('further up in the same exchange, once it was learned', () => {
    const exchange = exchangeOf({
      operation: 'payThing',
      path: '/things/x?note=Lovelace',
      body: '{"note":"of Lovelace"}',
      answer: '{"password":"Lovelace"}',
    })
    const { request } = redactor().exchange(exchange)
    expect([request.path, request.body]).toEqual([
      '/things/%5Btext%201%5D?note=%5Btext%202%5D',
      '{"note":"of [text 2]"}',
    ])
  })
})

describe('a text that a schema describes', () => {
  const stored = (parts: Parameters<typeof exchangeOf>[0]): StoredExchange =>
    redactor().exchange(exchangeOf({ path: '/v1', ...parts }))

  it('is kept in an answer and in a request', () => {
    expect(stored({ operation: 'payThing', answer: body, body })).toMatchObject({
      request: { body },
      response: { body },
    })
  })

  it.each([404, 499, 500])('is not known to be harmless in an answer of %d', (status) => {
    expect(stored({ operation: 'payThing', status, answer: body }).response.body).toBe('{"note":"[text 1]"}')
  })
})

describe('all else of an exchange is redacted', () => {
  it('by value and by form: method, path, header fields, bodies', () => {
    const secret = 'environment-key'
    const headers = [
      [secret, secret],
      ['date', `x ${secret}`],
    ] as const
    const { request, response } = redactor(secret).exchange(
      exchangeOf({ method: secret, path: `/${secret}`, headers, body: secret, answerHeaders: headers, answer: secret }),
    )
    const stored = [
      ['key_redacted1', '[redacted]'],
      ['date', 'x key_redacted1'],
    ]
    expect(request).toEqual({
      method: 'key_redacted1',
      path: '/key_redacted1',
      headers: [['authorization', '[key]'], ...stored],
      body: 'key_redacted1',
    })
    expect(response).toEqual({ status: 200, headers: stored, body: 'key_redacted1' })
  })

  it('but for words of the provider', () => {
    const { response } = redactor().exchange(
      exchangeOf({ answer: '{"more":"payThing","secret":"Ada","list":["things"]}' }),
    )
    expect(response.body).toBe('{"more":"payThing","secret":"secret_redacted1","list":["things"]}')
  })

  it('where a header leads, with its query, and no other documented header', () => {
    const { response } = redactor().exchange(
      exchangeOf({
        answerHeaders: [
          ['location', 'https://shop.example/Lovelace?note=Lovelace'],
          ['vary', 'Lovelace'],
        ],
      }),
    )
    expect(response.headers).toEqual([
      ['location', 'https://shop.example/[text 1]?note=%5Btext%201%5D'],
      ['vary', 'Lovelace'],
    ])
  })

  it('and of a key only that it was sent', () => {
    const names = (exchange: ReturnType<typeof exchangeOf>): readonly unknown[] =>
      redactor().exchange(exchange).request.headers
    const sent = exchangeOf({})
    const bare = { ...sent, request: { ...sent.request, credentials: { kind: 'none' } as const } }
    const own = exchangeOf({ headers: [['authorization', 'Bearer x']] })
    expect([names(sent), names(bare), names(own)]).toEqual([
      [['authorization', '[key]']],
      [],
      [['authorization', '[key]']],
    ])
  })
})

describe('what is stored of an exchange', () => {
  it('is what it was, when, and how often it was tried', () => {
    const exchange = { ...exchangeOf({ operation: 'payThing' }), id: 7, durationMs: 12 }
    expect(redactor().exchange(exchange)).toMatchObject({
      id: 7,
      direction: 'outbound',
      operation: 'payThing',
      attempts: [{ status: 200, waitedMs: 0 }],
      startedAt: '2018-02-01T00:00:00.000Z',
      durationMs: 12,
      truncated: 0,
    })
    expect(redactor().exchange(exchangeOf({})).operation).toBeNull()
  })

  it('holds 20,000 characters of each body, and says how many it leaves out', () => {
    const exchange = exchangeOf({ body: '1 '.repeat(10_002), answer: '2 '.repeat(10_003) })
    const { request, response, truncated } = redactor().exchange(exchange)
    expect([request.body, response.body, truncated]).toEqual(['1 '.repeat(10_000), '2 '.repeat(10_000), 10])
  })

  it('holds as much as is asked for', () => {
    const exchange = exchangeOf({ body: '12345', answer: '67' })
    const stored = (longest: number): readonly unknown[] => {
      const { request, response, truncated } = redactor().exchange(exchange, longest)
      return [request.body, response.body, truncated]
    }
    expect([stored(3), stored(Number.POSITIVE_INFINITY)]).toEqual([
      ['123', '67', 2],
      ['12345', '67', 0],
    ])
  })
})

describe('what the suite itself sends', () => {
  const contract = contractMarkedBy('answer')
  const ours = () => createRedactor(contract, ['environment-key'], { ours: true })
  const sent = exchangeOf({
    operation: 'payThing',
    path: '/things/Ada?note=Lovelace',
    headers: [['idempotency-key', 'Hopper']],
    body: '{"note":"4242424242424242 of ada@acme.com"}',
    answer: '{"note":"Lovelace","more":"of Lovelace and Babbage"}',
  })

  it('is stored as it was sent, so that its request can be sent again', () => {
    const { request, response } = ours().exchange(sent)
    expect(request).toMatchObject({ path: sent.request.path, body: sent.request.body })
    expect(response.body).toBe('{"note":"Lovelace","more":"of Lovelace and [text 1]"}')
  })

  it('and not where somebody else sends it', () => {
    const { request, response } = createRedactor(contract, []).exchange(sent)
    expect(request.path).toBe('/things/%5Btext%201%5D?note=%5Btext%202%5D')
    expect(request.body).toBe('{"note":"[card 1] of [email 1]"}')
    expect(response.body).toBe('{"note":"[text 2]","more":"of [text 2] and [text 3]"}')
  })

  it('is redacted where the target has told it in confidence before, although that exchange is not stored', () => {
    const told = exchangeOf({ operation: 'payThing', answer: '{"note":"hopper-told-this"}' })
    const again = exchangeOf({ operation: 'payThing', path: '/things/hopper-told-this', body: '{}', answer: '{}' })
    const path = (sees: boolean): string => {
      const { see, exchange } = ours()
      if (sees) see(told)
      return exchange(again).request.path
    }
    expect([path(false), path(true)]).toEqual(['/things/hopper-told-this', '/things/%5Btext%201%5D'])
  })
})

describe('a mismatch', () => {
  const contract = contractMarkedBy('answer')
  const shown = exchangeOf({
    path: '/v1',
    operation: 'payThing',
    answer: '{"note":"Ada","more":"Babbage","list":[{"name":"Page"}]}',
  })

  it('says no more than its evidence, and the same', () => {
    const { exchange, mismatch } = createRedactor(contract, [])
    expect(exchange(shown).response.body).toBe('{"note":"[text 1]","more":"[text 2]","list":[{"name":"[name 1]"}]}')
    const says = (at: string, actual: string) => mismatch({ at, expected: 'absent', actual, in: shown }).actual
    expect([says('/note', 'Ada'), says('/more', 'Babbage'), says('/list/0/name', 'Page')]).toEqual([
      '[text 1]',
      '[text 2]',
      '[name 1]',
    ])
    expect(mismatch({ at: '/more', expected: 'Babbage', actual: 'Hopper' })).toEqual({
      at: '/more',
      expected: '[text 2]',
      actual: '[text 3]',
    })
  })

  it('keeps what is expected, bounds, and words of ours', () => {
    const { mismatch } = createRedactor(contract, [])
    const kept: readonly Mismatch[] = [
      { at: 'request-id', expected: 'pattern ^req_[A-Za-z0-9]+$', actual: 'absent' },
      { at: '/amount', expected: { 'at most': 4242424242424242 }, actual: 5 },
      { at: '/note', expected: { 'one of': ['Lovelace', 'Ada'] }, actual: 'a card number' },
      { at: 'status', expected: 200, actual: 404 },
      { at: '', expected: 'masked', actual: 'in full (account-number)' },
    ]
    expect(kept.map((one) => mismatch({ ...one, in: shown }))).toEqual(
      kept.map((one) => ({ ...one, actual: one.at === '/note' ? '[text 1]' : one.actual })),
    )
  })

  it('is redacted in its place, too', () => {
    const { mismatch } = createRedactor(contract, [])
    expect(mismatch({ at: '/metadata/ada@acme.com/x~1y', expected: 1, actual: 2 }).at).toBe('/metadata/[email 1]/x~1y')
    expect(mismatch({ at: 'pay from ada@acme.com', expected: 1, actual: 2 }).at).toBe('pay from [email 1]')
  })
})

describe('what is said is redacted', () => {
  it('as a text, and as a value that no schema describes', () => {
    const { text, value, input } = redactor('environment-key')
    expect(text('no environment-key for ada@acme.com')).toBe('no key_redacted1 for [email 1]')
    const said = { list: ['of ada@acme.com', 'Ada'], n: 1, password: 'Ada' }
    expect(value(said)).toEqual({ list: ['of [email 1]', '[text 1]'], n: 1, password: '[text 1]' })
    expect(input({ ...said, list: ['environment-key'] })).toEqual({
      ...said,
      list: ['key_redacted1'],
      password: '[text 1]',
    })
  })

  it('where no provider is known: by value, by form, and by names that tell, but for words of our own', () => {
    const text = createRedactText(['environment-key'])
    expect(text('a fault of ours: environment-key of ada@acme.com, password=hunter2, secret=inconclusive')).toBe(
      'a fault of ours: key_redacted1 of [email 1], password=secret_redacted1, secret=inconclusive',
    )
  })
})
