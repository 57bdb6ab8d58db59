import type { Exchange, Headers, WireRequest } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { requestJson } from '../../model/request-json.ts'
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

const longNoted = 200
const mostNoted = 20_000

/** A word that everybody uses is nobody's. */
export function createProvenance(isVocabulary: (word: string) => boolean): Provenance {
  /** Texts of answers that were noted already, since anything was forgotten: most are names and words that come again and again. */
  const noted = new Set<string>()
  const sent = createRecent(() => noted.clear())
  const told = createRecent(() => noted.clear())
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

  function noteOnce(value: string): void {
    if (noted.has(value)) return
    note(value)
    if (value.length > longNoted) return
    if (noted.size >= mostNoted) noted.clear()
    noted.add(value)
  }

  function noteDelivered(upTo: number): void {
    if (delivered.length === 0) return
    for (const { request } of delivered.filter(({ id }) => id <= upTo)) eachText(parsed(request.body), noteOnce)
    delivered = delivered.filter(({ id }) => id > upTo)
  }

  function see(exchange: Exchange): readonly string[] {
    const { request, response, after } = exchange
    noteDelivered(after ?? Infinity)
    const values = [...inPath(request.path), ...inHeaders(request.headers), ...inBody(request)]
    const own = values.filter((value) => !hasTold(value))
    for (const value of own) sent.add(value.toLowerCase())
    noteDelivered(Infinity)
    for (const [, value] of response.headers) noteOnce(value)
    eachText(response.json, noteOnce)
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
function createRecent(onForget: () => void, most = 50_000) {
  let young = new Set<string>()
  let old = new Set<string>()
  const has = (text: string): boolean => young.has(text) || old.has(text)
  return {
    has,
    add(text: string): void {
      if (has(text)) return
      if (young.size >= most) {
        ;[old, young] = [young, new Set()]
        onForget()
      }
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

function inBody(request: WireRequest): readonly string[] {
  if (!/^\s*[[{]/.test(request.body)) return inForm(request.body)
  const value = requestJson(request)
  if (value === undefined) return literalsIn(request.body)
  const texts: string[] = []
  eachText(value, (text) => texts.push(text))
  return texts
}

/** The strings of JSON that is faulty. */
function literalsIn(text: string): readonly string[] {
  return (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((literal) => String(parsed(literal) ?? literal.slice(1, -1)))
}

/** Values and names of a form. */
function inForm(text: string): readonly string[] {
  if (text === '') return []
  return text
    .split('&')
    .flatMap((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s, 2).map((part) => urlDecoded(part.replaceAll('+', ' ')))
      return [...name.split(/[[\]]/), value]
    })
    .filter((value) => value !== '')
}

/** Visits the texts and the names in a value. */
function eachText(value: Json | undefined, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value)
  else if (Array.isArray(value)) for (const item of value as readonly Json[]) eachText(item, visit)
  else if (isObject(value))
    for (const name of Object.keys(value)) {
      visit(name)
      eachText(value[name], visit)
    }
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
