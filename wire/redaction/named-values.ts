import type { Harmless } from './harmless.ts'
import { toldByName } from './names.ts'

/** A name of one or two words, and what is between it and its value. */
const named =
  /([A-Za-z][\w.-]{0,40}(?: [A-Za-z]\w{0,20})?)(["'`)\]]{0,2}\s{0,4}(?:=>|[:=]|\bis\b|-->|\b(?:got |has |had |was |of |with )?(?:an? |the )?(?:invalid |bad |wrong )?value\b:?)\s{0,4}\(?)/g
/** A value: quoted, or up to the next blank with the capitalised words that follow. */
const valueHere = /"[^"\r\n]{1,200}"|'[^'\r\n]{1,200}'|[^\s"'&,;<>()[\]{}]+(?: \p{Lu}[^\s"'&,;<>()[\]{}]*){0,4}/uy
/** The name of a scheme of HTTP, and the credentials that it takes. */
const scheme =
  /\b(bearer|basic|token|api[ _-]?key|digest|apikey)((?:["']?\s{0,4}[:=]\s{0,4}|\s{1,4}|%20|\+)["']?)([\w.~+/:-]{6,}={0,2})(?![\w=])/gi

/** A number right after the name of a kind that has one: `EIN 47-3928172`, `CVV 731`. */
const numbered =
  /\b((?:SSN|SIN|EIN|ITIN|TIN|NINO|CVC|CVV|CSC|PIN|OTP|TAN)2?(?: (?:no|nr|number|code))?\.?[ #\u00a0]{1,3})(\d[\d -]{1,14}\d)(?![\w-])/gi

/** Replaces what a text itself names as secret or personal: `password=hunter2`, `"pin": "1234"`, `Bearer abc123`. */
export function replaceNamed(
  text: string,
  harmless: Harmless,
  write: (value: string, label?: string) => string,
): string {
  const labelled = text.replace(numbered, (_, name: string, value: string) => `${name}${write(value, 'secret')}`)
  if (!/[:=>]|\bis\b|\bvalue\b|bearer|basic|token|key|digest/i.test(text)) return labelled
  const schemed = labelled.replace(scheme, (whole, name: string, between: string, value: string) =>
    isOpaque(value) && !harmless.id(value) ? `${name}${between}${write(value, 'secret')}` : whole,
  )
  let redacted = ''
  let done = 0
  named.lastIndex = 0
  for (let found = named.exec(schemed); found !== null; found = named.exec(schemed)) {
    const [head, name = ''] = found
    const told = toldByName(name, false)
    if (told === 'open') continue
    valueHere.lastIndex = found.index + head.length
    const value = valueHere.exec(schemed)?.[0] ?? ''
    const quote = /^["']/.exec(value)?.[0] ?? ''
    const bare = quote === '' ? value.replace(/[.!?]{1,8}$/, '') : value.slice(1, -1)
    if (bare === '' || harmless.wording(bare) || harmless.id(bare)) continue
    const start = found.index + head.length + quote.length
    redacted += schemed.slice(done, start) + write(bare, told === 'secret' ? 'secret' : 'text')
    done = start + bare.length
    named.lastIndex = done
  }
  return redacted + schemed.slice(done)
}

/** What no word looks like. */
function isOpaque(value: string): boolean {
  return /\d/.test(value) || value.length >= 20 || /[a-z][A-Z]/.test(value)
}
