import { describe, expect, it } from 'vitest'
import { emulated } from '../../emulated.ts'
import type { Contract } from '../../../model/contract.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { isObject } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { judgeOf } from '../../../suites/observers/schemas-hold.ts'
import { contractOf, exchangeOf } from './exchanges.ts'

const redactor = () => createRedactor(contractOf('straddle'), ['key-of-the-environment-1'])

describe('a placeholder', () => {
  it.for([
    ['ada@acme.com', '[email 1]'],
    ['+12025550123', '[phone 1]'],
    ['4242 4242 4242 4242', '[card 1]'],
    ['219-09-9999', '[identity 1]'],
    ['DE89370400440532013000', '[iban 1]'],
    ['sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'sk_test_redacted1'],
    ['key-of-the-environment-1', 'key_redacted1'],
    ['Bearer abcdef0123456789', 'Bearer secret_redacted1'],
  ])('for %s says what it was', ([value, placeholder]) => {
    expect(redactor().text(`was ${value} all along`)).toBe(`was ${placeholder} all along`)
  })

  it('is the same for the same value and another for another, through a run', () => {
    const { value, text } = redactor()
    expect(value(['a@acme.com', 'b@acme.com', 'a@acme.com', 'Lovelace', 'no Lovelace'])).toEqual([
      '[email 1]',
      '[email 2]',
      '[email 1]',
      '[text 1]',
      'no [text 1]',
    ])
    expect(text('b@acme.com')).toBe('[email 2]')
  })

  it('is the same in another run of the same order', () => {
    const once = (): Json => redactor().value(['a@acme.com', { name: 'Ada Acme', ssn: '219-09-9999' }])
    expect(once()).toEqual(once())
    expect(once()).toEqual(['[email 1]', { name: '[name 1]', ssn: 'secret_redacted1' }])
  })

  it('of a redacted value is that value', () => {
    const { text, value, exchange } = redactor()
    const once = text('ada@acme.com +12025550123 219-09-9999 sk_test_4eC39HqLyjWDarjtT1zdp7dc 4242424242424242')
    expect([text(once), redactor().text(once), redactor().value(once)]).toEqual([once, once, once])
    const many = value({ 'Ada Acme': ['Lovelace', { password: 'hunter2', n: 4242424242424242 }] })
    expect(redactor().value(many)).toEqual(many)
    const sent = exchangeOf({ path: '/v1/Lovelace?pin=1234', body: 'a=Lovelace', answer: '<a>Lovelace</a>' })
    const stored = exchange(sent)
    const again = redactor().exchange(
      exchangeOf({ path: stored.request.path, body: stored.request.body, answer: stored.response.body }),
    )
    expect([again.request.path, again.request.body, again.response.body]).toEqual([
      stored.request.path,
      stored.request.body,
      stored.response.body,
    ])
    expect(stored.response.body).toBe('<a>[text 2]</a>')
  })
})

describe('redaction leaves alone', () => {
  const ofStripe = () => createRedactor(contractOf('stripe'), [])

  it.for([
    'ch_1BnETJ2eZvKYlo2CZ0Kh9Hkq',
    '2018-02-01T12:00:00.1234567Z',
    'stripe.charges.create.echoes-amount',
    'the connection was closed before the response was complete',
    'Bearer authentication is required',
    'application/json; charset=utf-8',
    '***-**-****',
    '255***.02.******78f',
    '****6789',
    'lnbc10u1p3pj257pp5yztkwjcz5ftl5laxkav23zmzekaw37zk6kmv80pk4xaev5qhtz7qdpdwd3xger9wd5kwm36yprx7u3qd36kucmgyp282etnv3shjcqzpgxqyz5vqsp5',
    '1517486400000',
    '0.00004242424242424242',
    'task_management_system_2018',
    'sk_test_assay0000000000000000000',
    'sk_test_invalid000000000000000',
    'https://shop.example',
    'https://shop.example/hooks?limit=10',
  ])('%s', (text) => {
    expect(ofStripe().text(text)).toBe(text)
    expect(ofStripe().value({ at: text, list: [text] })).toEqual({ at: text, list: [text] })
  })

  it('what a body says beside it, to the character', () => {
    const faulty = (mail: string): string => `{ "a" : 1.10, "a":1e400,\n "list":"${mail}", "u":"\\u0062y", "b": [1, }`
    expect(ofStripe().exchange(exchangeOf({ answer: faulty('ada@acme.com') })).response.body).toBe(faulty('[email 1]'))
  })

  it('field names of errors, although the fields are secret', () => {
    const errors = {
      error: { items: [{ reference: 'ssn', detail: 'ssn is not as it should be' }] },
      ssn: [{ field: 'ssn', code: 'INVALID' }],
    }
    expect(redactor().value(errors)).toEqual(errors)
  })
})

/** Every value that can be made of a value by changing one string in it. */
function variants(value: Json): readonly Json[] {
  if (typeof value === 'string')
    return [
      `${value} `,
      '',
      value.replaceAll(/\d/g, 'x'),
      value.toUpperCase(),
      `${value}${value}`.slice(0, 300),
      'é'.repeat(600),
    ]
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item, index) =>
      variants(item).map((changed) => (value as readonly Json[]).map((other, at) => (at === index ? changed : other))),
    )
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    variants(inner).map((changed): JsonObject => ({ ...value, [name]: changed })),
  )
}

/** Each schema of an answer once, with an operation and a status that answer so. */
function answersOf({ operations, schemas }: Contract) {
  const answers = [...operations.values()].flatMap((operation) =>
    Object.entries(operation.answers).flatMap(([status, id]) => {
      const [example] = ((typeof id === 'string' && schemas.get(id)?.['examples']) || []) as readonly Json[]
      return typeof id !== 'string' || example === undefined
        ? []
        : [[id, { id, example, operation: operation.id, status: Number(status) || 400 }] as const]
    }),
  )
  return [...new Map(answers).values()]
}

describe.each(emulated.map(({ name }) => [name, contractOf(name)] as const))('what is stored of %s', (_, contract) => {
  it('keeps and breaks the rules that were kept and broken', () => {
    const judge = judgeOf(contract)
    const changed: unknown[] = []
    for (const { id, example, operation, status } of answersOf(contract)) {
      const keep = createRedactor(contract, [])
      for (const body of [example, ...variants(example)]) {
        const stored = keep.exchange(exchangeOf({ operation, status, answer: JSON.stringify(body) }), Infinity)
        const verdicts = (json: Json): string =>
          judge(id, json)
            .mismatches.map(({ clause, mismatch }) => `${clause} ${mismatch.at}`)
            .toSorted()
            .join()
        const [before, after] = [verdicts(body), verdicts(JSON.parse(stored.response.body) as Json)]
        if (before !== after) changed.push({ id, body, before, after })
      }
    }
    expect(answersOf(contract).length).toBeGreaterThan(0)
    expect(changed).toEqual([])
  })
})
