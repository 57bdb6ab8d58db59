import { seedFor } from './seed.ts'

/** Names that are new on the target: the same for the same seed where the target starts empty. */
export function createNames(seed: number, nonce: string): (prefix: string) => string {
  let count = 0
  return (prefix) => {
    count += 1
    const digits = (seedFor(seed, `${nonce}${count}`) >>> 0).toString(36)
    return `${prefix}${nonce}${digits}${count}`
  }
}
