const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const hexadecimal = '0123456789abcdef'

/** Identifiers and other generated strings, fixed by a seed (a whole number from 0, of 53 bits at most). */
export interface Ids {
  /** Random letters and digits. */
  token(length: number): string
  /** Random lower-case hexadecimal digits. */
  hex(length: number): string
  /** A version 4 UUID. */
  uuid(): string
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number
}

export function createIds(seed: number, formed: (own: Ids) => Ids = (own) => own): Ids {
  let [a, b, c, count] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1]

  // sfc32: small and fast, with a state so large that the identifiers of two emulators do not meet
  function next(): number {
    const mixed = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + mixed) | 0
    return (mixed >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round += 1) next()

  const number = (below: number): number => Math.floor(next() * below)
  const draw = (alphabet: string, length: number): string => {
    let drawn = ''
    while (drawn.length < length) drawn += alphabet.charAt(number(alphabet.length))
    return drawn
  }

  return formed({
    number,
    token: (length) => draw(alphanumeric, length),
    hex: (length) => draw(hexadecimal, length),
    uuid: () => {
      const digits = draw(hexadecimal, 32)
      const variant = hexadecimal[8 + number(4)]
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
    },
  })
}
