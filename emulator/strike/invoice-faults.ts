import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Fault } from './codes.ts'
import { fault, isMissing, missing } from './faults.ts'
import type { Rules } from './rules.ts'

/** All that is wrong with a request for an invoice. */
export function invoiceFaults(body: JsonObject, rules: Rules): readonly Fault[] {
  const strangers = Object.keys(body).filter(
    (name) => !rules.invoiceProperties.includes(name) && !rules.isIgnored(name),
  )
  return [
    ...strangers.map((name) => fault('INVALID_DATA_VALUE', [name])),
    ...textFaults(body, 'correlationId', rules.correlationIdLength, rules),
    ...textFaults(body, 'description', rules.descriptionLength, rules),
    ...missing(body, rules.invoiceRequires),
    ...(isMissing(body['amount']) ? [] : amountFaults(body['amount'], rules)),
  ]
}

function textFaults(body: JsonObject, name: string, maxLength: number, rules: Rules): readonly Fault[] {
  const text = body[name]
  if (text === undefined || text === null) return []
  if (typeof text !== 'string') return [fault('INVALID_DATA_VALUE', [name])]
  return rules.lengthOf(text) > maxLength ? [fault('INVALID_DATA_MAXLENGTH', [name], { maxLength })] : []
}

function amountFaults(money: unknown, rules: Rules): readonly Fault[] {
  if (!isObject(money)) return [fault('INVALID_DATA_VALUE', ['amount'])]
  const { amount, currency } = money
  return [
    ...missing(money, rules.amountRequires, ['amount']),
    ...(isMissing(currency) ? [] : currencyFaults(currency, ['amount', 'currency'], rules)),
    ...(isMissing(amount) ? [] : numberFaults(amount, typeof currency === 'string' ? currency : '', rules)),
  ]
}

/** What is wrong with the code of a currency. */
export function currencyFaults(currency: unknown, path: readonly string[], rules: Rules): readonly Fault[] {
  if (typeof currency !== 'string') return [fault('INVALID_DATA_VALUE', path)]
  return rules.currencies.includes(currency) ? [] : [fault('INVALID_DATA_CURRENCY', path, { currency })]
}

function numberFaults(amount: unknown, currency: string, rules: Rules): readonly Fault[] {
  const isFine = typeof amount === 'string' && rules.isAmount(amount, currency)
  return isFine ? [] : [fault('INVALID_DATA_VALUE', ['amount', 'amount'])]
}
