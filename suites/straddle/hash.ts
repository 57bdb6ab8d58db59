/** A number below nine thousand million that another text hardly has. */
export function hashOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 257 + (letter.codePointAt(0) ?? 0)) % 8_999_999_993, 7)
}
