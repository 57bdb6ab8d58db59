import { atoms } from './harmless.ts'

/** Groups of digits that make up one number. */
const grouped = /(?<![\p{L}\p{Nd}_.+-])\d{1,8}(?:[ ./\u00a0-]\d{1,8}){1,7}(?![\p{L}\p{Nd}_-])/gu
const mostDigits = 9
const joins = /^[\s,.'’&/+=#-]{1,3}$/u

interface Piece {
  readonly start: number
  readonly end: number
  readonly isCapital: boolean
  readonly isKnown: boolean
}

/**
 * Replaces all in a text that is not known to be harmless. Unknown words that follow each other are one value, with the capitalised
 * words beside them: of `Grace Hopper` nothing is left where `grace` is a word of the contract.
 */
export function replaceUnknown(
  text: string,
  isHarmless: (atom: string) => boolean,
  write: (value: string) => string,
): string {
  const numbered = text.replace(grouped, (found) =>
    found.replaceAll(/\D/g, '').length > mostDigits && !isMoment(found) ? write(found) : found,
  )
  const pieces = [...numbered.matchAll(atoms)].map(({ 0: atom, index }) => ({
    start: index,
    end: index + atom.length,
    isCapital: /^\p{Lu}/u.test(atom),
    isKnown: isHarmless(atom),
  }))
  let redacted = ''
  let done = 0
  for (let at = 0; at < pieces.length; at += 1) {
    if ((pieces[at] as Piece).isKnown) continue
    const first = firstOf(numbered, pieces, at, done)
    at = lastOf(numbered, pieces, at)
    const { start } = pieces[first] as Piece
    const { end } = pieces[at] as Piece
    redacted += numbered.slice(done, start) + write(numbered.slice(start, end))
    done = end
  }
  return redacted + numbered.slice(done)
}

function isMoment(text: string): boolean {
  return /^(?:19|20)\d{2}[-/.]\d{2}[-/.]\d{2}(?:\D|$)/.test(text)
}

/** Capitalised words right before are a part of the value, but for the first one of a sentence. */
function firstOf(text: string, pieces: readonly Piece[], from: number, done: number): number {
  let at = from
  for (;;) {
    const before = pieces[at - 1]
    const here = pieces[at] as Piece
    if (before === undefined || before.start < done || !before.isCapital || !here.isCapital) return at
    if (
      text.slice(before.end, here.start) !== ' ' ||
      /(?:^|[.!?:]\s{1,4})$/.test(text.slice(Math.max(0, before.start - 6), before.start))
    )
      return at
    at -= 1
  }
}

/** What follows is a part of the value as long as it is unknown, or capitalised. */
function lastOf(text: string, pieces: readonly Piece[], from: number): number {
  let at = from
  for (;;) {
    const here = pieces[at] as Piece
    const after = pieces[at + 1]
    if (after === undefined) return at
    const between = text.slice(here.end, after.start)
    const belongs = after.isKnown ? after.isCapital && here.isCapital && between === ' ' : joins.test(between)
    if (!belongs) return at
    at += 1
  }
}
