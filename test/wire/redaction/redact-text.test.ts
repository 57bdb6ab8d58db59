import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { createHarmless } from '../../../wire/redaction/harmless.ts'
import { kindsFor } from '../../../wire/redaction/kinds.ts'
import { createKnownPhrases } from '../../../wire/redaction/known-phrases.ts'
import { createHideSecrets } from '../../../wire/redaction/known-secrets.ts'
import { createMemory } from '../../../wire/redaction/memory.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import type { Place } from '../../../wire/redaction/place.ts'
import { redactorOfTexts } from '../../../wire/redaction/redact-text.ts'
import type { RedactText } from '../../../wire/redaction/redact-text.ts'
import { createStandIn } from '../../../wire/redaction/stand-in.ts'
import { vocabularyOf } from '../../../wire/redaction/vocabulary.ts'

const places = createPlaces(new Map<string, Schema>())
const { unknown } = places
const isVocabulary = vocabularyOf()

/** Redacts texts of a run whose key is `environment-key`, after the suite and the target have said some values. */
function redactor({
  own = [],
  told = [],
}: { readonly own?: readonly string[]; readonly told?: readonly string[] } = {}): RedactText {
  const memory = createMemory()
  const sent = createKnownPhrases(isVocabulary)
  for (const value of own) sent.learn(value)
  return redactorOfTexts({
    hideSecrets: createHideSecrets(['environment-key']),
    kinds: kindsFor('acme_'),
    learned: createKnownPhrases(isVocabulary),
    own: sent,
    isSent: () => false,
    isTold: (value) => told.includes(value),
    standIn: createStandIn(memory),
    stored: (value) => memory.of(value)[0],
    harmless: createHarmless(isVocabulary, new Map()),
    isMadeUp: (key) => key === 'sk_test_madeup00000000',
    unknown,
  })
}

const text: Schema = { type: 'string' }
const secret: Schema = { 'x-secret': true }
const personal: Schema = { 'x-personal': true }
const described = (properties: Readonly<Record<string, Schema>>): Place => places.of({ properties })
const base64 = (value: string): string => Buffer.from(value).toString('base64')
const times = (count: number, value: string, wrap: (value: string) => string): string =>
  Array.from({ length: count }).reduce<string>((wrapped) => wrap(wrapped), value)

describe('any text is redacted', () => {
  it.each([
    ['by its form', 'to ada@acme.com', 'to [email 1]'],
    ['by a name in it', 'password: hunter2', 'password: secret_redacted1'],
    ['by value', 'with environment-key', 'with key_redacted1'],
    ['by value in base64', base64('for environment-key'), base64('for key_redacted1')],
    ['by value in base64 of anything', base64('\u{0}environment-key'), 'AGkey_redacted1Q=='],
    ['in JSON', '{"list":["ada@acme.com"]}', '{"list":["[email 1]"]}'],
    ['in JSON after blanks', ' \n[ "ada@acme.com" ]', ' \n[ "[email 1]" ]'],
    ['in a name of JSON', '{"ada@acme.com":1}', '{"[email 1]":1}'],
    ['by a name in JSON', '{"password":"abcdef1"}', '{"password":"secret_redacted1"}'],
    ['in a form', 'a=1&b=ada%40acme.com', 'a=1&b=%5Bemail%201%5D'],
    ['by a name in a form', 'x[password]=hunter2', 'x[password]=secret_redacted1'],
    ['in what is URL-encoded', 'to ada%40acme.com', 'to %5Bemail%201%5D'],
    ['in entities', 'to ada&#64;acme.com', 'to [email 1]'],
    ['in base64', `to ${base64('ada@acme.com')}`, `to ${base64('[email 1]')}`],
    ['in markup', 'x <b>ada@acme.com</b>', 'x <b>[email 1]</b>'],
    ['in an address', '/done?mail=ada%40acme.com', '/done?mail=%5Bemail%201%5D'],
    ['where it only begins like JSON', '[x] ada@acme.com: environment-key', '[x] [email 1]: key_redacted1'],
    ['in base64 that reads like a form', `${base64('aπ ada@acme.com')}.`, '%5Btext%201%5D==.'],
    ['where JSON is cut off', '{"list":"ada@acme.com', '{"list":"[email 1]'],
  ])('%s', (_, value, redacted) => {
    expect(redactor().text(value)).toBe(redacted)
  })

  it.each(['nothing to hide', '{"a":1,"b":[true]}', 'a=1&b=2', 'x[y]', 'the Lovelace of it', '[text 1]', '[redacted]'])(
    '%s stays as it is',
    (value) => {
      expect(redactor().text(value)).toBe(value)
    },
  )

  it('but for a key that is made up', () => {
    expect(redactor().text('no sk_test_madeup00000000 and sk_test_4eC39HqLyjWD')).toBe(
      'no sk_test_madeup00000000 and sk_test_redacted1',
    )
  })
})

