const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const hexadecimal = '0123456789abcdef'

/** Identifiers and other generated strings, fixed by a seed. */
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

export function createIds(seed: number): Ids {
  let state = seed >>> 0

  // mulberry32: small, fast, and good enough for identifiers nobody has to be unable to guess
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const number = (below: number): number => Math.floor(next() * below)
  const draw = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[number(alphabet.length)]).join('')

  return {
    number,
    token: (length) => draw(alphanumeric, length),
    hex: (length) => draw(hexadecimal, length),
    uuid: () => {
      const digits = draw(hexadecimal, 32)
      const variant = hexadecimal[8 + number(4)]
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
    },
  }
}
