import { isLabelled, labelIn, labelledPlace } from './labelled.ts'
import type { Place } from './place.ts'

/** What becomes of the parts of a text that carries values at places. */
export interface Edit {
  /** A string, or words that stand where a value should, as JSON does not have them. */
  readonly leaf: (value: string, place: Place) => string
  readonly number: (literal: string, place: Place) => string
  /** A name, and the place that it leads to. */
  readonly name: (name: string, place: Place) => string
}

interface Frame {
  readonly place: Place
  readonly isObject: boolean
  /** Where the next value stands. */
  next: Place
  /** The next string is a property name. */
  name: boolean
  /** The name of the property that comes next, and what a value before it says that the next one is. */
  property: string
  label: string
}

const deepest = 300
const symbols = /[{}[\],:]|[^\s{}[\],:](?:[^{}[\],:]*[^\s{}[\],:])?/g
const words: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/**
 * Edits the strings, numbers and names of a JSON text where they stand and leaves all else as it was written, faults
 * included: what could not be parsed before cannot be parsed after, and says no more than its strings and words say.
 */
export function editJson(text: string, root: Place, edit: Edit): string {
  const walk = createWalk(root)
  const value = (symbol: string): string => {
    if (/^-?\d[\d.eE+-]*$/.test(symbol)) return edit.number(symbol, walk.place())
    return words.has(symbol) ? symbol : edit.leaf(symbol, walk.place())
  }
  return partsOf(text)
    .map((part, index, { length }) => {
      if (index % 2 === 0) return part.replace(symbols, (symbol) => (walk.pass(symbol) ? symbol : value(symbol)))
      const isClosed = index < length - 1
      return editString(part, isClosed, (inner) => {
        if (walk.named(inner)) return edit.name(inner, walk.place())
        const edited = edit.leaf(inner, walk.place())
        walk.said(inner)
        return edited
      })
    })
    .join('')
}

/** In turn, what stands outside of strings and a string with its quotes; the last string may be cut off. */
function partsOf(text: string): readonly string[] {
  const cuts = [0]
  for (const { 0: mark, index } of text.matchAll(/\\[^]|"/g)) {
    if (mark === '"') cuts.push(cuts.length % 2 === 1 ? index : index + 1)
  }
  return cuts.map((cut, index) => text.slice(cut, cuts[index + 1]))
}

function editString(raw: string, isClosed: boolean, edit: (value: string) => string): string {
  const value = unescaped(raw.slice(1, isClosed ? -1 : undefined))
  const edited = edit(value)
  if (edited === value) return raw
  return JSON.stringify(edited).slice(0, isClosed ? undefined : -1)
}

/** What is no escape of JSON stands for itself. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u[\dA-Fa-f]{4}|["\\/bfnrt])/g, (escape) => JSON.parse(`"${escape}"`) as string)
}

interface Walk {
  /** Where the next value stands. */
  place(): Place
  /** Goes past a bracket, a comma or a colon; false where it is none. */
  pass(symbol: string): boolean
  /** Whether the next string is a name: then what follows stands there. */
  named(name: string): boolean
  /** Goes past a string that is a value, and can be a label of the next one. */
  said(value: string): void
}

/** Follows a JSON text through its places; what is too deep stands where the deepest stands. */
function createWalk(root: Place): Walk {
  const frames: Frame[] = []
  let beyond = 0
  const place = (): Place => frames.at(-1)?.next ?? root
  function open(isObject: boolean): void {
    if (frames.length === deepest) beyond += 1
    else
      frames.push({
        place: place(),
        isObject,
        next: isObject ? place() : place().item(),
        name: isObject,
        property: '',
        label: '',
      })
  }
  function close(): void {
    if (beyond > 0) beyond -= 1
    else frames.pop()
  }
  return {
    place,
    pass(symbol) {
      const frame = frames.at(-1)
      if (symbol === '{' || symbol === '[') open(symbol === '{')
      else if (symbol === '}' || symbol === ']') close()
      else if (symbol !== ',' && symbol !== ':') return false
      else if (frame !== undefined) frame.name = symbol === ',' && frame.isObject
      return true
    },
    named(name) {
      const frame = frames.at(-1)
      if (beyond > 0 || frame?.name !== true) return false
      const own = frame.place.property(name)
      frame.property = name
      frame.next = isLabelled(name) ? labelledPlace(own, frame.place, frame.label) : own
      return true
    },
    said(value) {
      const frame = frames.at(-1)
      if (beyond > 0 || frame === undefined) return
      if (frame.isObject) frame.label = labelIn(frame.property, value) ?? frame.label
      else frame.next = labelledPlace(frame.place.item(), frame.place, value)
    },
  }
}
