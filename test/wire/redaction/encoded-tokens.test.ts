import { describe, expect, it } from 'vitest'
import { redactBase64, redactEncoded, urlDecoded } from '../../../wire/redaction/encoded-tokens.ts'

const hide = (text: string): string => text.replaceAll('ada@acme.com', 'person 1')
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('what is URL-encoded', () => {
  it.each([
    ['a%40b', 'a@b'],
    ['%C3%A4%e2%82%ac', 'ä€'],
    ['100%', '100%'],
    ['%4', '%4'],
    ['%zz%40', '%zz@'],
    ['%F6%40', '\u{fffd}@'],
    ['a+b', 'a+b'],
  ])('%s stands for %s', (text, decoded) => {
    expect(urlDecoded(text)).toBe(decoded)
  })

  it.each([
    ['ada%40acme.com', 'person%201'],
    ['to ada%40acme.com now', 'to person%201 now'],
    ['/x/ada%40acme.com?y=ada%40acme.com&z#ada%40acme.com', '/x/person%201?y=person%201&z#person%201'],
    [`"ada%40acme.com"'ada%40acme.com'<ada%40acme.com>`, `"person%201"'person%201'<person%201>`],
    ['(ada%40acme.com),ada%40acme.com;', '(person%201),person%201;'],
    ['%61da%40acme.com%21', 'person%201!'],
    ['ada%40acme.com%4', 'person%201%254'],
    ['x%20y 100% z%zz', 'x%20y 100% z%zz'],
    ['ada@acme.com %20', 'ada@acme.com %20'],
    ['ada@acme.com', 'ada@acme.com'],
  ])('%s is redacted as %s', (text, redacted) => {
    expect(redactEncoded(text, hide)).toBe(redacted)
  })
})

describe('what is written with entities of HTML or escapes of Unicode', () => {
  it.each([
    ['to ada&#64;acme.com now', 'to person 1 now'],
    ['ada&#x40;acme.com', 'person 1'],
    ['ada&commat;acme&period;com&amp;x', 'person 1&amp;x'],
    ['ada&#0064;acme.com<br>', 'person 1<br>'],
    [String.raw`to ada\u0040acme.com now`, 'to person 1 now'],
    [String.raw`ada\\u0040acme.com`, 'person 1'],
    [String.raw`ada\x40acme.com`, 'person 1'],
    [String.raw`ada\u{40}acme.com`, 'person 1'],
    ['a &amp; b &#9999999; &nosuch; &#x110000;', 'a &amp; b &#9999999; &nosuch; &#x110000;'],
    [String.raw`caf\u00e9 \u12`, String.raw`caf\u00e9 \u12`],
  ])('%s is redacted as %s', (text, redacted) => {
    expect(redactEncoded(text, hide)).toBe(redacted)
  })
})

describe('what is in base64', () => {
  it.each([
    ['is of the usual alphabet', base64('ada@acme.com??>'), base64('person 1??>')],
    ['stands in a text', `x ${base64('for ada@acme.com')} y`, `x ${base64('for person 1')} y`],
    ['has its padding', base64('ada@acme.com!!'), base64('person 1!!')],
    ['has no padding', base64('ada@acme.com!!').replaceAll('=', ''), base64('person 1!!').replaceAll('=', '')],
    ['needs no padding', base64('ada@acme.com'), base64('person 1')],
    [
      'is of the alphabet of URLs',
      Buffer.from('ada@acme.com ~~~???').toString('base64url'),
      Buffer.from('person 1 ~~~???').toString('base64url'),
    ],
    ['holds ends of lines and tabs', base64('ada@acme.com\r\n\tx'), base64('person 1\r\n\tx')],
    ['holds letters of any language', base64('ä€😀 ada@acme.com'), base64('ä€😀 person 1')],
    ['holds controls of other code pages', base64('ada@acme.com\u{80}\u{9f}'), base64('person 1\u{80}\u{9f}')],
  ])('and %s is redacted in it', (_, text, redacted) => {
    expect(redactBase64(text, hide)).toBe(redacted)
  })

  it.each([
    ['is no text, for a control character', base64('ada@acme.com\u{0}')],
    ['is no text, for another one', base64('ada@acme.com\u{1b}')],
    ['is no text, for the last of them', base64('ada@acme.com\u{7f}')],
    [
      'is no text, for bytes that are not UTF-8',
      Buffer.from([0xff, ...Buffer.from('ada@acme.com')]).toString('base64'),
    ],
    ['says nothing', base64('nothing to hide here')],
    ['is not written canonically, but says nothing', 'bm90aGluZyB0byBzZWV='],
    ['is too short', base64('ada@acme')],
  ])('and %s stays as it is', (_, text) => {
    expect(redactBase64(text, (decoded) => decoded.replaceAll(/ada@acme(?:\.com)?/g, 'person 1'))).toBe(text)
  })
})
