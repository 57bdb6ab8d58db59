import { isCard } from './typed-placeholders.ts'

/** Puts a placeholder in place of a value that was found by its form. */
export type Write = (value: string) => string

const userInfo = /(?<=:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}(?=@)/g
const email = /(?<![\w.%+-])[\w.%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g
const key = /(?<![A-Za-z0-9])(?:sk|pk|rk|whsec)_(?:(?:test|live|prod|sandbox)_)?[A-Za-z0-9]{8,}/g
const jwt = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*)?/g
const credentials = /(?<=\b(?:bearer|basic)(?:\s{1,4}|%20|\+))[\w.~+/=:-]{8,}/gi
const assigned =
  /(?<=\b(?:api[_-]?key|password|passwd|client_secret|access_token|refresh_token)["']?\s{0,4}[:=]\s{0,4}["']?)[^\s"'&,;<>]{6,}/gi
const digitRun = /(?<![\w.]|\d-)\d(?:[ -]?\d){12,}(?!\w|[ -]?\d|\.\d)/g
const socialSecurity = /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g
const employer = /(?<![\w-])\d{2}-\d{7}(?![\w-])/g
const international = /(?<![\w+])\+[1-9]\d{7,14}(?!\w)/g
const national = /(?<![\w-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w-])/g

/** Replaces what its form alone, or the word before it, tells to be a secret or personal, wherever it stands. */
export function replaceShapes(text: string, write: Write, writeSecret: Write): string {
  let redacted = text
  if (text.includes('@')) redacted = redacted.replace(userInfo, writeSecret).replace(email, write)
  if (/_|eyJ/.test(text)) redacted = redacted.replace(key, write).replace(jwt, write)
  if (/bearer|basic|key|pass|client_|_token/i.test(text)) redacted = replaceCredentials(redacted, writeSecret)
  if (/\d{3}/.test(text)) redacted = replaceDigits(redacted, write)
  return redacted
}

function replaceCredentials(text: string, write: Write): string {
  const writeOpaque: Write = (value) => (isOpaque(value) ? write(value) : value)
  return text.replace(credentials, writeOpaque).replace(assigned, writeOpaque)
}

function replaceDigits(text: string, write: Write): string {
  return text
    .replace(digitRun, (run) => replaceCards(run, write))
    .replace(socialSecurity, write)
    .replace(employer, write)
    .replace(international, write)
    .replace(national, write)
}

/** What no word looks like. */
function isOpaque(value: string): boolean {
  return /\d/.test(value) || value.length >= 20
}

/** Card numbers in a run of digits, whole or in the groups that cards are printed in. */
function replaceCards(run: string, write: Write): string {
  if (isCard(run)) return write(run)
  const groups = [...run.matchAll(/\d+/g)]
  let redacted = ''
  let done = 0
  for (let first = 0; first < groups.length; first += 1) {
    const start = startOf(groups[first])
    const last = [4, 3, 2, 1, 0].find(
      (more) => first + more < groups.length && isGroupedCard(run.slice(start, endOf(groups[first + more]))),
    )
    if (last === undefined) continue
    const end = endOf(groups[first + last])
    redacted += run.slice(done, start) + write(run.slice(start, end))
    done = end
    first += last
  }
  return redacted + run.slice(done)
}

function startOf(group: RegExpExecArray | undefined): number {
  return group?.index ?? 0
}

function endOf(group: RegExpExecArray | undefined): number {
  return group === undefined ? 0 : group.index + group[0].length
}

function isGroupedCard(part: string): boolean {
  return (
    (/^\d+$/.test(part) || /^\d{4}[ -]\d{4,6}[ -]\d{4,5}(?:[ -]\d{1,4}){0,2}$/.test(part)) &&
    isCard(part.replaceAll(/\D/g, ''))
  )
}
