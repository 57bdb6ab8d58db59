import type { Parameters } from './body.ts'
import type { Wanted } from './charge.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Rules } from './rules.ts'

const wrong = (message: string): Refusal => refuse('bad-parameter', message)

function numberOf(value: unknown, written: boolean): number | undefined {
  if (!written) return typeof value === 'number' ? value : undefined
  return typeof value === 'string' && /^-?[0-9]+(\.[0-9]+)?$/u.test(value) ? Number(value) : undefined
}

function readAmount(rules: Rules, { values, written }: Parameters): number | Refusal {
  const amount = values.has('amount') ? numberOf(values.get('amount'), written) : rules.assumedAmount
  if (amount === undefined) return wrong('amount is not a number.')
  if (!Number.isInteger(amount) && !rules.takesFractions) return wrong('amount is not a whole number.')
  if (amount < rules.smallestAmount) return wrong(`amount is less than ${rules.smallestAmount}.`)
  if (amount > rules.largestAmount) return wrong(`amount is more than ${rules.largestAmount}.`)
  return Math.floor(amount)
}

function readCurrency(rules: Rules, { values }: Parameters): string | Refusal {
  const currency = values.get('currency') ?? rules.assumedCurrency
  if (typeof currency !== 'string' || !rules.takesCurrency(currency)) return wrong('currency is not btc.')
  return 'btc'
}

function readText(
  rules: Rules,
  { values }: Parameters,
  name: string,
  shortest: number,
  longest: number,
): string | Refusal {
  const text = values.get(name) ?? ''
  if (typeof text !== 'string') return wrong(`${name} is not a text.`)
  const length = rules.lengthOf(text)
  return length < shortest || length > longest
    ? wrong(`${name} does not have ${shortest} to ${longest} characters.`)
    : text
}

/** What the parameters of a create ask for, or the first thing that is wrong with them. */
export function readWanted(rules: Rules, parameters: Parameters): Wanted | Refusal {
  const missing = rules.needed.find((name) => !parameters.values.has(name))
  if (missing !== undefined) return wrong(`${missing} is missing.`)
  const amount = readAmount(rules, parameters)
  const currency = readCurrency(rules, parameters)
  const description = readText(rules, parameters, 'description', rules.shortestDescription, rules.longestDescription)
  const customerId = readText(rules, parameters, 'customer_id', 0, rules.longestCustomerId)
  if (isRefusal(amount)) return amount
  if (isRefusal(currency)) return currency
  if (isRefusal(description)) return description
  if (isRefusal(customerId)) return customerId
  return rules.kept({ amount, currency, description, customerId })
}
