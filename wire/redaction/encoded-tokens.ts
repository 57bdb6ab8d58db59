/** Redacts what is encoded inside of a text. */
export type Redact = (text: string) => string

const escapes = /(?:%[0-9a-f]{2})+/gi
const entity =
  /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|commat|period|num|plus|equals|sol|lowbar|colon));/gi
const unicodeEscape = /\\{1,4}(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2}))/gi

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  commat: '@',
  period: '.',
  num: '#',
  plus: '+',
  equals: '=',
  sol: '/',
  lowbar: '_',
  colon: ':',
}

interface Encoding {
  /** What has to be in a text for anything in it to be encoded so. */
  readonly hint: RegExp
  readonly token: RegExp
  /** The text behind a token; the token itself where it is not encoded. */
  readonly decode: (token: string) => string
  readonly encode: (text: string, token: string) => string
}

const percent: Encoding = {
  hint: /%[0-9a-f]{2}/i,
  token: /[^\s"<>,;&=?#/]+/g,
  decode: urlDecoded,
  encode: encodeURIComponent,
}
const entities: Encoding = { hint: /&#?\w+;/, token: /[^\s"<>]+/g, decode: entitiesDecoded, encode: entitiesEncoded }
const unicode: Encoding = { hint: /\\[ux]/, token: /[^\s"<>]+/g, decode: unicodeDecoded, encode: (text) => text }
const base64: Encoding = {
  hint: /[A-Za-z0-9+/_-]{12}/,
  token: /[A-Za-z0-9+/_-]{12,}={0,2}/g,
  decode: (token) => {
    const decoded = Buffer.from(token, 'base64').toString()
    return isReadable(decoded) ? decoded : token
  },
  encode: (text, token) => {
    const encoded = Buffer.from(text).toString(/[-_]/.test(token) ? 'base64url' : 'base64')
    return token.length % 4 === 0 ? encoded : encoded.replaceAll('=', '')
  },
}

/** URL-encoding, entities of HTML, escapes of Unicode, base64. */
const encodings: readonly Encoding[] = [percent, entities, unicode, base64]

/** Redacts what is encoded in a text, and writes it as it was encoded; what is not encoded is left to `between`. */
export function redactEncoded(text: string, redact: Redact, between: Redact = (part) => part): string {
  return redactBy(encodings, text, redact, between)
}

/** Redacts base64 alone. */
export function redactBase64(text: string, redact: Redact): string {
  return redactBy([base64], text, redact, (part) => part)
}

function redactBy([first, ...others]: readonly Encoding[], text: string, redact: Redact, between: Redact): string {
  if (first === undefined) return between(text)
  const rest = (part: string): string => (part === '' ? '' : redactBy(others, part, redact, between))
  // Stryker disable next-line ConditionalExpression: what is written as it is comes out as it is, and takes long to go through
  if (!first.hint.test(text)) return rest(text)
  let redacted = ''
  let done = 0
  for (const { 0: token, index } of text.matchAll(first.token)) {
    const decoded = first.decode(token)
    if (decoded === token) continue
    const inner = redact(decoded)
    redacted += rest(text.slice(done, index)) + (inner === decoded ? token : first.encode(inner, token))
    done = index + token.length
  }
  return redacted + rest(text.slice(done))
}

/** The text behind a URL-encoded one; what is not encoded as it should be, such as `100%`, stands for itself. */
export function urlDecoded(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(escapes, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
}

export function entitiesDecoded(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) =>
    name === undefined ? character(whole, decimal, hex) : (named[name.toLowerCase()] ?? whole),
  )
}

export function entitiesEncoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function unicodeDecoded(text: string): string {
  return text.replace(unicodeEscape, (whole, four?: string, braced?: string, two?: string) =>
    character(whole, undefined, four ?? braced ?? two),
  )
}

function character(whole: string, decimal: string | undefined, hex: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
}

/** Whether bytes were those of a text: control characters and what is not UTF-8 are of something else. */
function isReadable(text: string): boolean {
  return !/(?![\t\n\r\u{80}-\u{9f}])[\p{Cc}\u{fffd}]/u.test(text)
}
