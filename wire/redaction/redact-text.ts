import { redactBase64, redactUrlEncoded } from './encoded-tokens.ts'
import { editForm, isForm } from './form-text.ts'
import { editJson } from './json-text.ts'
import type { HideSecrets } from './known-secrets.ts'
import type { LearnedValues } from './learned-values.ts'
import type { Place } from './place.ts'
import type { StandIn } from './stand-in.ts'
import { replaceShapes } from './text-shapes.ts'
import { isCard } from './typed-placeholders.ts'

/** What redacting texts takes. */
export interface TextSetting {
  readonly hideSecrets: HideSecrets
  readonly learned: LearnedValues
  readonly standIn: StandIn
  readonly isVocabulary: (word: string) => boolean
  /** A place that nothing describes. */
  readonly unknown: Place
}

/** Redacts a text, and what stands at a place. */
export interface RedactText {
  /** Any text, with what is encoded or nested in it. */
  text(text: string): string
  /** A body: JSON, a form, or any text. */
  body(text: string, root: Place): string
  /** A value at its place. */
  leaf(value: string, place: Place): string
  form(text: string, root: Place): string
  /** A value of a finding, as JSON: no schema says where it stood, but what is known from elsewhere is known here. */
  finding(json: string): string
}

/** Shorter texts are words. */
const shortest = 6
/** Text within text within text is followed so far. */
const deepest = 4

export function redactorOfTexts({ hideSecrets, learned, standIn, isVocabulary, unknown }: TextSetting): RedactText {
  const write = (value: string): string => standIn(value, unknown)
  const secret = unknown.property('secret')
  const writeSecret = (value: string): string => standIn(value, secret)

  function marked(value: string, place: Place): string {
    // where only the name speaks, a word of the provider's own is no secret
    if (place.schemas.length === 0 && isVocabulary(value)) return value
    const placeholder = standIn(value, place)
    if (placeholder !== value) learned.learn(value)
    return placeholder
  }

  function text(value: string, depth = 0): string {
    if (value.length < shortest) return value
    const plain = hidden(value)
    return (depth < deepest ? nestedIn(plain, unknown, depth + 1) : undefined) ?? decoded(plain, depth)
  }

  /** Without what shows as it is. */
  function hidden(value: string): string {
    return learned.replace(replaceShapes(hideSecrets.plain(value), write, writeSecret), write)
  }

  /** Without what shows when it is decoded. */
  function decoded(value: string, depth: number): string {
    const inner = (token: string): string => text(token, depth + 1)
    return fromBase64(depth < deepest ? redactUrlEncoded(value, inner) : value, depth)
  }

  function fromBase64(value: string, depth: number): string {
    const inner = (token: string): string => text(token, depth + 1)
    return hideSecrets.encoded(depth < deepest ? redactBase64(value, inner) : value)
  }

  function nestedIn(value: string, root: Place, depth: number): string | undefined {
    if (/^\s*[[{"]/.test(value)) return json(value, root, depth)
    return isForm(value) ? form(value, root, depth) : undefined
  }

  const leaf = (value: string, place: Place, depth = 0): string =>
    place.marked ? marked(value, place) : text(value, depth)

  function json(value: string, root: Place, depth: number): string {
    const edited = editJson(value, root, {
      leaf: (inner, place) => leaf(inner, place, depth),
      number: (literal, place) => (place.marked || isCard(literal) ? numberFor(literal) : literal),
      name: (name) => text(name, depth),
    })
    try {
      JSON.parse(value)
      return edited
    } catch {
      // what only begins like JSON can be any text
      return decoded(hidden(edited), depth)
    }
  }

  /** Another number of the same length: digits cannot all be 0 in JSON. */
  function numberFor(literal: string): string {
    learned.learn(literal)
    return /^\d{2,}$/.test(literal) ? `1${standIn(literal, unknown).slice(1)}` : /\d{2}/.test(literal) ? '0' : literal
  }

  /** What reads like a form can be base64, in which a plus is no blank. */
  function form(value: string, root: Place, depth = 0): string {
    const edited = editForm(
      value,
      root,
      (inner, place) => leaf(inner, place, depth),
      (name) => text(name, depth),
    )
    return fromBase64(edited, depth)
  }

  return {
    text: (value) => text(value),
    leaf: (value, place) => leaf(value, place),
    form: (value, root) => form(value, root),
    finding: (value) =>
      editJson(value, unknown, {
        leaf: (inner, place) => (!place.marked && learned.has(inner) ? write(inner) : leaf(inner, place)),
        number: (literal, place) =>
          place.marked || isCard(literal) || (literal.length >= shortest && learned.has(literal))
            ? numberFor(literal)
            : literal,
        name: (name) => text(name),
      }),
    body: (value, root) => nestedIn(value, root, 0) ?? text(value),
  }
}
