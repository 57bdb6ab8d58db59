import { describe, expect, it } from 'vitest'
import { passesLuhn } from '../../../model/card-number.ts'
import { candidatesFor, intoDigits, isPlaceholder } from '../../../wire/redaction/typed-placeholders.ts'

const written = (value: string, number = 1, label = 'text'): readonly string[] =>
  candidatesFor(value, label).map(({ write }) => write(number))

describe('what its form tells is called so, and has a placeholder of its form', () => {
  it.each<[string, number, string, string]>([
    ['ada@acme.com', 3, '[email 3]', 'person3@redacted.example'],
    ['550e8400-e29b-41d4-a716-446655440000', 3, '[uuid 3]', '00000000-0000-4000-8000-000000000003'],
    ['550E8400-E29B-41D4-A716-446655440000', 12, '[uuid 12]', '00000000-0000-4000-8000-000000000012'],
    ['10.0.0.1', 3, '[ip 3]', '198.18.0.3'],
    ['203.113.255.217', 258, '[ip 258]', '198.18.1.2'],
    ['2001:DB8:85a3::7334', 17, '[ip 17]', '2001:db8::11'],
    ['1980-02-03', 1, '[date 1]', '1800-01-02'],
    ['1980-02-03T04:05:06Z', 366, '[date 366]', '1801-01-02T00:00:00Z'],
    ['http://acme.com', 1, '[url 1]', 'https://redacted.example/a'],
    ['HTTPS://acme.com/x?y=z', 27, '[url 27]', 'https://redacted.example/ba'],
    ['eyJh-_.eyJi-_.c-_', 2, 'token_redacted2', 'eyJhbGciOiJub25lIn0.e30.redacted2'],
    ['+12025550123', 3, '[phone 3]', '+10000000003'],
    ['4242424242424242', 1, '[card 1]', '0000000000000018'],
    ['4242 4242 4242 4242', 1, '[card 1]', '0000 0000 0000 0018'],
  ])('%s as number %d', (value, number, called, formed) => {
    expect(written(value, number).slice(0, 2)).toEqual([called, formed])
  })

  it('has its shape as the last resort', () => {
    expect(written('ada@acme.com')[2]).toBe('aaa@aaaa.aab')
    expect(written('Ada', 1, 'name')).toEqual(['[name 1]', 'Aab'])
    expect(written('4242424242424241', 3)).toEqual(['[number 3]', '0000000000000003'])
  })

  it('of a card has a valid check digit', () => {
    const cards = Array.from({ length: 50 }, (_, number) => written('378282246310005', number)[1] as string)
    expect(cards.filter((digits) => digits.length !== 15 || !passesLuhn(digits))).toEqual([])
    expect(new Set(cards).size).toBe(50)
  })
})

describe('what is nearly of a known form is called what its place says', () => {
  it.each([
    'ada lovelace@acme.com',
    'ada@acme',
    '@acme.com',
    'x550e8400-e29b-41d4-a716-446655440000',
    '550e8400-e29b-41d4-a716-44665544000',
    'v10.0.0.1',
    '10.0.0.1x',
    '2001:db8',
    'on 1980-02-03',
    '1980-02-03X',
    'see https://acme.com',
    'ftp://acme.com',
    'eyJh.eyJi',
    'Ada',
  ])('%s', (value) => {
    expect([written(value)[0], written(value, 1, 'city')[0]]).toEqual(['[text 1]', '[city 1]'])
  })
})

describe('a key keeps the prefix that says what it is for', () => {
  it.each([
    ['sk_test_4eC39HqLyjWD', 'sk_test_redacted1'],
    ['sk_live_4eC39HqL', 'sk_live_redacted1'],
    ['pk_prod_4eC39HqL', 'pk_prod_redacted1'],
    ['whsec_4eC39HqL/yj+=', 'whsec_redacted1'],
    ['SK4eC39HqL', 'key_redacted1'],
  ])('%s: %s', (value, first) => {
    expect(written(value, 1, 'key')[0]).toBe(first)
  })
})

describe('the length of a text shows as a class', () => {
  it('but for secrets, which are one word', () => {
    expect(written('x'.repeat(70), 1, 'secret')[0]).toBe('secret_redacted1')
  })

  it.each([
    [64, '[text 1]'],
    [65, '[long text 1]'],
    [1000, '[long text 1]'],
    [1001, '[very long text 1]'],
  ])('of %d characters: %s', (length, placeholder) => {
    expect(written('x'.repeat(length))[0]).toBe(placeholder)
  })
})

it('digits are put in the places of others', () => {
  expect(intoDigits('a1-2b3', '789')).toBe('a7-8b9')
})

describe('a placeholder', () => {
  it.each([
    '[text 24]',
    '[uuid 3]',
    '[long text 1]',
    '[very long text 12]',
    'secret_redacted12',
    'person12@redacted.example',
    '00000000-0000-4000-8000-000000000012',
    '198.18.10.255',
    '198.19.0.1',
    '2001:db8::1f',
    '1800-01-02',
    '1899-12-31T00:00:00Z',
    'https://redacted.example/ba',
    'sk_test_redacted12',
    'key_redacted1',
    '+10000000012',
    '0000000000000018',
    '0000 0000 0000 0018',
    '000-00-0012',
  ])('%s is known as one', (text) => {
    expect(isPlaceholder(text)).toBe(true)
    expect(isPlaceholder(`x ${text}`)).toBe(false)
    expect(isPlaceholder(`${text} x`)).toBe(false)
  })

  it.each([
    '[text]',
    '[24]',
    '[Ada 1]',
    '[text 1',
    'text 1',
    'person@redacted.example',
    '198.20.0.1',
    '198x18.0.1',
    '1900-01-01',
    '1800-01-02T00:00:01Z',
    'https://redacted.example/1',
    'redacted',
    'sk redacted',
    'jane@doe.redacted1x',
    '+100',
    '+20000000012',
    '0012345678',
  ])('%s is none', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })
})
