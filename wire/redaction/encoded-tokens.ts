/** Redacts what is encoded inside of a text. */
export type Redact = (text: string) => string

const urlToken = /[^\s"'<>(),;&=?#/]+/g
const escapes = /(?:%[0-9a-f]{2})+/gi
const base64Token = /[A-Za-z0-9+/_-]{12,}={0,2}/g

/** Redacts what is URL-encoded in a text, and writes it URL-encoded. */
export function redactUrlEncoded(text: string, redact: Redact): string {
  // Stryker disable next-line ConditionalExpression: what is written as it is comes out as it is, and takes long to go through
  if (!/%/.test(text)) return text
  return text.replace(urlToken, (token) => {
    const decoded = urlDecoded(token)
    // what is written as it is was read already
    const redacted = decoded === token ? token : redact(decoded)
    return redacted === decoded ? token : encodeURIComponent(redacted)
  })
}

/** The text behind a URL-encoded one; what is not encoded as it should be, such as `100%`, stands for itself. */
export function urlDecoded(text: string): string {
  return text.replace(escapes, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
}

/** Redacts what stands in a text as base64 of another text, and writes it as base64 of the same alphabet. */
export function redactBase64(text: string, redact: Redact): string {
  return text.replace(base64Token, (token) => {
    const decoded = Buffer.from(token, 'base64').toString()
    if (!isReadable(decoded)) return token
    const redacted = redact(decoded)
    if (redacted === decoded) return token
    const encoded = Buffer.from(redacted).toString(/[-_]/.test(token) ? 'base64url' : 'base64')
    return token.length % 4 === 0 ? encoded : encoded.replaceAll('=', '')
  })
}

/** Whether bytes were those of a text: control characters and what is not UTF-8 are of something else. */
function isReadable(text: string): boolean {
  return !/(?![\t\n\r\u{80}-\u{9f}])[\p{Cc}\u{fffd}]/u.test(text)
}
