import { InvalidArgumentError } from 'commander'
import { canonicalHost } from '../model/host.ts'

/** A whole number in a range, for an option. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^-?\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
    return value
  }
}

/** Collects an option that may be given several times. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** Collects host names and addresses in the form in which they are compared. */
export function hosts(value: string, before: readonly string[] = []): readonly string[] {
  const host = canonicalHost(value)
  if (host === undefined) throw new InvalidArgumentError('It is a host name or an address, such as mock.example.')
  return [...before, host]
}
