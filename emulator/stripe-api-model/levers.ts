import { UnknownLever } from '../http.ts'
import type { Account } from './account.ts'

type Details = Readonly<Record<string, unknown>>
type Lever = (account: Account, details: Details) => void

/** A customer may pay no longer. */
function forbid(account: Account, { customer }: Details): void {
  if (typeof customer !== 'string' || account.customers.get(customer) === undefined)
    throw new Error('"customer" is the id of a customer of this key.')
  account.forbidden.add(customer)
}

/** So many more requests are answered; null lifts the limit. */
function limit(account: Account, { requests }: Details): void {
  account.allowance = requests === null ? undefined : countOf('requests', requests)
}

/** So many requests fail in the back end. */
function fail(account: Account, { requests }: Details): void {
  account.failures = countOf('requests', requests)
}

function countOf(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new Error(`"${name}" is a whole number, 0 or more.`)
  return value
}

const levers: ReadonlyMap<string, Lever> = new Map([
  ['forbid', forbid],
  ['limit', limit],
  ['fail', fail],
])

/** Does what the API has no call for. */
export function pullLever(account: Account, name: string, details: Details): null {
  const lever = levers.get(name)
  if (lever === undefined) throw new UnknownLever(`The levers are ${[...levers.keys()].join(', ')}, not ${name}.`)
  lever(account, details)
  return null
}
