/** An element as it stands in the source. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text directly after the start tag, up to the next tag, references resolved. */
  readonly text: string
}

const tag = /<(?<end>\/?)(?<name>[A-Za-z][\w-]*)(?<attributes>(?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(?<empty>\/?)>/y
const attribute = /([\w:-]+)(?:="([^"]*)")?/g
const raw = new Set(['script', 'style'])
const voids = new Set(['meta', 'input', 'link', 'br'])

/**
 * Reads markup as strictly as our reporters write it: quoted attributes, matching tags, no bare `<`, no bare `&`. Throws
 * where a browser or an XML reader would have to guess.
 */
export function readMarkup(source: string): readonly Element[] {
  const elements: Element[] = []
  const open: string[] = []
  let at = source.indexOf('<', source.search(/^<(?![!?])/m))
  while (at < source.length) {
    const found = matchAt(source, at)
    const { end, name, attributes, empty } = found
    at += found.length
    const start = at
    at = raw.has(name) && end === '' ? source.indexOf(`</${name}>`, at) : nextTag(source, at)
    const text = source.slice(start, at)
    if (!raw.has(name)) refuseBareAmpersand(text)
    if (end === '/') {
      const expected = open.pop()
      if (expected !== name) throw new Error(`</${name}> closes <${expected}>`)
    } else {
      elements.push({ name, attributes: attributesOf(attributes), text: raw.has(name) ? text : resolve(text) })
      if (empty === '' && !voids.has(name)) open.push(name)
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`)
  return elements
}

function matchAt(source: string, at: number) {
  tag.lastIndex = at
  const groups = tag.exec(source)?.groups
  if (groups === undefined) throw new Error(`no tag at ${source.slice(at, at + 80)}`)
  const { end = '', name = '', attributes = '', empty = '' } = groups
  return { end, name, attributes, empty, length: tag.lastIndex - at }
}

function nextTag(source: string, from: number): number {
  const next = source.indexOf('<', from)
  return next === -1 ? source.length : next
}

function attributesOf(source: string): Readonly<Record<string, string>> {
  refuseBareAmpersand(source)
  return Object.fromEntries([...source.matchAll(attribute)].map(([, name = '', value = '']) => [name, resolve(value)]))
}

function refuseBareAmpersand(text: string): void {
  const [bare] = /&(?!(?:amp|lt|gt|quot|#\d+);).{0,20}/s.exec(text) ?? []
  if (bare !== undefined) throw new Error(`bare ampersand: ${bare}`)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function resolve(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
  )
}
