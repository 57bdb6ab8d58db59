// XML 1.0 has no way to write these characters, not even as a reference.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

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
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
  const start = `<${name}${written.join('')}`
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
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
