// XML 1.0 has no way to write most control characters and lone surrogates, not even as a reference.
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** An element with its attributes, whose values are escaped, and its content, which is not. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, inside = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
  const start = `<${name}${written.join('')}`
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`
}

/** Text as the content of an element. */
export function content(text: string): string {
  return writable(text).replaceAll(/[&<>\r]/g, (character) => references[character] ?? character)
}

function attribute(text: string): string {
  return writable(text).replaceAll(/[&<>"\n\r\t]/g, (character) => references[character] ?? character)
}

function writable(text: string): string {
  return text.replaceAll(unwritable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
