/** Redacts what is encoded inside of a text. */
export type Redact = (text: string) => string

const urlToken = /[^\s"'<>(),;&=?#/]+/g
const base64Token = /[A-Za-z0-9+/_-]{12,}={0,2}/g

/** Redacts what is URL-encoded in a text, and writes it URL-encoded. */
export function redactUrlEncoded(text: string, redact: Redact): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  return text.replace(urlToken, (token) => {
    const decoded = token.includes('%') ? urlDecoded(token) : token
    if (decoded === token || decoded === undefined) return token
    const redacted = redact(decoded)
    return redacted === decoded ? token : encodeURIComponent(redacted)
  })
}

/** The text behind a URL-encoded one; undefined where it is not encoded as it should be. */
export function urlDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Redacts what stands in a text as base64 of another text, and writes it as base64 of the same alphabet. */
export function redactBase64(text: string, redact: Redact): string {
  return text.replace(base64Token, (token) => {
    const decoded = base64Decoded(token)
    if (decoded === undefined) return token
    const redacted = redact(decoded)
    if (redacted === decoded) return token
    const encoded = Buffer.from(redacted).toString(/[-_]/.test(token) ? 'base64url' : 'base64')
    return token.endsWith('=') || token.length % 4 === 0 ? encoded : encoded.replaceAll('=', '')
  })
}

/** The text behind base64, or undefined where there is none: its first bytes decide in most cases. */
function base64Decoded(token: string): string | undefined {
  if (!isReadable(Buffer.from(token.slice(0, 8), 'base64').toString('latin1'), true)) return undefined
  const text = Buffer.from(token, 'base64').toString('utf8')
  return isReadable(text, false) ? text : undefined
}

function isReadable(text: string, bytes: boolean): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd || code === 0x7f || (code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09))
      return false
    if (bytes && code > 0x7f && code < 0xc0 && index === 0) return false
  }
  return true
}
