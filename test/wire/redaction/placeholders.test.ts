import { describe, expect, it } from 'vitest'
import { providers } from '../../../contracts/index.ts'
import { loadContract } from '../../../contracts/load.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { isObject } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { judgeOf } from '../../../suites/observers/schemas-hold.ts'
import { contractOf, exchangeOf } from './exchanges.ts'

const redactor = () => createRedactor(contractOf('straddle'), ['key-of-the-environment-1'])

describe('a placeholder', () => {
  it.for([
    ['ada@acme.com', 'person1@redacted.example'],
    ['+12025550123', '+10000000001'],
    ['4242 4242 4242 4242', '0000 0000 0000 0018'],
    ['5555555555554444', '0000000000000018'],
    ['123-45-6789', '000-00-0001'],
    ['12-3456789', '00-0000001'],
    ['sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'sk_test_redacted1'],
    ['key-of-the-environment-1', 'key_redacted1'],
    ['Bearer abcdef0123456789', 'Bearer secret_redacted1'],
  ])('for %s is of its shape', ([value, placeholder]) => {
    expect(redactor().text(`was ${value} all along`)).toBe(`was ${placeholder} all along`)
  })

  it('is the same for the same value and another for another, through a run', () => {
    const { value, text } = redactor()
    expect(value(['a@acme.com', 'b@acme.com', 'a@acme.com'])).toEqual([
      'person1@redacted.example',
      'person2@redacted.example',
      'person1@redacted.example',
    ])
    expect(text('b@acme.com')).toBe('person2@redacted.example')
  })

  it('is the same in another run of the same order', () => {
    const once = (): Json => redactor().value(['a@acme.com', { name: 'Ada Acme', ssn: '123-45-6789' }])
    expect(once()).toEqual(once())
    expect(once()).toEqual(['person1@redacted.example', { name: 'Name 1', ssn: '000-00-0001' }])
  })

  it('of a redacted value is that value', () => {
    const { text } = redactor()
    const once = text('ada@acme.com +12025550123 123-45-6789 sk_test_4eC39HqLyjWDarjtT1zdp7dc 4242424242424242')
    expect(text(once)).toBe(once)
    expect(redactor().text(once)).toBe(once)
  })
})

describe('redaction leaves alone', () => {
  it.for([
    'ch_1BnETJ2eZvKYlo2CZ0Kh9Hkq',
    '550e8400-e29b-41d4-a716-446655440000',
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
  ])('%s', (text) => {
    expect(redactor().text(text)).toBe(text)
    expect(redactor().value({ at: text, [text]: [text] })).toEqual({ at: text, [text]: [text] })
  })

  it('what a body says beside it, to the character', () => {
    const faulty = (email: string): string => `{ "a" : 1.10, "a":1e400,\n "e":"${email}", "u":"\\u00e9", "b": [1, }`
    expect(redactor().exchange(exchangeOf({ answer: faulty('ada@acme.com') })).response.body).toBe(
      faulty('person1@redacted.example'),
    )
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

describe.each(providers.map((provider) => [provider.name, loadContract(provider)] as const))(
  'what is stored of %s',
  (_, contract) => {
    it('keeps and breaks the rules that were kept and broken', () => {
      const judge = judgeOf(contract)
      const changed: unknown[] = []
      for (const operation of contract.operations.values()) {
        for (const [status, id] of Object.entries(operation.answers)) {
          const [example] =
            typeof id !== 'string' ? [] : ((contract.schemas.get(id)?.['examples'] ?? []) as readonly Json[])
          if (typeof id !== 'string' || example === undefined) continue
          const keep = createRedactor(contract, [])
          for (const body of [example, ...variants(example)]) {
            const stored = keep.exchange(
              exchangeOf({ operation: operation.id, status: Number(status) || 400, answer: JSON.stringify(body) }),
              Number.POSITIVE_INFINITY,
            ).response.body
            const verdicts = (json: Json): string =>
              judge(id, json)
                .mismatches.map(({ clause, mismatch }) => `${clause} ${mismatch.at}`)
                .toSorted()
                .join()
            const [before, after] = [verdicts(body), verdicts(JSON.parse(stored) as Json)]
            if (before !== after) changed.push({ id, body, before, after })
          }
        }
      }
      expect(changed).toEqual([])
    })
  },
)
