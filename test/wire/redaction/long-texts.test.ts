import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { contractOf, exchangeOf } from './exchanges.ts'

const contract = contractOf('stripe')

/** How a text begins, what it repeats, and how it ends. Work that grows with the square of its length would be seen here. */
const texts = [
  ['a=1&', '1.', ''],
  ['a=1&', 'birth_', ''],
  ['', '0', 'x"!'],
  ['<a ', 'A1', '>'],
  ['name: Ada', '.', 'x"!'],
  ['', 'a is b ', '>'],
  ['', '4242 ', ''],
] as const

describe('a long text is redacted to its end:', () => {
  it.for(texts)('%j, then %j again and again, then %j', ([start, piece, end]) => {
    const long = start + piece.repeat(100_000 / piece.length) + end
    const redactor = createRedactor(contract, [], { ours: true })
    const told = exchangeOf({ status: 500, answer: long })
    const repeated = exchangeOf({ body: long, answer: JSON.stringify({ password: long, more: long, [long]: 1 }) })
    for (const exchange of [told, repeated])
      expect(redactor.exchange(exchange, Infinity).response.body.length).toBeGreaterThan(0)
    expect(redactor.text(`no ${long}`).length).toBeGreaterThan(0)
  })
})
