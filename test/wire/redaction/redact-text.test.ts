import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { createHideSecrets } from '../../../wire/redaction/known-secrets.ts'
import { createLearnedValues } from '../../../wire/redaction/learned-values.ts'
import { createMemory } from '../../../wire/redaction/memory.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import type { Place } from '../../../wire/redaction/place.ts'
import { redactorOfTexts } from '../../../wire/redaction/redact-text.ts'
import type { RedactText } from '../../../wire/redaction/redact-text.ts'
import { createStandIn } from '../../../wire/redaction/stand-in.ts'

const places = () => createPlaces(new Map<string, Schema>())

/** Redacts texts of a run whose key is `environment-key`, and in which `individual` is a word of the provider's. */
function redactor(): RedactText {
  return redactorOfTexts({
    hideSecrets: createHideSecrets(['environment-key']),
    learned: createLearnedValues((word) => word === 'individual'),
    standIn: createStandIn(createMemory()),
    isVocabulary: (word) => word === 'individual',
    unknown: places().unknown,
  })
}

const marked = (properties: Readonly<Record<string, Schema>>): Place => places().of({ properties })
const secret: Schema = { 'x-secret': true }
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const times = (count: number, text: string, wrap: (text: string) => string): string =>
  Array.from({ length: count }).reduce<string>((wrapped) => wrap(wrapped), text)

describe('any text is redacted', () => {
  it.each([
    ['by its form', 'to ada@acme.com', 'to person1@redacted.example'],
    ['by its form, as a secret', 'password: hunter2', 'password: secret_redacted1'],
    ['by value', 'with environment-key', 'with key_redacted1'],
    ['by value in base64', base64('for environment-key'), base64('for key_redacted1')],
    ['by value in base64 of anything', base64('\u{0}environment-key'), 'AGkey_redacted1Q=='],
    ['in JSON', '{"a":["ada@acme.com"]}', '{"a":["person1@redacted.example"]}'],
    ['in JSON after blanks', ' \n[ "ada@acme.com" ]', ' \n[ "person1@redacted.example" ]'],
    ['in a JSON string', '"ada@acme.com"', '"person1@redacted.example"'],
    ['in a name of JSON', '{"ada@acme.com":1}', '{"person1@redacted.example":1}'],
    ['by a name in JSON', '{"password":"abc"}', '{"password":"secret_redacted1"}'],
    ['in a form', 'a=1&b=ada%40acme.com', 'a=1&b=person1%40redacted.example'],
    ['in a name of a form', 'a=1&ada%40acme.com=1', 'a=1&person1%40redacted.example=1'],
    ['by a name in a form', 'x[password]=abc', 'x[password]=secret_redacted1'],
    ['in what is URL-encoded', 'to ada%40acme.com', 'to person1%40redacted.example'],
    ['in base64', `to ${base64('ada@acme.com')}`, `to ${base64('person1@redacted.example')}`],
    [
      'where it only begins like JSON',
      '[x] ada@acme.com: environment-key',
      '[x] person1@redacted.example: key_redacted1',
    ],
    ['where it only begins like JSON, as a whole', '[x] password: hunter2', '[x] password: secret_redacted1'],
    ['in base64 that reads like a form', `${base64('aπ ada@acme.com')}.`, `${base64('aπ person1@redacted.example')}.`],
    ['where JSON is cut off', '{"a":"ada@acme.com', '{"a":"person1@redacted.example'],
    ['as one address of the fewest characters', 'a@b.co', 'person1@redacted.example'],
  ])('%s', (_, text, redacted) => {
    expect(redactor().text(text)).toBe(redacted)
  })

  it.each(['a@b.c', 'nothing to hide', '{"a":1,"b":[true]}', 'a=1&b=2', 'x[y]'])('%s stays as it is', (text) => {
    expect(redactor().text(text)).toBe(text)
  })
})

describe('what is within a text is redacted', () => {
  // what JSON and forms hold is one deeper than their text
  it.each<[string, string, (text: string) => string, number]>([
    ['base64', 'to ada@acme.com', base64, 4],
    ['URL-encoding', 'ada@acme.com', encodeURIComponent, 4],
    ['JSON', '{"ssn":"Lovelace"}', (text) => JSON.stringify([text]), 3],
    ['forms', 'ssn=Lovelace', (text) => `a=${encodeURIComponent(text)}`, 3],
  ])('in %s up to four deep', (_, text, wrap, deepest) => {
    const isRedacted = (count: number): boolean =>
      redactor().text(times(count, text, wrap)) !== times(count, text, wrap)
    expect([0, 1, 2, 3, 4, 5].map(isRedacted)).toEqual([0, 1, 2, 3, 4, 5].map((count) => count <= deepest))
  })

  it('a key of the run however deep', () => {
    const five = times(5, 'x', (inner) => base64(`environment-key ${inner}`))
    expect(redactor().text(five)).not.toBe(five)
  })
})

