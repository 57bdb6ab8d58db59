import { isHeaderName } from '../model/header-name.ts'

// Control and format characters (line feed and tab apart), line separators and lone surrogates: a target's answer must not
// move the cursor, recolour the terminal or reorder the text around it.
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu

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
  if (at === 'status' || at === 'content' || at === 'body') return `the ${at}`
  return isHeaderName(at) ? `header ${oneLine(at)}` : oneLine(at)
}
