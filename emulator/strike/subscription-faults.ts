import type { Json, JsonObject } from '../../model/json.ts'
import type { Fault } from './codes.ts'
import { fault, isMissing } from './faults.ts'
import type { Rules } from './rules.ts'

type FaultsOf = (value: Json, rules: Rules) => readonly Fault[]

const faultsByProperty: Readonly<Record<string, FaultsOf>> = {
  webhookUrl: (value, rules) =>
    unless(typeof value === 'string' && rules.isWebhookUrl(value), fault('INVALID_DATA_VALUE', ['webhookUrl'])),
  webhookVersion: (value, rules) =>
    unless(
      typeof value === 'string' && rules.webhookVersions.includes(value),
      fault('INVALID_DATA_VALUE', ['webhookVersion']),
    ),
  enabled: (value) => unless(typeof value === 'boolean', fault('INVALID_DATA_VALUE', ['enabled'])),
  eventTypes: (value) => unless(isListOfTexts(value), fault('INVALID_DATA_VALUE', ['eventTypes'])),
  secret: secretFaults,
}

/** What is wrong with the properties that a request about a subscription has. */
export function subscriptionFaults(body: JsonObject, rules: Rules): readonly Fault[] {
  return Object.entries(faultsByProperty).flatMap(([name, faultsOf]) => {
    const value = body[name]
    return value === undefined || isMissing(value) ? [] : faultsOf(value, rules)
  })
}

function secretFaults(value: Json, rules: Rules): readonly Fault[] {
  if (typeof value !== 'string') return [fault('INVALID_DATA_VALUE', ['secret'])]
  const { secretMinLength: minLength, secretMaxLength: maxLength } = rules
  const length = rules.lengthOf(value)
  if (length < minLength) return [fault('INVALID_DATA_MINLENGTH', ['secret'], { minLength })]
  return unless(length <= maxLength, fault('INVALID_DATA_MAXLENGTH', ['secret'], { maxLength }))
}

function isListOfTexts(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && item !== '')
}

function unless(isFine: boolean, otherwise: Fault): readonly Fault[] {
  return isFine ? [] : [otherwise]
}
