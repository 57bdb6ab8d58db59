import type { Exchange, WireRequest } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isObject, pointerStep } from '../model/json.ts'
import { Blocked } from '../model/trial.ts'
import { WireError } from '../wire/errors.ts'
import { bodyOf } from '../suites/observers/view.ts'
import { fieldFlaw, pathFlaw } from '../model/request-form.ts'

/** The most that servers take of a request line, by RFC 9112. */
const longestPath = 8_000

const longestField = 8_000

/**
 * Checks a request that is made of what the target said, such as an id or a URL, before it is sent. Throws `Blocked` on the answer that
 * a text comes from which no request can carry. What is flawed for another reason is left to whoever sends it.
 */
export function assertUsable({ path: whole, headers }: WireRequest, seen: readonly Exchange[], template = ''): void {
  // a slash at the end is the description's own, and no empty part
  const path = template.endsWith('/') ? whole.replace(/\/(?=\?|$)/, '') : whole
  const flaw = flawIn(path)
  if (flaw !== undefined) {
    blockOn(seen, flaw, (text) => text !== '' && isHealed(path, text), usable)
    blockOn(seen, flaw, (text) => text === '' && isHealed(path, text), usable)
    // more than one text may be at fault
    blockOn(
      seen,
      flaw,
      (text) => formsOf(text).some((form) => path.includes(form) && flawIn(`/${form}`) !== undefined),
      usable,
    )
  }
  for (const [name, value] of headers) {
    const unfit = flawInField(value)
    if (unfit !== undefined)
      blockOn(
        seen,
        `as the header field ${name} ${unfit}`,
        (text) => flawInField(text) !== undefined && value.includes(text),
        usable,
      )
  }
}

/** Throws `Blocked` on the answer that a text comes from with which something could not be brought about; the error itself where it is ours. */
export function blockOnTexts(details: JsonObject, seen: readonly Exchange[], error: unknown): never {
  if (error instanceof WireError) throw error
  const texts = new Set(Object.values(details).filter((value) => typeof value === 'string'))
  const why = error instanceof Error ? error.message : String(error)
  blockOn(seen, why, (text) => texts.has(text))
  throw error
}

/** What no check of ours has in a path on purpose. */
function flawIn(path: string): string | undefined {
  const flaw = pathFlaw(path)
  if (flaw !== undefined) return flaw
  if (path.length > longestPath) return `it is longer than ${longestPath} characters`
  // a query can hold any text
  const [route = ''] = path.split('?')
  if (route.slice(1).split('/').some(isBlank)) return 'a part of it is empty'
  return holdsHidden(decoded(route)) ? 'it holds control characters or half of a character' : undefined
}

function flawInField(value: string): string | undefined {
  return fieldFlaw(value) ?? (value.length > longestField ? `it is longer than ${longestField} characters` : undefined)
}

const isBlank = (segment: string): boolean => decoded(segment).trim() === ''

/** Controls, marks that turn the direction of text, and what stands for a lone surrogate. */
const holdsHidden = (text: string): boolean => /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u.test(text)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a path has no flaw any more with another text in the place of this one. */
function isHealed(path: string, text: string): boolean {
  const mended =
    text === ''
      ? [path.replace(/\/(?=[/?]|$)/, '/x'), `/x${path}`]
      : formsOf(text).flatMap((form) => ['x', '/x'].map((other) => path.replaceAll(form, () => other)))
  return mended.some((other) => other !== path && flawIn(other) === undefined)
}

/** How a text stands in a path: as it is, or percent-encoded. */
const formsOf = (text: string): readonly string[] =>
  text === '' ? [] : [text, encodeURIComponent(text.toWellFormed())]

/** What a text has to be that others make requests of. */
const usable = 'a text that a request can carry'

function blockOn(seen: readonly Exchange[], flaw: string, isIt: (text: string) => boolean, expected?: string): void {
  for (const exchange of seen.toReversed()) {
    const at = placeOf(bodyOf(exchange) ?? null, '', isIt)
    if (at !== undefined)
      throw new Blocked(exchange, `nothing can be done with the text at ${at}: ${flaw}`, at, expected)
  }
}

/** JSON Pointer of the first string that is meant. */
function placeOf(value: Json, at: string, isIt: (text: string) => boolean): string | undefined {
  if (typeof value === 'string') return isIt(value) ? at : undefined
  const entries = Array.isArray(value)
    ? [...(value as readonly Json[]).entries()]
    : isObject(value)
      ? Object.entries(value)
      : []
  for (const [name, inner] of entries) {
    const found = placeOf(inner, `${at}${pointerStep(name)}`, isIt)
    if (found !== undefined) return found
  }
  return undefined
}
