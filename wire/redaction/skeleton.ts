const lower = 'abcdefghijklmnopqrstuvwxyz'

/** A text with every digit and letter taken out of it: its shape alone. */
export function skeletonOf(text: string): string {
  return text.replaceAll(/(\p{Nd})|(\p{Lu})|\p{L}/gu, (_, digit?: string, upper?: string) =>
    digit === undefined ? (upper === undefined ? 'a' : 'A') : '0',
  )
}

/** A text of the same shape that carries a number in its last places; letters of hexadecimal text stay hexadecimal. */
export function shapedLike(text: string, number: number): string {
  const letters = isHexadecimal(text) ? lower.slice(0, 6) : lower
  const alphabets: Readonly<Record<string, string>> = { '0': '0123456789', a: letters, A: letters.toUpperCase() }
  let left = number
  const reversed = [...skeletonOf(text)].toReversed().map((place) => {
    const alphabet = alphabets[place]
    if (alphabet === undefined) return place
    const written = alphabet[left % alphabet.length]
    left = Math.floor(left / alphabet.length)
    return written
  })
  return reversed.toReversed().join('')
}

/** Digits, dots, spaces and the like: what stays digits in a placeholder. */
export function isNumeric(text: string): boolean {
  return /\d/.test(text) && /^[\d\s().+/-]*$/.test(text)
}

function isHexadecimal(text: string): boolean {
  return /\d/.test(text) && !/[g-z]/i.test(text)
}
