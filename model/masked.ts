const word = String.raw`(?:redacted|filtered|masked|hidden|removed|scrubbed|saniti[sz]ed|anonymi[sz]ed|omitted|censored|private|secret|key)`
const inBrackets = new RegExp(String.raw`[[<({]{1,3}\s*[\w .:-]{0,20}\b${word}\b[\w .:-]{0,20}[\])}>]{1,3}`, 'i')
const inCapitals =
  /(?<![A-Za-z])(?:REDACTED|FILTERED|MASKED|HIDDEN|REMOVED|SCRUBBED|SANITI[SZ]ED|OMITTED|CENSORED)(?![A-Za-z])/
const isWord = /^(?:redacted|filtered|masked|scrubbed|saniti[sz]ed|anonymi[sz]ed|omitted|censored)$/i
const crossedOut = /(?<![A-Za-z])(?:x{6,}|X{6,})(?![A-Za-z])/
const mostShown = 8

/** Whether a text says that its value was taken out: `[REDACTED]`, `<masked>`, `***`, `sk_test_XXXXXXXX`. */
export function isMasked(text: string): boolean {
  return isWord.test(text) || (maybe.test(text) && isMaskedSo(text))
}

/** What every such text has in it but a bare word; most texts are ids, and have not. */
const maybe = /[[<({*•]|[A-Z]{6}|x{6}/

function isMaskedSo(text: string): boolean {
  return isStarred(text) || inBrackets.test(text) || inCapitals.test(text) || crossedOut.test(text)
}

/** Stars or dots, and so few characters beside them that they tell nothing. */
export function isStarred(text: string): boolean {
  const hidden = text.match(/[*•]/g)?.length ?? 0
  return hidden >= 3 && (text.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) <= mostShown
}

const mark = new RegExp(String.raw`^[[<({]{1,3}\s?${word}\s?[\])}>]{1,3}$`, 'i')

/** Whether a text is nothing but such a mark. */
export function isMark(text: string): boolean {
  return mark.test(text)
}
