import type { Json } from '../../../model/json.ts'
import { isObject } from '../../../model/json.ts'
import { config, customerPhone, device, metadata } from '../fields.ts'
import { list, maybe, nullable, oneOf, record, text } from '../reader.ts'
import type { Read, Reader } from '../reader.ts'
import type { Rules } from '../rules.ts'
import { customerOutcomes, customerStatuses } from './customer.ts'
import type { BusinessProfile, IndividualProfile } from './customer.ts'

const address = maybe(
  record({
    address1: text({ longest: 100 }),
    address2: maybe(text({ longest: 100 })),
    city: text({ longest: 100 }),
    state: text({ pattern: /^[A-Z]{2}$/ }),
    zip: text({ pattern: /^[0-9]{5}(-[0-9]{4})?$/ }),
  }),
)

const individual = record({
  ssn: nullable(text({ pattern: /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/ })),
  dob: nullable(text({ format: 'date' })),
})

const business = record({
  ein: nullable(text({ pattern: /^[0-9]{2}-[0-9]{7}$/ })),
  legal_business_name: nullable(text()),
  website: maybe(text({ format: 'uri' })),
  representatives: maybe(list(record({ name: text(), email: maybe(text()), phone: maybe(text()) }))),
})

function isBusiness(input: Json | undefined): boolean {
  return isObject(input) && ('ein' in input || 'legal_business_name' in input)
}

/** A profile is a person's or a business's; which one shows in its members. */
const profile: Reader<IndividualProfile | BusinessProfile | null | undefined> = maybe((input, at, problems) =>
  (isBusiness(input) ? business : individual)(input, at, problems),
)

const details = (rules: Rules) =>
  ({
    name: text(),
    email: text({ format: 'email' }),
    phone: customerPhone(rules),
    device,
    address,
    compliance_profile: profile,
    external_id: maybe(text()),
    metadata: metadata(rules),
  }) as const

export const creation = (rules: Rules) =>
  record({ ...details(rules), type: oneOf(['individual', 'business']), config: config(customerOutcomes) })

export const replacement = (rules: Rules) => record({ ...details(rules), status: oneOf(customerStatuses) })

export const decision = record({ status: oneOf(['verified', 'rejected']) })

export type CustomerCreation = Read<ReturnType<typeof creation>>
