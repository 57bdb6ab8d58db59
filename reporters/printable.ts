// Control characters (line feed and tab apart), direction overrides, invisible separators and lone surrogates: a target's answer
// must not move the cursor, recolour the terminal or reorder the text around it.
// oxlint-disable-next-line no-control-regex
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ufff9-\ufffb]|\p{Cs}/gu

/** Text of a target with everything that does not print made visible. */
export function printable(text: string): string {
  return text.replaceAll(invisible, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

/** Printable text without line breaks. */
export function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

/** At most `limit` characters, with what was left out said. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = text.codePointAt(limit - 1) === text.charCodeAt(limit - 1) ? limit : limit - 1
  return `${text.slice(0, end)}… (${text.length - end} more characters)`
}

/** Where a finding points, in words. */
export function place(at: string): string {
  if (at === '') return 'the whole body'
  if (at === 'status') return 'the status'
  return at.startsWith('/') ? oneLine(at) : `header ${oneLine(at)}`
}
