import { describe, expect, it } from 'vitest'
import { candidatesFor, intoDigits, isCard, isPlaceholder } from '../../../wire/redaction/typed-placeholders.ts'

const written = (value: string, number = 1, label = 'Text'): readonly string[] =>
  candidatesFor(value, label).map(({ family, write }) => `${family}: ${write(number)}`)

describe('what is known by its form', () => {
  it.each<[string, number, string]>([
    ['ada@acme.com', 3, 'person: person3@redacted.example'],
    ['550e8400-e29b-41d4-a716-446655440000', 3, 'uuid: 00000000-0000-4000-8000-000000000003'],
    ['550E8400-E29B-41D4-A716-446655440000', 12, 'uuid: 00000000-0000-4000-8000-000000000012'],
    ['10.0.0.1', 3, 'ipv4: 198.18.0.3'],
    ['203.113.255.217', 258, 'ipv4: 198.18.1.2'],
    ['203.113.255.217', 65_536, 'ipv4: 198.18.0.0'],
    ['2001:DB8:85a3::7334', 17, 'ipv6: 2001:db8::11'],
    ['1980-02-03', 1, 'date: 1800-01-02'],
    ['1980-02-03T04:05:06Z', 366, 'date: 1801-01-02T00:00:00Z'],
    ['http://acme.com', 1, 'url: https://redacted.example/a'],
    ['HTTPS://acme.com/x?y=z', 27, 'url: https://redacted.example/ba'],
    ['https://acme.com', 36, 'url: https://redacted.example/bj'],
    ['eyJh-_.eyJi-_.c-_', 2, 'token: eyJhbGciOiJub25lIn0.e30.redacted2'],
  ])('%s as number %d is %s', (value, number, placeholder) => {
    expect(written(value, number)[0]).toBe(placeholder)
    expect(written(value, number)).toHaveLength(2)
  })

  it('has its shape as the last resort', () => {
    expect(written('ada@acme.com')[1]).toBe('aaa@aaaa.aaa: aaa@aaaa.aab')
    expect(written('Ada', 1, 'Name')[2]).toBe('Aaa: Aab')
    expect(written('sk_test_4eC39HqL')[2]).toBe('aa_aaaa_0aA00AaA: aa_aaaa_0aA00AaB')
  })
})

describe('what is nearly of a known form is text of its length', () => {
  it.each([
    'ada lovelace@acme.com',
    'ada@acme',
    '@acme.com',
    'ada@@acme.com',
    'ada@acme.c om',
    'x550e8400-e29b-41d4-a716-446655440000',
    '550e8400-e29b-41d4-a716-446655440000x',
    '550g8400-e29b-41d4-a716-446655440000',
    '550e840-e29b-41d4-a716-446655440000',
    '550e8400-e29-41d4-a716-446655440000',
    '550e8400-e29b-41d-a716-446655440000',
    '550e8400-e29b-41d4-a71-446655440000',
    '550e8400-e29b-41d4-a716-44665544000',
    '550e8400-g29b-41d4-a716-446655440000',
    '550e8400-e29b-g1d4-a716-446655440000',
    '550e8400-e29b-41d4-g716-446655440000',
    '550e8400-e29b-41d4-a716-g46655440000',
    'v10.0.0.1',
    '10.0.0.1x',
    'x0.0.0.1',
    '2001:db8',
    'db8::zz',
    'x::1',
    '::1x',
    'on 1980-02-03',
    '1980-02-03X',
    '1980-02-03 at noon',
    'see https://acme.com',
    'ftp://acme.com',
    'http:acme.com',
    'xeyJh.eyJi.c',
    'eyJh.eyJi.c=',
    'eyJh.eyJi',
    'eyJh.ey i.c',
    'eyJ h.eyJi.c',
  ])('%s', (value) => {
    expect(written(value)[0]).toBe('Text: Text 1')
  })
})

describe('a key keeps the prefix that says what it is for', () => {
  it.each([
    ['sk_test_4eC39HqLyjWD', 'sk_test_: sk_test_redacted1', 'sk_test_#20: sk_test_redacted0001'],
    ['sk_live_4eC39HqL', 'sk_live_: sk_live_redacted1', 'sk_live_#16: sk_live_redacted1'],
    ['pk_prod_4eC39HqL', 'pk_prod_: pk_prod_redacted1', 'pk_prod_#16: pk_prod_redacted1'],
    ['rk_sandbox_4eC39HqL', 'rk_sandbox_: rk_sandbox_redacted1', 'rk_sandbox_#19: rk_sandbox_redacted1'],
    ['whsec_4eC39HqLyj', 'whsec_: whsec_redacted1', 'whsec_#16: whsec_redacted01'],
    ['secret_12345678', 'secret_: secret_redacted1', 'secret_#15: secret_redacted1'],
  ])('%s', (value, first, second) => {
    expect(written(value).slice(0, 2)).toEqual([first, second])
  })

  it.each([
    'sk_1234567',
    's_12345678',
    'secrets_12345678',
    'SK_12345678',
    'a sk_12345678',
    'sk_12345678-',
    'sk_test_1234567',
  ])('%s is none', (value) => {
    expect(written(value)[0]).toBe('Text: Text 1')
  })
})

