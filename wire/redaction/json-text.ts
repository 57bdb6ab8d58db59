import type { Place } from './place.ts'

/** What becomes of the parts of a JSON text. */
export interface JsonEdit {
  readonly leaf: (value: string, place: Place) => string
  readonly number: (literal: string, place: Place) => string
  readonly name: (name: string) => string
}

interface Frame {
  readonly place: Place
  readonly isObject: boolean
  /** Where the next value stands. */
  next: Place
  /** The next string is a property name. */
  name: boolean
}

const deepest = 300
const token = /["{}[\],:]|-?\d[\d.eE+-]*/g

/**
 * Edits the strings, numbers and names of a JSON text where they stand and leaves all else as it was written, faults
 * included: what could not be parsed before cannot be parsed after, and says no more than its strings say.
 */
export function editJson(text: string, root: Place, edit: JsonEdit): string {
  const frames: Frame[] = []
  let beyond = 0
  let redacted = ''
  let done = 0
  const replace = (start: number, end: number, by: string): void => {
    redacted += text.slice(done, start) + by
    done = end
  }
  token.lastIndex = 0
  const scan = new RegExp(token)
  for (let found = scan.exec(text); found !== null; found = scan.exec(text)) {
    const [symbol] = found
    const frame = frames.at(-1)
    const place = frame?.next ?? root
    switch (symbol) {
      case '"': {
        const end = endOfString(text, found.index + 1)
        scan.lastIndex = end
        const raw = text.slice(found.index, end)
        const isName = beyond === 0 && frame?.name === true
        const edited = editString(raw, isName ? edit.name : (value) => edit.leaf(value, place), (name) => {
          if (isName) frame.next = frame.place.property(name)
        })
        if (edited !== raw) replace(found.index, end, edited)
        break
      }
      case '{':
      case '[':
        if (beyond > 0 || frames.length >= deepest) beyond += 1
        else
          frames.push({
            place,
            isObject: symbol === '{',
            next: symbol === '{' ? place : place.item(),
            name: symbol === '{',
          })
        break
      case '}':
      case ']':
        if (beyond > 0) beyond -= 1
        else frames.pop()
        break
      case ',':
      case ':':
        if (beyond === 0 && frame?.isObject === true) frame.name = symbol === ','
        break
      default: {
        const edited = edit.number(symbol, place)
        if (edited !== symbol) replace(found.index, found.index + symbol.length, edited)
      }
    }
  }
  return done === 0 ? text : redacted + text.slice(done)
}

/** Where a string that began before `from` ends: after its closing quote, or with the text where it is cut off. */
function endOfString(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x5c) index += 1
    else if (code === 0x22) return index + 1
  }
  return text.length
}

function editString(raw: string, edit: (value: string) => string, see: (value: string) => void): string {
  const closed = raw.length > 1 && raw.endsWith('"')
  const value = decoded(closed ? raw : `${raw}"`)
  see(value)
  const edited = edit(value)
  if (edited === value) return raw
  const written = JSON.stringify(edited)
  return closed ? written : written.slice(0, -1)
}

function decoded(raw: string): string {
  if (!raw.includes('\\')) return raw.slice(1, -1)
  try {
    return JSON.parse(raw) as string
  } catch {
    return raw.slice(1, -1)
  }
}
