import { redactBase64, redactEncoded } from './encoded-tokens.ts'
import { editForm, isForm } from './form-text.ts'
import { editJson } from './json-text.ts'
import type { Edit } from './json-text.ts'
import { isMark, isStarred } from '../../model/masked.ts'
import { judgedAlike } from './constraints.ts'
import { editMarkup, isMarkup } from './markup-text.ts'
import { editMultipart, isMultipart } from './multipart-text.ts'
import { isNumeral } from './names.ts'
import { ownCopy } from './own-copy.ts'
import { replaceNamed } from './named-values.ts'
import type { Place } from './place.ts'
import { redactorOfNumbers } from './redact-number.ts'
import { replaceRandom } from './random-text.ts'
import { replaceWhere, withPlainDigits } from './plain-digits.ts'
import { replaceUnknown } from './unknown-text.ts'
import type { TextSetting } from './text-setting.ts'
import { readingOf, voiceOf } from './voice.ts'
import type { Reading, Voice } from './voice.ts'
import { editTable, isTable } from './table-text.ts'
import { isPlaceholder } from './typed-placeholders.ts'

/** Redacts a text, and what stands at a place. */
export interface RedactText {
  /** A sentence of ours that can hold what somebody else wrote. */
  text(text: string): string
  /** A sentence of ours that repeats nothing of a target that is not redacted. */
  own(text: string): string
  /** A name that no schema lists. */
  name(name: string): string
  /** A body: JSON, a form, markup, a multipart message, or any text. */
  body(text: string, root: Place, voice: Voice): string
  /** A value at its place. */
  leaf(value: string, place: Place, voice: Voice): string
  form(text: string, root: Place, voice: Voice): string
  json(text: string, root: Place, voice: Voice): string
}

/** Text within text within text is followed so far. */
const deepest = 4
/** Shorter texts say nothing by their form. */
const shortest = 6

