// what JSON.stringify writes as it is: control and format characters, bidirectional ones among them, and separators of lines
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A value as JSON text in which every character prints, so that no viewer of the file is told to reorder or recolour it. */
export function writeJson(value: unknown, space?: number): string {
  const text = JSON.stringify(value, undefined, space)
  // line feeds between values are the only control characters that are no part of a string
  return text.replaceAll(invisible, (character) => (character === '\n' ? character : escaped(character)))
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