describe('what is within a text is redacted', () => {
  // what JSON and forms hold is one deeper than their text
  it.each<[string, string, (value: string) => string, number]>([
    ['base64', 'to ada@acme.com', base64, 4],
    ['URL-encoding', 'ada@acme.com', encodeURIComponent, 4],
    ['JSON', '{"ssn":"Lovelace"}', (value) => JSON.stringify([value]), 3],
    ['forms', 'ssn=Lovelace', (value) => `a=${encodeURIComponent(value)}`, 3],
  ])('in %s up to four deep', (_, value, wrap, deepest) => {
    const isRedacted = (count: number): boolean =>
      !decodeURIComponent(redactor().text(times(count, value, wrap))).includes(
        decodeURIComponent(times(count, value, wrap)),
      )
    expect([0, 1, 2, 3].map(isRedacted)).toEqual([0, 1, 2, 3].map((count) => count <= deepest))
  })

  it('a key of the run however deep', () => {
    const five = times(5, 'x', (inner) => base64(`environment-key ${inner}`))
    expect(redactor().text(five)).not.toBe(five)
  })
})

describe('what stands at a place is redacted', () => {
  const root = described({
    name: personal,
    mail: { ...personal, pattern: 'm$' },
    word: { ...personal, enum: ['sole proprietor'] },
    note: text,
    code: { type: 'string', pattern: '^[a-z@.]+$' },
    order_id: text,
    cvc: text,
  })

  it.each([
    ['a marked string', '{"name":"Ada"}', '{"name":"[name 1]"}'],
    ['a marked word of the provider', '{"name":"individual"}', '{"name":"[name 1]"}'],
    ['a marked string that is cut off', '{"name":"Ada', '{"name":"[name 1]'],
    ['a marked string that a schema judges', '{"mail":"ada@acme.com"}', '{"mail":"aaa@aaaa.aab"}'],
    ['a marked value of a form', 'name=Ada', 'name=%5Bname%201%5D'],
    ['a documented word', '{"word":"sole proprietor"}', '{"word":"sole proprietor"}'],
    ['the names of a described text', '{"note":"Ada of ada@acme.com"}', '{"note":"[text 1] of [email 1]"}'],
    ['no word of a described text', '{"note":"Ada"}', '{"note":"Ada"}'],
    [
      'all of it where a part would be judged in another way',
      '{"code":"to.ada@acme.com"}',
      '{"code":"aa.aaa@aaaa.aab"}',
    ],
    ['what a name tells although a schema describes it', '{"cvc":"123"}', '{"cvc":"secret_redacted1"}'],
    ['no digits that are an id by their name', '{"order_id":"4242424242424242"}', '{"order_id":"4242424242424242"}'],
    ['but a card number in an id', '{"order_id":"4242 4242 4242 4242"}', '{"order_id":"[card 1]"}'],
    [
      'all that is not harmless where nothing describes it',
      '{"more":"status of Lovelace"}',
      '{"more":"status of [text 1]"}',
    ],
    ['the shortest text there', '{"more":"Bo"}', '{"more":"[text 1]"}'],
    ['a word that its name alone tells', '{"first_name":"Page"}', '{"first_name":"[name 1]"}'],
    ['no wording of an error', '{"errors":{"password":["is required"]}}', '{"errors":{"password":["is required"]}}'],
    ['a name that is none', '{"Ada Lovelace":1}', '{"[text 1]":1}'],
    ['a marked number', '{"name":123456789}', '{"name":100000001}'],
    ['a marked number of two digits', '{"name":42}', '{"name":11}'],
    ['a marked number with a sign', '{"name":-42}', '{"name":0}'],
    ['a marked number with a fraction', '{"name":[4.25,42.5]}', '{"name":[0,0]}'],
    ['a marked number of one digit', '{"name":[7,-7,7.5]}', '{"name":[7,-7,7.5]}'],
    ['a number that its name tells', '{"more":{"pin":1234}}', '{"more":{"pin":1001}}'],
    ['no short number that its name tells', '{"more":{"pin":12}}', '{"more":{"pin":12}}'],
    ['a number that is a card number', '{"a":4242424242424242}', '{"a":1000000000000018}'],
    ['no number that is an amount by its name', '{"amount":4242424242424242}', '{"amount":4242424242424242}'],
    ['no other number', '{"a":[4242424242424241,123456789]}', '{"a":[4242424242424241,123456789]}'],
  ])('%s', (_, body, redacted) => {
    expect(redactor().body(body, root, 'theirs')).toBe(redacted)
  })

  it('and in a refusal a text of which only the type is described', () => {
    const { body } = redactor()
    expect(body('{"note":"no Lovelace","code":"lovelace"}', root, 'refusal')).toBe(
      '{"note":"no [text 1]","code":"lovelace"}',
    )
  })

  it('and found again elsewhere, but for words that are documented', () => {
    const { body, text: redact } = redactor()
    body('{"name":"Ada Lovelace","word":"sole proprietor"}', root, 'theirs')
    body('{"name":123456789}', root, 'theirs')
    expect(redact('no ADA LOVELACE, sole proprietor, has 123456789')).toBe(
      'no [name 1], sole proprietor, has 000000001',
    )
    expect(body('{"note":"Ada Lovelace"}', root, 'theirs')).toBe('{"note":"[name 1]"}')
  })
})

