/** Where an entry of `log.entries` stands in the file: bytes from `start` up to `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** The entries of a file, whether it has a place for them at all, and whether all of its brackets are closed. */
export interface Scanned {
  readonly spans: readonly Span[]
  readonly found: boolean
  readonly closed: boolean
}

/** The depths of the file, of `log`, and of `entries`, in brackets that are open. */
const depthOf = { file: 1, log: 2, entries: 3 } as const

/**
 * Finds the entries of a HAR file without reading it as a whole: the spans of the elements of the array at `/log/entries`.
 * Only brackets, strings and commas are looked at; whether an element is JSON is left to whoever reads it.
 */
export function entrySpans(chunks: Iterable<Buffer>): Scanned {
  const spans: Span[] = []
  const names: string[] = []
  let depth = 0
  let inString = false
  let escaped = false
  let text: number[] = []
  let last = ''
  let inEntries = false
  let found = false
  let start = -1
  let offset = 0

  const close = (at: number): void => {
    if (start !== -1) spans.push({ start, end: at })
    start = -1
  }

  for (const chunk of chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] as number
      if (inString) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) {
          inString = false
          last = depth <= depthOf.log ? Buffer.from(text).toString('utf8') : ''
        } else if (depth <= depthOf.log && text.length < 20) text.push(byte)
        else if (depth > depthOf.log) {
          // nothing in here is looked at: on to what may end it
          index = nextOf(chunk, index) - 1
        }
        continue
      }
      if (
        inEntries &&
        depth === depthOf.entries &&
        start === -1 &&
        byte > 0x20 &&
        byte !== comma &&
        byte !== closeBracket
      )
        start = offset + index
      switch (byte) {
        case quote:
          inString = true
          text = []
          break
        case colon:
          if (depth <= depthOf.log) names[depth] = last
          break
        case openBrace:
        case openBracket:
          depth += 1
          if (byte === openBracket && depth === depthOf.entries)
            inEntries = names[depthOf.file] === 'log' && names[depthOf.log] === 'entries'
          found ||= inEntries
          break
        case closeBrace:
        case closeBracket:
          if (inEntries && depth === depthOf.entries) {
            close(offset + index)
            inEntries = false
          }
          depth -= 1
          break
        case comma:
          if (inEntries && depth === depthOf.entries) close(offset + index)
          break
      }
    }
    offset += chunk.length
  }
  return { spans, found, closed: offset > 0 && depth === 0 && !inString }
}

/** Where the next quote or backslash is, or the end of the chunk. */
function nextOf(chunk: Buffer, from: number): number {
  const found = chunk.indexOf(quote, from)
  const end = found === -1 ? chunk.length : found
  const escape = chunk.subarray(from, end).indexOf(backslash)
  return escape === -1 ? end : from + escape
}