describe('what stands at a place is redacted', () => {
  const root = marked({
    name: secret,
    mail: { ...secret, pattern: 'm$' },
    word: { ...secret, enum: ['sole proprietor'] },
    open: { type: 'string' },
  })

  it.each([
    ['a marked string', '{"name":"Ada"}', '{"name":"Name 1"}'],
    ['a marked word of the provider', '{"name":"individual"}', '{"name":"Name 1"}'],
    ['a marked string that is cut off', '{"name":"Ada', '{"name":"Name 1'],
    ['a marked string that a schema judges', '{"mail":"ada@acme.com"}', '{"mail":"aaa@aaaa.aab"}'],
    ['a marked value of a form', 'name=Ada', 'name=Name%201'],
    ['a documented word', '{"word":"sole proprietor"}', '{"word":"sole proprietor"}'],
    ['by its form, where nothing is marked', '{"open":"ada@acme.com"}', '{"open":"person1@redacted.example"}'],
    ['a word of the provider that its name alone tells', '{"password":"individual"}', '{"password":"individual"}'],
    ['any text', 'to ada@acme.com', 'to person1@redacted.example'],
    ['a marked number', '{"name":123456789}', '{"name":100000001}'],
    ['a marked number of two digits', '{"name":42}', '{"name":11}'],
    ['a marked number with a sign', '{"name":-42}', '{"name":0}'],
    ['a marked number with a fraction', '{"name":[4.25,42.5]}', '{"name":[0,0]}'],
    ['a marked number of one digit', '{"name":[7,-7,7.5]}', '{"name":[7,-7,7.5]}'],
    ['a number that is a card number', '{"a":4242424242424242}', '{"a":1000000000000018}'],
    ['no other number', '{"a":[4242424242424241,123456789]}', '{"a":[4242424242424241,123456789]}'],
  ])('%s', (_, body, redacted) => {
    expect(redactor().body(body, root)).toBe(redacted)
  })

  it('alone', () => {
    const { leaf, form } = redactor()
    expect([leaf('Ada', root.property('name')), leaf('ada@acme.com', root), form('name=Bob', root)]).toEqual([
      'Name 1',
      'person1@redacted.example',
      'name=Name%202',
    ])
  })

  it('and found again elsewhere, but for words that are documented', () => {
    const { body, text } = redactor()
    body('{"name":"Ada Lovelace","word":"sole proprietor"}', root)
    body('{"name":123456789}', root)
    body('{"a":4242424242424242}', root)
    expect(text('no Ada Lovelace, sole proprietor, has 123456789 or 4242424242424242x')).toBe(
      'no Name 1, sole proprietor, has 000000001 or 4242424242424242x',
    )
  })
})

describe('a value of a finding is redacted', () => {
  it.each([
    ['by its form', '["to ada@acme.com",4242424242424242]', '["to person1@redacted.example",1000000000000018]'],
    ['in its names', '{"ada@acme.com":1}', '{"person1@redacted.example":1}'],
    ['by a name', '{"password":"Ada","ssn":123456789}', '{"password":"secret_redacted1","ssn":100000001}'],
    ['as the value that was learned', '["Bob","123456"]', '["Name 1","000001"]'],
    ['as the number that was learned', '[123456,1234567]', '[100001,1234567]'],
    ['at its own place, although it was learned', '{"ssn":"Bob"}', '{"ssn":"Name 1"}'],
    ['but not where it is short', '[12345]', '[12345]'],
    ['and otherwise left alone', '["Bobby",7,"12345"]', '["Bobby",7,"00001"]'],
  ])('%s', (_, json, redacted) => {
    const { body, finding } = redactor()
    const root = marked({ name: secret, digits: secret })
    for (const value of ['"name":"Bob"', '"digits":"123456"', '"digits":"12345"']) body(`{${value}}`, root)
    expect(finding(json)).toBe(redacted)
  })
})
