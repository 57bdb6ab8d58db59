import { isCard } from './typed-placeholders.ts'

/** Puts a placeholder in place of a value that was found by its form. */
export type Write = (value: string) => string

const userInfo = /(?<=:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}(?=@)/g
const email = /(?<![\w.%+-])[\w.%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g
const key = /(?<![A-Za-z0-9])(?:sk|pk|rk|whsec)_(?:(?:test|live|prod|sandbox)_)?[A-Za-z0-9]{8,}/g
const jwt = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*)?/g
const credentials = /(?<=\b(?:bearer|basic)(?:\s{1,4}|%20|\+))[\w.~+/=:-]{8,}/gi
const assigned =
  /(?<=(?:api[_-]?key|passw(?:or)?d|client[_-]?secret|(?:access|refresh)[_-]?token)["']?\s{0,4}[:=]\s{0,4}["']?)[^\s"'&,;<>]{6,}/gi
/** Digits in groups, and what they are glued to. */
const digitRun = /(?<![\w.]|\d-)\d(?:[ -]?\d){12,}(?:\w|\.\d)*/g
const wholeGroup = /(?<![\w.])\d+(?!\w|\.\d)/g
const printedCard = /^(?:\d+|\d{4}[ -]\d{4,6}[ -]\d{4,5}(?:[ -]\d{1,4}){0,2})$/
const mostGroups = 5
const socialSecurity = /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g
const employer = /(?<![\w-])\d{2}-\d{7}(?![\w-])/g
const international = /(?<![\w+])\+[1-9]\d{7,14}(?!\w)/g
const national = /(?<![\w-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w-])/g

interface Writers {
  readonly write: Write
  readonly writeSecret: Write
  readonly writeOpaque: Write
}

/** What has to be in a text for any of some forms to be there, and how they are replaced. */
type Forms = readonly [hint: RegExp, replace: (text: string, writers: Writers) => string]

const allForms: readonly Forms[] = [
  [/@/, (text, { write, writeSecret }) => text.replace(userInfo, writeSecret).replace(email, write)],
  [/_|eyJ/, (text, { write }) => text.replace(key, write).replace(jwt, write)],
  [
    /bearer|basic|key|pass|client|token/i,
    (text, { writeOpaque }) => text.replace(credentials, writeOpaque).replace(assigned, writeOpaque),
  ],
  [
    /\d\d\d/,
    (text, { write }) =>
      text
        .replace(digitRun, (run) => replaceCards(run, write))
        .replace(socialSecurity, write)
        .replace(employer, write)
        .replace(international, write)
        .replace(national, write),
  ],
]

/** Replaces what its form alone, or the word before it, tells to be a secret or personal, wherever it stands. */
export function replaceShapes(text: string, write: Write, writeSecret: Write): string {
  const writeOpaque: Write = (value) => (isOpaque(value) ? writeSecret(value) : value)
  const writers = { write, writeSecret, writeOpaque }
  let redacted = text
  for (const [hint, replace] of allForms) {
    // Stryker disable next-line ConditionalExpression: what has no hint has none of the forms, and takes long to look for
    if (hint.test(redacted)) redacted = replace(redacted, writers)
  }
  return redacted
}

/** What no word looks like. */
function isOpaque(value: string): boolean {
  return /\d/.test(value) || value.length >= 20
}

/** Card numbers in a run of digits, whole or in the groups that cards are printed in. */
function replaceCards(run: string, write: Write): string {
  const groups = [...run.matchAll(wholeGroup)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  let redacted = ''
  let done = 0
  for (const [first, { start }] of groups.entries()) {
    // Stryker disable next-line MethodExpression: more groups are no card, and of a long run it would take the square of its length to see that
    const following = groups.slice(first, first + mostGroups)
    const card = following
      .map(({ end }) => run.slice(start, end))
      .findLast((part) => printedCard.test(part) && isCard(part.replaceAll(/\D/g, '')))
    if (card === undefined || start < done) continue
    redacted += run.slice(done, start) + write(card)
    done = start + card.length
  }
  return redacted + run.slice(done)
}
