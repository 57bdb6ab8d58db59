/** Digits of other scripts: full-width, Arabic, Devanagari and others, of one code unit each. */
const otherDigit = /(?![\0-\x7f])\p{Nd}/gu
const isDigit = /^\p{Nd}$/u

/** A text of the same length with the digits of every script as 0 to 9. */
export function withPlainDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text
  return text.replace(otherDigit, (digit) => (digit.length === 1 ? String(valueOf(digit.charCodeAt(0))) : digit))
}

/** The ten digits of a script follow each other, and nothing that is a digit comes right before. */
function valueOf(code: number): number {
  let value = 0
  while (value < 9 && isDigit.test(String.fromCharCode(code - value - 1))) value += 1
  return value
}

/** Replaces in a text what a pattern finds in another reading of it, which is as long. */
export function replaceWhere(
  text: string,
  read: string,
  pattern: RegExp,
  write: (found: string, seen: string) => string,
): string {
  if (read === text) return text.replace(pattern, (found) => write(found, found))
  let edited = ''
  let done = 0
  for (const { 0: seen, index } of read.matchAll(pattern)) {
    edited += text.slice(done, index) + write(text.slice(index, index + seen.length), seen)
    done = index + seen.length
  }
  return edited + text.slice(done)
}