describe('what we send', () => {
  const root = described({ name: personal, card: secret, token: secret, note: text })
  const sent = '{"name":"Ada Lovelace","card":"4242424242424242","note":"ada@acme.com","more":"Babbage"}'
  const values = ['Ada Lovelace', '4242424242424242', 'ada@acme.com', 'Babbage']

  it('stays as it is, and in what comes back', () => {
    const { body } = redactor({ own: values })
    expect(body(sent, root, 'ours')).toBe(sent)
    expect(body(sent, root, 'theirs')).toBe(sent)
    expect(body('{"message":"no ADA LOVELACE, no Babbage, but Hopper"}', unknown, 'refusal')).toBe(
      '{"message":"no ADA LOVELACE, no Babbage, but [text 1]"}',
    )
    expect(body('{"name":"Lovelace Ada"}', root, 'theirs')).toBe('{"name":"[name 1]"}')
    expect(body('{"name":"Babbage ada@acme.com"}', root, 'theirs')).toBe('{"name":"Babbage ada@acme.com"}')
  })

  it('but for keys of the environment', () => {
    expect(redactor().body('{"note":"environment-key"}', root, 'ours')).toBe('{"note":"key_redacted1"}')
  })

  it('but for what the target has said before', () => {
    const { body } = redactor()
    body('{"token":"hopper-123-secret"}', root, 'theirs')
    expect(
      body('{"token":"hopper-123-secret","note":"cus_1 of ada@acme.com","more":"of hopper-123-secret"}', root, 'ours'),
    ).toBe('{"token":"secret_redacted1","note":"cus_1 of [email 1]","more":"of secret_redacted1"}')
  })
})

describe('what we expect', () => {
  const expected = (json: string, place = unknown): string => redactor().json(json, place, 'expected')

  it('but for the form of what the target has said', () => {
    const value = 'cus_1 of ada@acme.com'
    expect(redactor({ told: [value] }).json(JSON.stringify(value), unknown, 'expected')).toBe('"cus_1 of [email 1]"')
  })

  it.each([
    '"Ada of ada@acme.com"',
    '{"at most":4242424242424242,"one of":["Lovelace",99999999]}',
    '"pattern ^req_[A-Za-z0-9]+$"',
    '{"password":"hunter2","pin":1234}',
    '{"Ada Lovelace":1}',
  ])('stays as it is: %s', (json) => {
    expect(expected(json)).toBe(json)
    expect(expected(json, described({ name: personal }).property('name'))).toBe(json)
  })

  it('but for what the target has said', () => {
    const { json, body } = redactor()
    const root = described({ name: personal })
    body('{"name":"Ada","more":"Babbage of ada@acme.com","other":{"pin":123456}}', root, 'theirs')
    expect(json('["Ada","Babbage of ada@acme.com",123456,"Babbage"]', unknown, 'expected')).toBe(
      '["[name 1]","[text 1] of [email 1]",100001,"[text 1]"]',
    )
  })
})
