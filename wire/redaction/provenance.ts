import type { Exchange, Headers } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { urlDecoded } from './encoded-tokens.ts'
import { ownCopy } from './own-copy.ts'

/** Tells what the suite made up from what a target has told it, where the suite itself sends the requests. */
export interface Provenance {
  /** Notes who was the first to say each value of an exchange. */
  see(exchange: Exchange): void
  /** What the request of an exchange says that the target had not said before, however much was forgotten since it was seen. */
  madeUpIn(exchange: Exchange): readonly string[]
  /** Whether we sent a value before the target said it. */
  isSent(value: string): boolean
  /** Whether the target said a value before we did, as it does an id. */
  isTold(value: string): boolean
}

/** Words of this length are remembered by themselves, as a suite repeats them in another case, or with something before or after. */
const longWord = 8

/** A word that everybody uses is nobody's. */
export function createProvenance(isVocabulary: (word: string) => boolean): Provenance {
  const sent = createRecent()
  const told = createRecent()
  /** As long as the exchange itself is kept. */
  const madeUp = new WeakMap<Exchange, readonly string[]>()
  /** Deliveries that came while a request was under way, which can repeat what it says. */
  let delivered: Exchange[] = []

  const hasTold = (value: string): boolean => keysOf(value).some(told.has)

  /** What a value is known by: its long words, else all of it. */
  function keysOf(value: string): readonly string[] {
    const lower = value.toLowerCase()
    if (lower.length < longWord) return [lower]
    const words = (lower.match(/[\p{L}\p{Nd}]{8,}/gu) ?? []).filter((word) => !isVocabulary(word))
    return words.length === 0 ? [lower] : words
  }

  /** A value, and the parts of one that is an address. */
  function note(value: string): void {
    if (isVocabulary(value) || sent.has(value.toLowerCase())) return
    keysOf(value).forEach(told.add)
    if (/[/?=]/.test(value)) for (const part of value.split(/[/?&=#]/)) if (part !== '') note(urlDecoded(part))
  }

  function noteDelivered(upTo: number): void {
    for (const { request } of delivered.filter(({ id }) => id <= upTo)) textsIn(parsed(request.body)).forEach(note)
    delivered = delivered.filter(({ id }) => id > upTo)
  }

  function see(exchange: Exchange): readonly string[] {
    const { request, response, after } = exchange
    noteDelivered(after ?? Infinity)
    const values = [...inPath(request.path), ...inHeaders(request.headers), ...inBody(request.body)]
    const own = values.filter((value) => !hasTold(value))
    for (const value of own) sent.add(value.toLowerCase())
    noteDelivered(Infinity)
    for (const value of inHeaders(response.headers)) note(value)
    for (const value of textsIn(response.json)) note(value)
    return own
  }

  function madeUpIn(exchange: Exchange): readonly string[] {
    const known = madeUp.get(exchange) ?? see(exchange)
    madeUp.set(exchange, known)
    return known
  }

  return {
    see(exchange) {
      if (exchange.direction === 'inbound') delivered.push(exchange)
      else madeUpIn(exchange)
    },
    madeUpIn: (exchange) => (exchange.direction === 'inbound' ? [] : madeUpIn(exchange)),
    isSent: (value) => sent.has(value.toLowerCase()),
    isTold(value) {
      noteDelivered(Infinity)
      return hasTold(value)
    },
  }
}

/** Texts of two generations; the older one is forgotten for a new one, so that a long run's memory stays flat. */
function createRecent(most = 50_000) {
  let young = new Set<string>()
  let old = new Set<string>()
  const has = (text: string): boolean => young.has(text) || old.has(text)
  return {
    has,
    add(text: string): void {
      if (has(text)) return
      if (young.size >= most) [old, young] = [young, new Set()]
      young.add(ownCopy(text))
    },
  }
}

function inHeaders(headers: Headers): readonly string[] {
  return headers.map(([, value]) => value)
}

function inPath(path: string): readonly string[] {
  const [way = '', query = ''] = path.split('?', 2)
  return [...way.split('/').map(urlDecoded), ...inForm(query)].filter((value) => value !== '')
}

function inBody(body: string): readonly string[] {
  if (!/^\s*[[{]/.test(body)) return inForm(body)
  const value = parsed(body)
  return value === undefined ? literalsIn(body) : textsIn(value)
}

/** The strings of JSON that is faulty. */
function literalsIn(text: string): readonly string[] {
  return (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((literal) => String(parsed(literal) ?? literal.slice(1, -1)))
}

/** Values and names of a form. */
function inForm(text: string): readonly string[] {
  return text
    .split('&')
    .flatMap((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s, 2).map((part) => urlDecoded(part.replaceAll('+', ' ')))
      return [...name.split(/[[\]]/), value]
    })
    .filter((value) => value !== '')
}

/** The texts and the names in a value. */
function textsIn(value: Json | undefined): readonly string[] {
  const found: string[] = []
  const visit = (inner: Json | undefined): void => {
    if (typeof inner === 'string') found.push(inner)
    else if (Array.isArray(inner)) inner.forEach(visit)
    else if (typeof inner === 'object' && inner !== null) {
      for (const [name, one] of Object.entries(inner)) {
        found.push(name)
        visit(one)
      }
    }
  }
  visit(value)
  return found
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