describe('digits stay digits', () => {
  it.each<[string, number, readonly string[]]>([
    ['4242 4242 4242 4242', 1, ['card#16: 0000 0000 0000 0018']],
    ['+12025550123', 3, ['phone#11: +10000000003']],
    ['+1234567', 3, ['phone#7: +1000003']],
    ['+123456', 3, ['+000000: +000003']],
    ['1+1234567', 3, ['0+0000000: 0+0000003']],
    ['+1234567 8', 3, ['+0000000 0: +0000000 3']],
    ['123-45-6789', 3, ['000-00-0000: 000-00-0003']],
    ['4242424242424241', 3, ['0000000000000000: 0000000000000003']],
  ])('%s as number %d is %j', (value, number, placeholders) => {
    expect(written(value, number)).toEqual(placeholders)
  })

  it.each<[string, boolean]>([
    ['4242424242424242', true],
    ['378282246310005', true],
    ['4222222222222', true],
    ['6304000000000000000', true],
    ['2223003122003222', true],
    ['4242424242424241', false],
    ['422222222222', false],
    ['63040000000000000000', false],
    ['1000000000000008', false],
    ['7000000000000005', false],
    ['0000000000000018', false],
  ])('%s is a card number: %s', (digits, is) => {
    expect(isCard(digits)).toBe(is)
  })

  it('are put in the places of others', () => {
    expect(intoDigits('a1-2b3', '789')).toBe('a7-8b9')
  })
})

describe('any other text', () => {
  it.each<[string, string, readonly string[]]>([
    ['Ada Lovelace', 'Name', ['Name: Name 1', 'Name#12: Name 0000001', 'Aaa Aaaaaaaa: Aaa Aaaaaaab']],
    ['Ada', 'Name', ['Name: Name 1', 'Name#3: Name 1', 'Aaa: Aab']],
    [
      'correct horse',
      'Secret',
      ['Secret: secret_redacted1', 'Secret#13: secret_redacted1', 'aaaaaaa aaaaa: aaaaaaa aaaab'],
    ],
  ])('%s is called %s', (value, label, placeholders) => {
    expect(written(value, 1, label)).toEqual(placeholders)
  })
})

describe('a placeholder', () => {
  it.each([
    'person12@redacted.example',
    '00000000-0000-4000-8000-000000000012',
    '198.18.10.255',
    '198.19.0.1',
    '1800-01-02',
    '1899-12-31T00:00:00Z',
    'https://redacted.example/ba',
    'sk_test_redacted12',
    'redacted1',
    '+1000',
    '+10000000012',
    '000-00-0012',
    '00-0000012',
    '(000) 000-0012',
    '(000)000-0012',
    '000-000-0012',
    '000.000.0012',
    'Name 1',
    'Address 12',
    'City 1',
    'Text 1',
  ])('%s is known as one', (text) => {
    expect(isPlaceholder(text)).toBe(true)
    expect(isPlaceholder(`x ${text}`)).toBe(false)
    expect(isPlaceholder(`${text} x`)).toBe(false)
  })

  it.each([
    'person@redacted.example',
    'personx@redacted.example',
    'person1@redactedxexample',
    '00000000-0000-4000-8000-00000000000a',
    '00000000-0000-4000-8000-1',
    '198.20.0.1',
    '198x18.0.1',
    '198.18.0',
    '198.18.x.1',
    '198.18.0x1',
    '198.18.0.x',
    '1900-01-01',
    '18x0-01-02',
    '180x-01-02',
    '1800-x1-02',
    '1800-01-x2',
    '1800-1-02',
    '1800-01-2',
    '1800-01-02T00:00:01Z',
    'https://redacted.example/',
    'https://redactedxexample/a',
    'https://redacted.example/1',
    'redacted',
    'sk redacted',
    'redactedx',
    '+100',
    '+10001x',
    '+2000',
    '000-00-001',
    '000-00-000x',
    '00-000000',
    '00-000000x',
    '01-0000001',
    '(001) 000-0012',
    '(000)  000-0012',
    '(000)-000-0012',
    '001-000-0012',
    '000-001-0012',
    '000x000-0012',
    '000-000x0012',
    '000-000-001',
    '000-000-000x',
    'Name',
    'Name x',
    'Street 1',
  ])('%s is none', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })
})
