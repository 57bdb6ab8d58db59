const lower = 'abcdefghijklmnopqrstuvwxyz'

/** A text with every digit and letter taken out of it: its shape alone. */
export function skeletonOf(text: string): string {
  return text.replaceAll(/(\p{Nd})|(\p{Lu})|\p{L}/gu, (_, digit?: string, upper?: string) => (digit === undefined ? (upper === undefined ? 'a' : 'A') : '0'))
}

/** A text of the same shape that carries a number in its last places; letters of hexadecimal text stay hexadecimal. */
export function shapedLike(text: string, number: number): string {
  const places = [...skeletonOf(text)]
  const letters = isHexadecimal(text) ? 6 : 26
  let left = number
  for (let index = places.length - 1; index >= 0 && left > 0; index -= 1) {
    const place = places[index] as string
    const radix = place === '0' ? 10 : place === 'a' || place === 'A' ? letters : 1
    if (radix === 1) continue
    const digit = left % radix
    left = Math.floor(left / radix)
    places[index] = place === '0' ? String(digit) : place === 'a' ? (lower[digit] as string) : (lower[digit] as string).toUpperCase()
  }
  return places.join('')
}

/** Digits, dots, spaces and the like: what stays digits in a placeholder. */
export function isNumeric(text: string): boolean {
  return /^[\d\s().+/-]*\d[\d\s().+/-]*$/.test(text)
}

function isHexadecimal(text: string): boolean {
  return /\d/.test(text) && !/[g-z]/i.test(text)
}
