import fc from 'fast-check'
import { isCardNumber, withCheckDigit } from '../../../model/card-number.ts'
import * as checks from '../../../wire/redaction/check-digits.ts'

/** A kind of value that no output may hold. */
export interface PlantedKind {
  readonly kind: string
  readonly group: 'keys' | 'cards and accounts' | 'identity' | 'contact' | 'by name'
  readonly values: fc.Arbitrary<string>
  /** The name beside which it stands, where its form alone does not tell it. */
  readonly name?: string
  /** It looks random and nothing else, as ids do: where an id stands, it is stored. */
  readonly random?: true
}

const digit = '0123456789'
const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const hex = `${digit}abcdef`
const alphanumeric = `${lower}${upper}${digit}`
const base64 = `${alphanumeric}+/`

const of = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
/** Text in which a lower-case letter, an upper-case one and digits alternate somewhere, as in whatever is random. */
const random = (length: number, characters = alphanumeric) =>
  of(characters, length - 6).map((text) => `${text.slice(0, 3)}4k${text.slice(3, 7)}7Q${text.slice(7)}9z`)
const form = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((made) => made.join(''))
const between = (min: number, max: number, width: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(width, '0'))
const uuid = form(of(hex, 8), '-', of(hex, 4), '-4', of(hex, 3), '-a', of(hex, 3), '-', of(hex, 12))
const word = form(of(upper, 1), of('bcdfghjklmnpqrstvwxz', 7))
const month = between(1, 12, 2)
const day = between(1, 28, 2)
const year = between(45, 99, 2)

const cardOf = (prefix: string, length: number, groups: readonly number[] = [], separator = '') =>
  of(digit, length - prefix.length - 1)
    .map((rest) => withCheckDigit(`${prefix}${rest}`))
    .filter(isCardNumber)
    .map((number) => grouped(number, groups, separator))

function grouped(text: string, groups: readonly number[], separator: string): string {
  let from = 0
  const cut = groups.map((length) => text.slice(from, (from += length)))
  return [...cut, text.slice(from)].filter((part) => part !== '').join(separator)
}

const ibanOf = (country: string, length: number, separator = '') =>
  of(digit, length - 4).map((account) => {
    const check = [...Array(97).keys()].map((number) => String(number + 2).padStart(2, '0'))
    const found = check.map((two) => `${country}${two}${account}`).find((number) => checks.iban(number)) as string
    return separator === '' ? found : (found.match(/.{1,4}/g) as string[]).join(separator)
  })

