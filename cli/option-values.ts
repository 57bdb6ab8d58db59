import { InvalidArgumentError, Option } from 'commander'
import { canonicalHost } from '../model/host.ts'

/** A whole number in a range, for an option. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^-?\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`)
    return value
  }
}

/** An option that may be given several times. */
export function repeatable(flags: string, description: string, collect = several): Option {
  return new Option(flags, `${description}; may be repeated`).argParser(collect).default([], 'none')
}

/** Collects an option that may be given several times. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** Collects host names and addresses in the form in which they are compared. */
export function hosts(value: string, before: readonly string[] = []): readonly string[] {
  const host = canonicalHost(value)
  if (host === undefined) throw new InvalidArgumentError('Give a host name or an address, such as mock.example.')
  return [...before, host]
}
