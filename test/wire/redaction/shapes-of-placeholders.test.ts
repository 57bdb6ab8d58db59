import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardPlaceholder, passesLuhn } from '../../../wire/redaction/card-number.ts'
import { isMasked } from '../../../wire/redaction/mask.ts'
import { createMemory } from '../../../wire/redaction/memory.ts'
import { isNumeric, shapedLike, skeletonOf } from '../../../wire/redaction/skeleton.ts'
import { isTelling, labelOf } from '../../../wire/redaction/telling-names.ts'

describe('a card number', () => {
  it.each(['4242424242424242', '378282246310005', '6011111111111117', '18', '0'])(
    '%s ends in its check digit',
    (digits) => {
      expect(passesLuhn(digits)).toBe(true)
    },
  )

  it.each(['4242424242424241', '378282246310006', '2424242424242424', '81', '1'])('%s does not', (digits) => {
    expect(passesLuhn(digits)).toBe(false)
  })

  it.each([
    ['4242424242424242', 1, '0000000000000018'],
    ['4242424242424242', 5, '0000000000000059'],
    ['378282246310005', 12, '000000000000125'],
    ['4242', 123_456, '4564'],
  ])('%s has the placeholder of its length for %d: %s', (digits, number, placeholder) => {
    expect(cardPlaceholder(digits, number)).toBe(placeholder)
  })

  it('has a placeholder that ends in its check digit, and another one for another number', () => {
    const placeholders = Array.from({ length: 200 }, (_, index) => cardPlaceholder('4242424242424242', index))
    expect(placeholders.filter((digits) => !passesLuhn(digits))).toEqual([])
    expect(new Set(placeholders).size).toBe(200)
  })
})

describe('a masked value', () => {
  it.each(['***', '•••6789', '***-**-6789', '***12345678', 'sk_***_abc'])('%s tells nothing', (value) => {
    expect(isMasked(value)).toBe(true)
  })

  it.each(['', '**', '**6789', '***123456789', '***abcdéfghi', 'ada@acme.com'])('%s is none', (value) => {
    expect(isMasked(value)).toBe(false)
  })
})

describe('the shape of a text', () => {
  it.each([
    ['Ab-3', 'Aa-0'],
    ['Éñ٣ z9', 'Aa0 a0'],
    ['***.', '***.'],
  ])('of %s is %s', (text, skeleton) => {
    expect(skeletonOf(text)).toBe(skeleton)
  })

  it.each([
    ['7', 2, '2'],
    ['7', 12, '2'],
    ['123-45-6789', 12_345, '000-01-2345'],
    ['ab12', 7, 'aa07'],
    ['ab12', 700, 'bb00'],
    ['AF-1', 15, 'AB-5'],
    ['abc', 25, 'aaz'],
    ['abc', 26, 'aba'],
    ['G1', 250, 'Z0'],
    ['x1', 250, 'z0'],
    ['', 3, ''],
  ])('of %s carries %d as %s', (text, number, shaped) => {
    expect(shapedLike(text, number)).toBe(shaped)
  })

  it.each(['1', '12', ' 1 ', '(202) 555-0123', '+1/2.3'])('%j is numeric', (text) => {
    expect(isNumeric(text)).toBe(true)
  })

  it.each(['', ' ', '()', 'a1', '1a', '1a1'])('%j is not numeric', (text) => {
    expect(isNumeric(text)).toBe(false)
  })
})

describe('a name', () => {
  it.each([
    'accesstoken',
    'account_number',
    'apiKey',
    'card-number',
    'client_secret',
    'cvc',
    'CVV',
    'dateOfBirth',
    'ein',
    'iban',
    'passwd',
    'password',
    'private_key',
    'refresh_token',
    'routing_number',
    'secret',
    'secretKey',
    'social_security_number',
    'ssn',
    'ssn4',
  ])('%s tells that its value is not to be stored', (name) => {
    expect(isTelling(name)).toBe(true)
  })

  it.each(['name', 'secrets', 'ssnlike', ''])('%j does not', (name) => {
    expect(isTelling(name)).toBe(false)
  })

  it.each([
    ['first_name', 'Name'],
    ['Owner', 'Name'],
    ['holder', 'Name'],
    ['address', 'Address'],
    ['line1', 'Address'],
    ['street', 'Address'],
    ['city', 'City'],
    ['Town', 'City'],
    ['locality', 'City'],
    ['secret', 'Secret'],
    ['api_key', 'Secret'],
    ['token', 'Secret'],
    ['password', 'Secret'],
    ['ssn', 'Text'],
  ])('%s gives the placeholder %s', (name, label) => {
    expect(labelOf(name)).toBe(label)
  })
})

describe('the memory of a run', () => {
  const write = (number: number): string => `name${number}`
  const any = (): boolean => true

  it('numbers each family from 1', () => {
    const memory = createMemory()
    expect([memory.take('a', write, any), memory.take('a', write, any), memory.take('b', write, any)]).toEqual([
      'name1',
      'name2',
      'name1',
    ])
  })

  it('knows what stands for a value, the first one first', () => {
    const memory = createMemory()
    memory.keep('ada', 'name1')
    memory.keep('ada', 'aaa')
    expect([memory.of('ada'), memory.of('bob')]).toEqual([['name1', 'aaa'], []])
  })

  it('gives none that is not wanted, and does not count it', () => {
    const memory = createMemory()
    expect(memory.take('a', write, () => false)).toBeUndefined()
    expect(memory.take('a', write, any)).toBe('name1')
  })

  it('passes over what stands for another value, until there is no other', () => {
    const memory = createMemory()
    memory.keep('ada', 'name1')
    memory.keep('ada', 'name2')
    expect(memory.take('a', write, any)).toBe('name3')
    const same = (): string => 'name1'
    expect(memory.take('b', same, any)).toBe('name1')
    const last = (number: number): string => (number < 40 ? 'name1' : 'late')
    expect(memory.take('c', last, any)).toBe('late')
    const tooLate = (number: number): string => (number < 41 ? 'name1' : 'late')
    expect(memory.take('d', tooLate, any)).toBe('name1')
    expect(memory.take('d', tooLate, any)).toBe('late')
  })

  it('passes nothing over that is not wanted anyway', () => {
    const memory = createMemory()
    memory.keep('ada', 'name1')
    expect(memory.take('a', write, (placeholder) => placeholder !== 'name1')).toBeUndefined()
  })

  it('forgets the oldest value where there are too many, and its placeholder is free again', () => {
    const memory = createMemory(2)
    for (const [index, value] of ['ada', 'bob', 'eve'].entries()) memory.keep(value, `name${index + 1}`)
    expect([memory.of('ada'), memory.of('bob'), memory.of('eve')]).toEqual([[], ['name2'], ['name3']])
    expect([memory.take('a', write, any), memory.take('a', write, any)]).toEqual(['name1', 'name4'])
  })

  it('whatever is taken and kept, never gives one placeholder twice within forty', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), (values) => {
        const memory = createMemory()
        const placeholders = values.map((value) => {
          const placeholder = memory.take('a', write, any) as string
          memory.keep(value, placeholder)
          return placeholder
        })
        return (
          new Set(placeholders).size === values.length &&
          values.every((value, index) => memory.of(value)[0] === placeholders[index])
        )
      }),
      { numRuns: 30 },
    )
  })
})