/** Every kind that is promised. */
export const plantedKinds: readonly PlantedKind[] = [
  { kind: 'secret key of Stripe', group: 'keys', values: form('sk_test_', random(24)) },
  { kind: 'live key of Stripe', group: 'keys', values: form('sk_live_', random(99)) },
  { kind: 'publishable key of Stripe', group: 'keys', values: form('pk_live_', random(24)) },
  { kind: 'restricted key of Stripe', group: 'keys', values: form('rk_live_', random(40)) },
  { kind: 'key of Stripe without a mode', group: 'keys', values: form('sk_', random(24)) },
  {
    kind: 'webhook secret in base64',
    group: 'keys',
    values: form('whsec_', random(16), '+', random(8), '/', random(10), '='),
  },
  { kind: 'client secret of Stripe', group: 'keys', values: form('pi_', random(16), '_secret_', random(16)) },
  { kind: 'key id of AWS', group: 'keys', values: form('AKIA', of(`${upper}234567`, 16)) },
  { kind: 'key of Google', group: 'keys', values: form('AIza', of(`${alphanumeric}_-`, 35)) },
  { kind: 'token of Google', group: 'keys', values: form('ya29.', random(60)) },
  { kind: 'token of GitHub', group: 'keys', values: form('ghp_', random(36)) },
  { kind: 'fine-grained token of GitHub', group: 'keys', values: form('github_pat_', random(22), '_', random(40)) },
  { kind: 'token of GitLab', group: 'keys', values: form('glpat-', random(20)) },
  { kind: 'token of npm', group: 'keys', values: form('npm_', random(36)) },
  { kind: 'token of Slack', group: 'keys', values: form('xoxb-', of(digit, 12), '-', of(digit, 12), '-', random(24)) },
  { kind: 'key of SendGrid', group: 'keys', values: form('SG.', random(22), '.', random(43)) },
  { kind: 'key of Twilio', group: 'keys', values: form('SK', of(hex, 32)) },
  { kind: 'key of Mailgun', group: 'keys', values: form('key-', of(hex, 32)) },
  { kind: 'token of Telegram', group: 'keys', values: form(of('123456789', 9), ':AA', of(`${alphanumeric}_-`, 33)) },
  { kind: 'key of OpenAI', group: 'keys', values: form('sk-proj-', random(48)) },
  { kind: 'key of Anthropic', group: 'keys', values: form('sk-ant-api03-', random(80)) },
  { kind: 'token of Square', group: 'keys', values: form('sq0atp-', random(22)) },
  { kind: 'token of Shopify', group: 'keys', values: form('shpat_', of(hex, 32)) },
  { kind: 'key of Razorpay', group: 'keys', values: form('rzp_live_', random(14)) },
  { kind: 'key of Mollie', group: 'keys', values: form('live_', random(30)) },
  { kind: 'token of Plaid', group: 'keys', values: form('access-sandbox-', uuid) },
  { kind: 'token of DigitalOcean', group: 'keys', values: form('dop_v1_', of(hex, 64)) },
  { kind: 'token of Hugging Face', group: 'keys', values: form('hf_', random(34)) },
  {
    kind: 'key of a wallet',
    group: 'keys',
    values: form('xprv', of('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', 107)),
  },
  { kind: 'JSON web token', group: 'keys', values: form('eyJhbGciOiJIUzI1NiJ9.eyJ', random(40), '.', random(43)) },
  {
    kind: 'private key in PEM',
    group: 'keys',
    values: form(
      '-----BEGIN RSA PRIVATE KEY-----\n',
      of(base64, 64),
      '\n',
      of(base64, 64),
      '\n-----END RSA PRIVATE KEY-----',
    ),
  },
  {
    kind: 'secret key of AWS',
    group: 'keys',
    values: form(random(14), '/', random(12), '/', random(12)),
    random: true,
  },
  { kind: 'token of Docker', group: 'keys', values: form('dckr_pat_', of(`${alphanumeric}_-`, 27)) },
  { kind: 'token of PayPal', group: 'keys', values: form('A21AA', random(80)) },
  { kind: 'key of New Relic', group: 'keys', values: form('NRAK-', of(upper, 27)) },
  { kind: 'key of Heroku', group: 'keys', values: form('HRKU-', uuid) },
  { kind: 'token of Grafana', group: 'keys', values: form('glsa_', random(32), '_', of(hex, 8)) },
  { kind: 'token of Doppler', group: 'keys', values: form('dp.pt.', random(43)) },
  { kind: 'token of Terraform', group: 'keys', values: form(random(14), '.atlasv1.', random(67)) },
  {
    kind: 'webhook of Discord',
    group: 'keys',
    values: form('discord.com/api/webhooks/', of('123456789', 19), '/', random(68)),
  },
  { kind: 'key of a storage account of Azure', group: 'keys', values: form(random(86), '==') },
  {
    kind: 'private key of Bitcoin',
    group: 'keys',
    values: form('5', of('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', 48), '7k'),
  },
  { kind: 'password that is hashed', group: 'keys', values: form('$2b$12$', random(53)) },
  { kind: 'user and password of curl', group: 'keys', values: form('curl -u ', word, ':', random(12)) },
  { kind: 'password in the environment', group: 'keys', values: random(12), name: 'PGPASSWORD' },
  { kind: 'key of a vendor that is not listed', group: 'keys', values: form('acmepay_', random(32)), random: true },
  { kind: 'key of hexadecimal digits', group: 'keys', values: form('7a4', of(hex, 58), 'c1f'), random: true },
  { kind: 'key of random letters and digits', group: 'keys', values: random(40), random: true },
  { kind: 'Bearer credentials', group: 'keys', values: form('Bearer ', random(32)) },
  { kind: 'Bearer credentials in quotes', group: 'keys', values: form("Bearer '", random(32), "'") },
  { kind: 'Token credentials', group: 'keys', values: form('Token ', random(40)) },
  { kind: 'ApiKey credentials after a colon', group: 'keys', values: form('ApiKey: ', random(40)) },
  {
    kind: 'Basic credentials',
    group: 'keys',
    values: form(word, ':', random(20)).map((pair) => `Basic ${Buffer.from(pair).toString('base64')}`),
  },
  { kind: 'password in an address', group: 'keys', values: form('https://', word, ':', random(12), '@db.acme.com/x') },

  { kind: 'Visa card', group: 'cards and accounts', values: cardOf('4', 16) },
  { kind: 'Mastercard card', group: 'cards and accounts', values: cardOf('52', 16) },
  { kind: 'American Express card', group: 'cards and accounts', values: cardOf('37', 15) },
  { kind: 'UnionPay card of 19 digits', group: 'cards and accounts', values: cardOf('62', 19) },
  { kind: 'card with spaces', group: 'cards and accounts', values: cardOf('4', 16, [4, 4, 4], ' ') },
  { kind: 'card with dashes', group: 'cards and accounts', values: cardOf('51', 16, [4, 4, 4], '-') },
  { kind: 'card with dots', group: 'cards and accounts', values: cardOf('4', 16, [4, 4, 4], '.') },
  { kind: 'card with no-break spaces', group: 'cards and accounts', values: cardOf('4', 16, [4, 4, 4], '\u00a0') },
  { kind: 'card with slashes', group: 'cards and accounts', values: cardOf('4', 16, [4, 4, 4], '/') },
  { kind: 'card with blanks of no width', group: 'cards and accounts', values: cardOf('4', 16, [4, 4, 4], '\u200b') },
  {
    kind: 'card in digits of full width',
    group: 'cards and accounts',
    values: cardOf('4', 16).map((text) => text.replaceAll(/\d/g, (one) => String.fromCharCode(0xff10 + Number(one)))),
  },
  {
    kind: 'card in Arabic digits',
    group: 'cards and accounts',
    values: cardOf('4', 16).map((text) => text.replaceAll(/\d/g, (one) => String.fromCharCode(0x660 + Number(one)))),
  },
  { kind: 'security code after its name', group: 'cards and accounts', values: form('CVV ', between(101, 999, 3)) },
  { kind: 'American Express card as printed', group: 'cards and accounts', values: cardOf('34', 15, [4, 6], ' ') },
  {
    kind: 'first track of a card',
    group: 'cards and accounts',
    values: form(
      '%B',
      cardOf('4', 16),
      '^',
      word.map((text) => text.toUpperCase()),
      '/',
      word.map((text) => text.toUpperCase()),
      '^2512',
      of(digit, 12),
      '?',
    ),
  },
  {
    kind: 'second track of a card',
    group: 'cards and accounts',
    values: form(';', cardOf('4', 16), '=2512', of(digit, 12), '?'),
  },
  { kind: 'German IBAN', group: 'cards and accounts', values: ibanOf('DE', 22) },
  {
    kind: 'German IBAN in small letters',
    group: 'cards and accounts',
    values: ibanOf('DE', 22, ' ').map((text) => text.toLowerCase()),
  },
  { kind: 'IBAN with dots', group: 'cards and accounts', values: ibanOf('DE', 22, '.') },
  { kind: 'French IBAN with spaces', group: 'cards and accounts', values: ibanOf('FR', 27, ' ') },
  { kind: 'account number', group: 'cards and accounts', values: of('123456789', 12), name: 'account_no' },
  { kind: 'routing number', group: 'cards and accounts', values: of('123456789', 9), name: 'routingNumber' },
  {
    kind: 'sort code',
    group: 'cards and accounts',
    values: form(of('123456789', 2), '-', of(digit, 2), '-', of(digit, 2)),
    name: 'sort_code',
  },

  {
    kind: 'social security number',
    group: 'identity',
    values: form(between(100, 599, 3), '-', between(10, 99, 2), '-', between(1000, 9999, 4)).filter(
      checks.socialSecurity,
    ),
  },
  {
    kind: 'social security number with spaces',
    group: 'identity',
    values: form(between(100, 599, 3), ' ', between(10, 99, 2), ' ', between(1000, 9999, 4)).filter(
      checks.socialSecurity,
    ),
  },
  {
    kind: 'social security number with dots',
    group: 'identity',
    values: form(between(100, 599, 3), '.', between(10, 99, 2), '.', between(1000, 9999, 4)).filter(
      checks.socialSecurity,
    ),
  },
  {
    kind: 'employer number after its name',
    group: 'identity',
    values: form('EIN ', between(20, 99, 2), '-', of('123456789', 7)),
  },
  {
    kind: 'Finnish HETU',
    group: 'identity',
    values: form(day, month, year, '-', between(2, 899, 3), of('0123456789ABCDEFHJKLMNPRSTUVWXY', 1)).filter(
      checks.hetu,
    ),
  },
  { kind: 'Danish CPR', group: 'identity', values: form(day, month, year, '-', of('123456789', 4)) },
  {
    kind: 'Belgian national number',
    group: 'identity',
    values: form(year, '.', month, '.', day, '-', of('123456789', 3), '.', of('123456789', 2)),
  },
  {
    kind: 'Norwegian national number',
    group: 'identity',
    values: form(day, month, year, of(digit, 5)).filter(checks.norwegian),
  },
  {
    kind: 'machine-readable line of a passport',
    group: 'identity',
    values: form(
      of(upper, 1),
      of(digit, 9),
      'UTO',
      of(digit, 7),
      'F',
      of(digit, 7),
      of(`${upper}${digit}`, 9),
      '<<<<<10',
    ),
  },
  {
    kind: 'employer number',
    group: 'identity',
    values: form(between(20, 99, 2), '-', of('123456789', 7)),
    name: 'ein',
  },
  {
    kind: 'British national insurance number',
    group: 'identity',
    values: form('AB ', of(digit, 2), ' ', of(digit, 2), ' ', of(digit, 2), ' C'),
  },
  {
    kind: 'Canadian social insurance number',
    group: 'identity',
    values: of(digit, 8)
      .map((text) => grouped(withCheckDigit(text), [3, 3], '-'))
      .filter(checks.luhn),
  },
  {
    kind: 'Brazilian CPF',
    group: 'identity',
    values: form(of(digit, 3), '.', of(digit, 3), '.', of(digit, 3), '-', of(digit, 2)).filter(checks.cpf),
  },
  {
    kind: 'Brazilian CNPJ',
    group: 'identity',
    values: form(of(digit, 2), '.', of(digit, 3), '.', of(digit, 3), '/0001-', of(digit, 2)).filter(checks.cnpj),
  },
  {
    kind: 'Spanish DNI',
    group: 'identity',
    values: form(of(digit, 8), of('TRWAGMYFPDXBNJZSQVHLCKE', 1)).filter(checks.dni),
  },
  {
    kind: 'Italian codice fiscale',
    group: 'identity',
    values: form(
      of('BCDFGLMNPRST', 6),
      year,
      of('ABCDEHLMPRST', 1),
      day,
      of('ABCDEFGHI', 1),
      of(digit, 3),
      of(upper, 1),
    ),
  },
  {
    kind: 'French number of social security',
    group: 'identity',
    values: form('1 ', year, ' ', month, ' ', of('123456789', 2), ' ', of(digit, 3), ' ', of(digit, 3)).map(
      (text) =>
        [...Array(97).keys()]
          .map((key) => `${text} ${String(key + 1).padStart(2, '0')}`)
          .find((one) => checks.insee(one)) as string,
    ),
  },
  {
    kind: 'Swiss AHV number',
    group: 'identity',
    values: form('756.', of(digit, 4), '.', of(digit, 4), '.', of(digit, 2)).filter(checks.ahv),
  },
  { kind: 'Polish PESEL', group: 'identity', values: form(year, month, day, of(digit, 5)).filter(checks.pesel) },
  {
    kind: 'Indian Aadhaar',
    group: 'identity',
    values: form(of('23456789', 4), ' ', of(digit, 4), ' ', of(digit, 4)).filter(checks.verhoeff),
  },
  {
    kind: 'Chinese resident number',
    group: 'identity',
    values: form(between(110_000, 659_999, 6), '19', year, month, day, of(digit, 4)).filter(checks.residentId),
  },
  { kind: 'date of birth', group: 'identity', values: form('19', year, '-', month, '-', day), name: 'birth_date' },
  { kind: 'passport number', group: 'identity', values: form(of(upper, 1), of(digit, 8)), name: 'passportNo' },
  { kind: 'tax number', group: 'identity', values: of('123456789', 11), name: 'tax_id' },

  { kind: 'e-mail address', group: 'contact', values: form(word, '.', word, '@', of(lower, 9), '.com') },
  { kind: 'e-mail address with a plus', group: 'contact', values: form(of(lower, 7), '+tag@', of(lower, 9), '.co.uk') },
  {
    kind: 'e-mail address of another script',
    group: 'contact',
    values: form('jörg.', word, '@bücher-', of(lower, 5), '.de'),
  },
  {
    kind: 'e-mail address in quotes',
    group: 'contact',
    values: form('"', word, ' ', word, '"@', of(lower, 9), '.org'),
  },
  { kind: 'phone number', group: 'contact', values: form('+1', of('23456789', 10)) },
  {
    kind: 'phone number with separators',
    group: 'contact',
    values: form('+49 ', of('123456789', 3), ' ', of(digit, 4), '-', of(digit, 4)),
  },
  {
    kind: 'national phone number in groups of two',
    group: 'contact',
    values: form('0', of('123456', 1), ...Array.from({ length: 4 }, () => form(' ', of('123456789', 2)))),
  },
  {
    kind: 'national phone number with an area in brackets',
    group: 'contact',
    values: form('(0', of('123456789', 2), ') ', of('123456789', 6), '-', of('123456789', 2)),
  },
  {
    kind: 'phone number with the zeros of an international call',
    group: 'contact',
    values: form('0049 ', of('123456789', 2), ' ', of('123456789', 6)),
  },
  {
    kind: 'e-mail address without its sign',
    group: 'contact',
    values: form(of(lower, 7), '.', of(lower, 8), '[at]', of(lower, 9), '[dot]org'),
  },
  {
    kind: 'national phone number',
    group: 'contact',
    values: form('(', between(201, 989, 3), ') ', between(201, 989, 3), '-', of(digit, 4)),
  },
  { kind: 'name of a person', group: 'contact', values: form(word, ' ', word), name: 'holder_name' },
  { kind: 'street', group: 'contact', values: form(between(100, 999, 3), ' ', word, ' ', word), name: 'address_line1' },
  { kind: 'city', group: 'contact', values: word, name: 'billing-city' },
  {
    kind: 'IP address',
    group: 'contact',
    values: form(between(11, 99, 2), '.', between(100, 255, 3), '.', between(100, 255, 3), '.217'),
    name: 'ip_address',
  },

  { kind: 'password', group: 'by name', values: random(12), name: 'password' },
  { kind: 'password that is a word', group: 'by name', values: fc.constant('Page'), name: 'user_password' },
  { kind: 'PIN', group: 'by name', values: of('123456789', 4), name: 'pin' },
  { kind: 'one-time code', group: 'by name', values: of('123456789', 6), name: 'otpCode' },
  { kind: 'security code of a card', group: 'by name', values: of('123456789', 3), name: 'cvc' },
  { kind: 'secret', group: 'by name', values: random(16), name: 'clientSecret' },
  { kind: 'token', group: 'by name', values: random(16), name: 'access_token' },
  { kind: 'key', group: 'by name', values: random(16), name: 'signing-key' },
]
