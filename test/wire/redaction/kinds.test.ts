import { describe, expect, it } from 'vitest'
import type { HasCheckDigits } from '../../../wire/redaction/check-digits.ts'
import { kindsFor } from '../../../wire/redaction/kinds.ts'

const kinds = kindsFor('acme_')

/** A text with what its form tells in brackets; what an earlier form has found is no part of what a later one finds. */
const found = (text: string): string =>
  kinds.reduce(
    (edited, { hint, form, holds }) =>
      edited
        .split(/(‹[^›]*›)/)
        .map((part) => (part.startsWith('‹') || !hint.test(part) ? part : bracketed(part, form, holds)))
        .join(''),
    text,
  )

const bracketed = (text: string, form: RegExp, holds: HasCheckDigits = () => true): string =>
  text.replace(form, (value) => (holds(value) ? `‹${value}›` : value))

describe('by its form is found', () => {
  it.each([
    // e-mail addresses
    '‹ada@acme.com›',
    'to ‹ada.lovelace+1_x-y@mail.acme-1.co.uk›, please',
    "‹o'hara@acme.com›",
    '<‹ada@acme.com›>',
    'mailto:‹ada@acme.com›',
    '‹jörg@bücher.de›',
    '‹ada@xn--bcher-kva.example›',
    '‹"ada lovelace"@acme.com›',
    '‹ada@[192.168.0.1]›',
    // user and password of an address on the web
    'https://‹ada:pass›@acme.com',
    'see postgres://‹ada:p:w›@acme.com/x',
    'redis://‹:secret›@acme',
    // keys
    '‹sk_test_4eC39HqL›',
    '‹pk_live_4eC39HqL›',
    '‹sk_4eC39HqLyjWDarjtT1zdp7dc›',
    'key-‹sk_live_4eC39HqLyjWD›',
    '‹whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw/Twj+5v=›, and more',
    '‹acme_4eC39HqL›',
    '‹ghp_16C7e42F292c6912E7710c838347Ae178B4a›',
    '‹AKIAIOSFODNN7EXAMPLE›',
    '‹xoxb-123456789012-abcdefABCDEF›',
    '‹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›',
    '‹AccountKey=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6›;Endpoint=x',
    // JWTs and keys in PEM
    '‹eyJhbGci.eyJz›',
    '=‹eyJhbGci.eyJz.c›=',
    '‹-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----› x',
    String.raw`‹-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----›`,
    '‹-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb›',
    // card numbers
    '‹4242424242424242›',
    'card ‹4242 4242 4242 4242› 1st try',
    '‹4242-4242-4242-4242›.',
    '‹4242.4242.4242.4242›',
    '‹4242\u00a04242\u00a04242\u00a04242›',
    '‹3782 822463 10005›',
    '‹4222222222222›',
    '‹%B4242424242424242^LOVELACE/ADA^25121011234567890?›',
    '‹;4242424242424242=25121011234567890?›',
    // accounts
    '‹DE89370400440532013000›',
    'to ‹GB82 WEST 1234 5698 7654 32›.',
    // numbers that identify somebody
    'ssn ‹219-09-9999›.',
    '‹219 09 9999›',
    '‹AB 12 34 56 C›',
    '‹046-454-286›',
    '‹529.982.247-25›',
    '‹11.222.333/0001-81›',
    '‹12345678Z›',
    '‹X1234567L›',
    '‹RSSMRA85T10A562S›',
    '‹2 55 08 14 168 025 38›',
    '‹756.9217.0769.85›',
    '‹44051401359›',
    '‹850709-9805›',
    '‹11010519491231002X›',
    // phones
    '‹+12025550123›',
    '‹+12345678›',
    '‹+1 (202) 555-0123›',
    '‹+49 151 1234-5678›',
    'call ‹+12025550123›?',
    '‹(202) 555-0123›',
    '‹202-555-0123›',
    '‹202.555.0123›',
    '‹+5511987654325›',
  ])('%s', (text) => {
    expect(found(text.replaceAll(/[‹›]/g, ''))).toBe(text)
  })
})

describe('nothing is found in', () => {
  it.each([
    'ada@acme',
    'ada @acme.com',
    '@acme.com',
    'ada@.com',
    'lodash@4.17.21',
    '@types/node@20.1.0',
    'path@2x.png',
    'icon@3x.json',
    'https://ada@acme',
    'https://ada:@acme',
    'https://acme.com:8080/x',
    'sk_test_4eC39Hq',
    'pk_identifier1',
    'sk_identifier_of_a_thing_1',
    'task_management_system_2018',
    'desk_live_lamp_four',
    'npm_config_registry_address',
    'hf_some_long_identifier_here',
    'acme_4eC39Hq',
    'eyJhbG.eyJz',
    'xeyJhbGci.eyJz',
    '-----BEGIN-----',
    '4242424242424241',
    '1000000000000008',
    '0000000000000000',
    '4242_4242_4242_4242',
    'x4242424242424242',
    '0.4242424242424242',
    '4242424242424242.5',
    '4242424242424242x',
    'ch_4242424242424242',
    'DE89370400440532013001',
    'ch_ee563OPiOJsJBMxjMg6z46wm1rGAs',
    '4e396fe9-ba85-4dc2-aa82-5be0d81ddf18',
    '10-1234567',
    '12-3456789',
    '000-12-3456',
    '666-12-3456',
    '219-09-99990',
    'x219-09-9999',
    '046-454-287',
    '529.982.247-26',
    '12345678A',
    '2018-02-01',
    '2018-02-01T12:00:00.123456789Z',
    '1517486400',
    '1517486400000',
    '+1234567',
    '+02025550123',
    '1+12025550123',
    '+12025550123x',
    '1.2.3',
    '202-5555-123',
    '99999999',
  ])('%s', (text) => {
    expect(found(text)).toBe(text)
  })
})

// a form that looks at the rest of a text again and again does not come to an end with these
it.each(['4242 ', 'a@', 'sk_', 'A1', '+1 ', ';4', 'eyJ', '1.', '12-', '-----BEGIN ', 'https://a:', 'pi_', 'AB 12 '])(
  'a long text of %j is read to its end',
  (piece) => {
    expect(found(piece.repeat(500_000 / piece.length)).length).toBeGreaterThan(0)
  },
)
