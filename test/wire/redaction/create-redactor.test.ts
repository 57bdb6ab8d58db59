import { describe, expect, it } from 'vitest'
import type { Contract, Operation, Schema } from '../../../model/contract.ts'
import type { StoredExchange } from '../../../model/report.ts'
import { createRedactText, createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { contract as acme } from '../../engine/acme.ts'
import { exchangeOf } from './exchanges.ts'

const base = 'https://assay.example/schemas/acme/'
const files = ['sent', 'answer', 'refusal', 'other', 'exchange'] as const
const body = '{"note":"Ada"}'
const [anyOperation] = acme.operations.values()

/** A contract in which one schema marks all that it describes. */
function contractMarkedBy(marking?: string): Contract {
  const schemaOf = (file: string): Schema => ({ $id: `${base}${file}.json`, 'x-secret': file === marking })
  const operation: Operation = {
    ...(anyOperation as Operation),
    id: 'payThing',
    path: '/things/{thing}',
    pathParameters: [{ name: 'thing', required: true, schema: { 'x-secret': true } }],
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
  files.filter((file) => bodyOf(createRedactor(contractMarkedBy(file), []).exchange(exchangeOf(parts))) !== body)

const redactor = (...secrets: readonly string[]) => createRedactor(contractMarkedBy(), secrets)

describe('what is marked is redacted', () => {
  it.each([
    [200, ['answer', 'exchange']],
    [404, ['refusal', 'exchange']],
    [499, ['refusal', 'exchange']],
    [302, ['other', 'exchange']],
    [500, ['other', 'exchange']],
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
    expect(redactedBy({ operation: 'unknown', body }, sent)).toEqual([])
    expect(redactedBy({ operation: 'readThing', body }, sent)).toEqual([])
  })

  it('in a delivery, by the schema of any exchange, and in what we answer to it not at all', () => {
    const delivered = { direction: 'inbound', operation: 'payThing', body, answer: body } as const
    expect(redactedBy(delivered, ({ request }) => request.body)).toEqual(['exchange'])
    expect(redactedBy(delivered, ({ response }) => response.body)).toEqual([])
  })

  it('in a path, by the parameters of its operation', () => {
    const { request } = redactor().exchange(exchangeOf({ operation: 'payThing', path: '/things/Ada?note=Ada' }))
    expect(request.path).toBe('/things/Text%201?note=Ada')
  })

  it('further up in the same exchange, once it was learned', () => {
    const exchange = exchangeOf({
      path: '/v1/Lovelace',
      body: '{"note":"Lovelace"}',
      answer: '{"password":"Lovelace"}',
    })
    const { request } = redactor().exchange(exchange)
    expect([request.path, request.body]).toEqual(['/v1/secret_redacted1', '{"note":"secret_redacted1"}'])
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

  it('by words of the provider, which are no secrets', () => {
    const { response } = redactor().exchange(exchangeOf({ answer: '{"password":"payThing","secret":"Ada"}' }))
    expect(response.body).toBe('{"password":"payThing","secret":"secret_redacted1"}')
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
    const exchange = exchangeOf({ body: 'a'.repeat(20_003), answer: 'b'.repeat(20_004) })
    const { request, response, truncated } = redactor().exchange(exchange)
    expect([request.body, response.body, truncated]).toEqual(['a'.repeat(20_000), 'b'.repeat(20_000), 7])
  })

  it('holds as much as is asked for', () => {
    const exchange = exchangeOf({ body: 'abcde', answer: 'fg' })
    const stored = (longest: number): readonly unknown[] => {
      const { request, response, truncated } = redactor().exchange(exchange, longest)
      return [request.body, response.body, truncated]
    }
    expect([stored(3), stored(Number.POSITIVE_INFINITY)]).toEqual([
      ['abc', 'fg', 2],
      ['abcde', 'fg', 0],
    ])
  })
})

describe('what is said is redacted', () => {
  it('as a text, and as a value of a finding', () => {
    const { text, value } = redactor('environment-key')
    expect(text('no environment-key for ada@acme.com')).toBe('no key_redacted1 for person1@redacted.example')
    expect(value({ at: ['ada@acme.com'], n: 1, password: 'Ada' })).toEqual({
      at: ['person1@redacted.example'],
      n: 1,
      password: 'secret_redacted1',
    })
  })

  it('where no provider is known: by value, by form, and by names that tell, but for words of our own', () => {
    const text = createRedactText(['environment-key'])
    expect(
      text('{"a":"environment-key of ada@acme.com","password":"payThing","secret":"inconclusive","note":"Ada"}'),
    ).toBe(
      '{"a":"key_redacted1 of person1@redacted.example","password":"secret_redacted1","secret":"inconclusive","note":"Ada"}',
    )
  })
})
