import { describe, expect, it } from 'vitest'
import { createHideSecrets } from '../../../wire/redaction/known-secrets.ts'

const awkward = String.raw`a.b*c+d?e^f$g{h}i(j)k|l[m]n\o/p"q`

/** The awkward secret with each character written by its code. */
const each = (write: (code: number) => string): string => [...awkward].map((one) => write(one.charCodeAt(0))).join('')

describe('a secret of the run is hidden', () => {
  it.each<[string, string]>([
    ['as it is', awkward],
    ['URL-encoded', encodeURIComponent(awkward)],
    ['URL-encoded in lower case', encodeURIComponent(awkward).replaceAll(/%../g, (code) => code.toLowerCase())],
    ['escaped in JSON', JSON.stringify(awkward).slice(1, -1)],
    [
      'escaped in JSON, slashes too',
      JSON.stringify(awkward)
        .slice(1, -1)
        .replaceAll('/', String.raw`\/`),
    ],
    ['in hexadecimal', Buffer.from(awkward).toString('hex')],
    ['in hexadecimal in upper case', Buffer.from(awkward).toString('hex').toUpperCase()],
    [
      'in hexadecimal with blanks',
      Buffer.from(awkward)
        .toString('hex')
        .replaceAll(/..(?!$)/g, '$& '),
    ],
    ['in upper case', awkward.toUpperCase()],
    ['in lower case', awkward.toLowerCase()],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent(awkward))],
    ['with every byte URL-encoded', each((code) => `%${code.toString(16)}`)],
    ['with entities by name', awkward.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['with entities by number', each((code) => `&#${code};`)],
    ['with entities in hexadecimal', each((code) => `&#x${code.toString(16)};`)],
    ['with entities twice', each((code) => `&amp;#${code};`)],
    ['with escapes of Unicode', each((code) => String.raw`\u00${code.toString(16)}`)],
    ['with escapes of Unicode in JSON in JSON', each((code) => String.raw`\\u00${code.toString(16)}`)],
    ['with escapes of two digits', each((code) => String.raw`\x${code.toString(16)}`)],
    ['escaped in JSON in JSON', JSON.stringify(JSON.stringify(awkward)).slice(3, -3)],
  ])('%s', (_, written) => {
    const { plain } = createHideSecrets([awkward])
    expect(plain(`x${written}y ${written}`)).toBe('xkey_redacted1y key_redacted1')
  })

  it('and nothing that only resembles it', () => {
    const { plain } = createHideSecrets(['a.b*c+d'])
    for (const text of ['axb*c+d', 'a.bbc+d', 'a.bc+d', 'a.b*ccd']) expect(plain(text)).toBe(text)
  })
})

describe('the placeholder of a secret', () => {
  it.each([
    [['abcdef'], 'abcdef', 'key_redacted1'],
    [['abcdef', 'ghijkl'], 'abcdef ghijkl', 'key_redacted1 key_redacted2'],
    [['abcdef', 'abcdef', 'ghijkl'], 'abcdef ghijkl', 'key_redacted1 key_redacted2'],
    [[' abcdef\n', 'abcdef'], 'abcdef', 'key_redacted1'],
    [['abcdef', 'abcdefgh'], 'abcdefgh abcdef', 'key_redacted2 key_redacted1'],
    [['abcdefgh', 'abcdef'], 'abcdefgh abcdef', 'key_redacted1 key_redacted2'],
    [['abcdef', 'abcdefghi', 'abcdefgh'], 'abcdefghi', 'key_redacted2'],
    [['sk_test_1234'], 'sk_test_1234', 'sk_test_redacted1'],
    [['sk_live_1234'], 'sk_live_1234', 'sk_live_redacted1'],
    [['sk_prod_1234'], 'sk_prod_1234', 'sk_prod_redacted1'],
    [['rk_sandbox_1234'], 'rk_sandbox_1234', 'rk_sandbox_redacted1'],
    [['secret_1234'], 'secret_1234', 'secret_redacted1'],
    [['sk_demo_1234'], 'sk_demo_1234', 'sk_redacted1'],
    [['s_12345'], 's_12345', 'key_redacted1'],
    [['secrets_12345'], 'secrets_12345', 'key_redacted1'],
    [['1sk_12345'], '1sk_12345', 'key_redacted1'],
    [['SK_12345'], 'SK_12345', 'key_redacted1'],
  ])('%j in %s: %s', (secrets, text, hidden) => {
    expect(createHideSecrets(secrets).plain(text)).toBe(hidden)
  })

  it('is not given for what is shorter than six characters, or for nothing', () => {
    const { plain, encoded } = createHideSecrets(['abcde', '', '      '])
    const text = `abcde ${Buffer.from('abcde').toString('base64')}`
    expect([plain(text), encoded(text)]).toEqual([text, text])
  })
})

describe('a secret in base64 is hidden', () => {
  // all that base64 writes with + and / in one alphabet, with - and _ in the other
  const secret = '~~~???>>>~~~???>>>'
  const encoded = (text: string): string => createHideSecrets(['abcdef', secret]).encoded(text)

  describe.each(['base64', 'base64url'] as const)('in %s', (alphabet) => {
    it.each(['', 'u', 'us', 'use', 'user'])('wherever it begins: after "%s"', (before) => {
      for (const after of ['', ':', ':p', ':pw']) {
        const hidden = encoded(Buffer.from(before + secret + after).toString(alphabet))
        expect(hidden).toContain('key_redacted2')
        const [head = '', tail = ''] = hidden.split('key_redacted2')
        // what is left are the bits of its neighbours and, at each end, fewer than one character of its own
        expect(head.length).toBe(Math.ceil((before.length * 8) / 6))
        expect(tail.replaceAll('=', '').length).toBe(
          Math.ceil(((before + secret + after).length * 8) / 6) - Math.floor(((before + secret).length * 8) / 6),
        )
      }
    })
  })

  it('and nothing else', () => {
    expect(encoded('abcdef ~~~??? YWJj')).toBe('abcdef ~~~??? YWJj')
    expect(createHideSecrets([]).encoded('YWJjZGVm')).toBe('YWJjZGVm')
  })
})
