import type { Authentication } from './contract.ts'

/** The key that a run sends where it was given none: of the right shape, and of nobody. */
export function madeUpKey({ keyPrefix }: Authentication): string {
  return `${keyPrefix}assay${'0'.repeat(19)}`
}

/** Whether a key is one of those that nobody has. */
export function isMadeUpKey({ keyPrefix, unknownKey }: Authentication, key: string): boolean {
  return key === unknownKey || key.startsWith(`${keyPrefix}assay${'0'.repeat(15)}`)
}