export function redactorOfTexts(setting: TextSetting): RedactText {
  const { hideSecrets, kinds, learned, own, isSent, isTold, standIn, stored, harmless, isMadeUp, unknown } = setting

  /** Whether we have sent a value before, as a whole or in parts, as a full name is of a first and a last one. */
  const isOwn = (value: string): boolean =>
    isSent(value) ||
    own.find(value) !== undefined ||
    (own.size > 0 && value.split(' ').every((part) => own.find(part) !== undefined))
  const isHarmless = (atom: string): boolean => harmless.atom(atom) || own.find(atom) !== undefined
  /** A value that its form tells. */
  const write = (value: string, label?: string): string =>
    isMadeUp(value) || own.find(value) !== undefined ? value : standIn(value, unknown, label)

  function leaf(value: string, place: Place, voice: Voice, depth = 0): string {
    if (value.trim() === '') return value
    if (voice === 'ours') return ours(value, place, depth)
    if (voice === 'expected') return expected(value, depth)
    if (place.words.has(value)) return value
    if (isOwn(value)) return text(value, 'ours', depth)
    if (place.marked) return hide(value, place)
    if (isStarred(value) || isPlaceholder(value) || isMark(value)) return value
    if (place.told !== 'open') return harmless.wording(value) || harmless.id(value) ? value : hide(value, place)
    if (harmless.word(value)) return value
    // where a schema says no more than that a text stands here, a client or a person has worded it, unless it is one word of the service
    const isWord = place.listed && !/\s/.test(value)
    const isDescribed = place.described === 'closely' || (place.described === 'loosely' && voice === 'theirs' && isWord)
    if (!isDescribed) return alike(value, undescribed(value, depth), place)
    const sought = learned.findSought(value)
    if (sought !== undefined) return standIn(sought, place)
    // digits that are an id or an amount by their name are no card number, although they could be one
    if (/^\d+$/.test(value) && isNumeral(place.name)) return hideSecrets.plain(value)
    return alike(value, text(value, isWord ? 'listed' : 'described', depth), place)
  }

  /** What is left of a value, if the schemas judge it as all of it; else a placeholder for all of it. */
  function alike(value: string, left: string, place: Place): string {
    return left === value || judgedAlike(place.schemas, value, left) ? left : standIn(value, place)
  }

  /** What stands at a place that tells that it is secret or personal. */
  function hide(value: string, place: Place): string {
    const placeholder = standIn(value, place)
    if (placeholder !== value) learned.learn(value)
    return placeholder
  }

  /** What we send is made up, but for what the target has told us before. */
  function ours(value: string, place: Place, depth: number): string {
    return own.find(value) === undefined ? leaf(value, place, 'theirs', depth) : text(value, 'ours', depth)
  }

  /** What is expected is what we wrote, but where it is what the target has said. */
  function expected(value: string, depth: number): string {
    if (isOwn(value)) return text(value, 'ours', depth)
    return stored(value) ?? closed.get(value) ?? text(value, isTold(value) ? 'described' : 'ours', depth)
  }

  /** A value that no schema describes, and what was stored of it. */
  const closed = new Map<string, string>()
  function undescribed(value: string, depth: number): string {
    const edited = text(value, 'undescribed', depth)
    if (edited !== value) {
      for (const [oldest] of closed)
        if (closed.size >= mostClosed) closed.delete(oldest)
        else break
      closed.set(ownCopy(value), edited)
    }
    return edited
  }

  function text(value: string, reading: Reading, depth = 0): string {
    if (value.length < (reading === 'undescribed' ? 2 : shortest)) return value
    const plain = hideSecrets.plain(value)
    // what is made up is made up in all its parts
    const nested =
      depth < deepest && reading !== 'ours' ? nestedIn(plain, unknown, voiceOf[reading], depth + 1) : undefined
    if (depth >= deepest && reading === 'undescribed' && /^\s*[{["]/.test(plain)) return standIn(value, unknown)
    return nested ?? flat(plain, reading, depth)
  }

  /** A text that is no body of its own. */
  function flat(value: string, reading: Reading, depth: number): string {
    const inner = (token: string): string => text(token, reading, depth + 1)
    const formed = reading === 'ours' ? value : replaceKinds(value)
    const rest = (part: string): string => {
      if (reading === 'ours') return encoded(part)
      const named = replaceNamed(part, harmless, write)
      if (reading === 'listed') return encoded(named)
      return encoded(named, (plain) =>
        reading === 'described'
          ? replaceRandom(hideSecrets.encoded(plain), isHarmless, write)
          : replaceUnknown(plain, isHarmless, write),
      )
    }
    const encoded = (part: string, between?: (plain: string) => string): string =>
      depth < deepest ? redactEncoded(part, inner, between) : (between?.(part) ?? part)
    const known = learned.replace(
      formed,
      (told, found) => (own.find(told) === undefined ? standIn(told, unknown) : found),
      (part) => own.replace(part, (_, found) => found, rest),
    )
    return hideSecrets.encoded(known)
  }

  /** Without what its form tells. */
  function replaceKinds(value: string): string {
    let edited = value
    let read = withPlainDigits(value)
    for (const { hint, form: pattern, label, holds } of kinds) {
      if (!hint.test(read)) continue
      const before = edited
      edited = replaceWhere(before, read, pattern, (found, seen) =>
        holds?.(seen) === false ? found : write(found, label),
      )
      if (edited !== before) read = withPlainDigits(edited)
    }
    return edited
  }

  function fromBase64(value: string, reading: Reading, depth: number): string {
    const inner = (token: string): string => text(token, reading, depth + 1)
    return hideSecrets.encoded(depth < deepest ? redactBase64(value, inner) : value)
  }

  function nestedIn(value: string, root: Place, voice: Voice, depth: number): string | undefined {
    if (/^\s*(?:[{"]|\[\s*(?:[[{"\]\d-]|true|false|null|$))/.test(value)) return json(value, root, voice, depth)
    if (isMultipart(value)) return editMultipart(value, root, editing(voice, depth))
    if (isMarkup(value)) return editMarkup(value, root, editing(voice, depth))
    if (isTable(value)) return editTable(value, root, editing(voice, depth))
    const address = /^((?:[a-z][a-z\d+.-]*:\/)?\/[^\s?#]*\?)(\S+)$/i.exec(value)
    if (address !== null)
      return `${leaf(address[1] as string, unknown, voice, depth)}${form(address[2] as string, root, voice, depth)}`
    return isForm(value) ? form(value, root, voice, depth) : undefined
  }

  function json(value: string, root: Place, voice: Voice, depth: number): string {
    const edited = editJson(value, root, editing(voice, depth))
    try {
      JSON.parse(value)
      return edited
    } catch {
      // what only begins like JSON can be any text
      return flat(edited, readingOf[voice], depth)
    }
  }

  const number = redactorOfNumbers(setting, (literal) => replaceKinds(literal) !== literal)

  function editing(voice: Voice, depth: number): Edit {
    return {
      leaf: (value, place) => leaf(value, place, voice, depth),
      number: (literal, place) => number(literal, place, voice),
      name: (name, place) => nameOf(name, place, voice, depth),
    }
  }

  /** A name that a schema lists tells nothing; any other can be anything, unless it reads as names do. */
  function nameOf(name: string, place: Place, voice: Voice, depth: number): string {
    if (place.listed && place.described !== 'not') return name
    if (voice === 'ours' && (name.match(/[^[\]]+/g) ?? []).every((step) => own.find(step) !== undefined))
      return text(name, 'ours', depth)
    if (voice === 'expected') return expected(name, depth)
    if (isOwn(name)) return name
    return text(name, /^[A-Za-z_$][\w$.:[\]-]{0,80}$/.test(name) ? 'described' : 'undescribed', depth)
  }

  /** What reads like a form can be base64, in which a plus is no blank. */
  function form(value: string, root: Place, voice: Voice, depth = 0): string {
    return fromBase64(editForm(value, root, editing(voice, depth)), readingOf[voice], depth)
  }

  return {
    text: (value) => text(value, 'described'),
    own: (value) => text(value, 'listed'),
    name: (name) => nameOf(name, unknown, 'theirs', 0),
    leaf: (value, place, voice) => leaf(value, place, voice),
    form: (value, root, voice) => form(value, root, voice),
    json: (value, root, voice) => json(value, root, voice, 0),
    // what schemas say of a body, they say of the value that it holds, and not of a text that cannot be read as one
    body: (value, root, voice) =>
      nestedIn(hideSecrets.plain(value), root, voice, 0) ??
      leaf(value, root.marked || root.told !== 'open' ? root : unknown, voice),
  }
}

const mostClosed = 2000
